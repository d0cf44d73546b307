"""Brings pages up to date as jupyter-cache and nbconvert do it together.

python jupyter_cache_pages.py CACHE OUT NOTEBOOK ...
"""

import sys
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.executors import load_executor
from nbconvert import HTMLExporter

folder, out, *paths = sys.argv[1:]
cache = get_cache(folder)
for path in paths:
    cache.add_nb_to_project(path)
result = load_executor("local-serial", cache).run_and_cache(timeout=120)
if result.errored or result.excepted:
    sys.exit(f"failed: {result.errored + result.excepted}")
Path(out).mkdir(exist_ok=True)
for path in paths:
    _, notebook = cache.merge_match_into_file(path)
    html, _ = HTMLExporter().from_notebook_node(notebook)
    (Path(out) / f"{Path(path).stem}.html").write_text(html, encoding="utf-8")
