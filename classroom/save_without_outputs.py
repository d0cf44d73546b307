"""Settings of `deno task lab`: the lesson's own notebooks are saved without outputs.

So Run All and Save leave the repository as it was, and the next pull meets no
conflict. Copies in other folders keep their outputs. For a Jupyter of your own:
jupyter lab --config=classroom/save_without_outputs.py
"""

import re

# What front ends write into a cell's metadata as it is run, scrolled or folded.
LEFT_BY_READERS = (
    "ExecuteTime",
    "collapsed",
    "execution",
    "jp-MarkdownHeadingCollapsed",
    "jupyter",
    "scrolled",
)


def clear(model, path, **_):
    """Clears what running and reading leave in a notebook, before it is written."""
    own = re.search(r"(^|/)notebooks/(en|pt)/[^/]+\.ipynb$", path)
    if model["type"] != "notebook" or not own:
        return
    for cell in model["content"]["cells"]:
        metadata = cell["metadata"]
        for key in LEFT_BY_READERS:
            metadata.pop(key, None)
        # Code whose words would give a result away is folded in the lesson.
        if {"labels", "result"} <= set(metadata.get("tags", [])):
            metadata["jupyter"] = {"source_hidden": True}
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
        elif "solution" in metadata.get("tags", []):
            # A solution that was opened is closed again for the next reader.
            if "".join(cell["source"]).startswith("#"):
                metadata["jp-MarkdownHeadingCollapsed"] = True


c = get_config()  # noqa: F821
c.FileContentsManager.pre_save_hook = clear
