"""Turn an executed notebook into the bare HTML of a page, on stdout.

    python convert.py EXECUTED

nbconvert reads the Markdown, highlights the code and lays the outputs out, by the template beside this file. Formulas are not
typeset here but marked, as `<code class="math inline">` or `<code class="math display">` around their TeX, so that nobody
has to look for dollar signs in HTML.
"""

import html
import sys

sys.modules["rfc3987_syntax"] = None  # which jsonschema would load, for two seconds, to check what no notebook contains

from pathlib import Path

import nbformat
from jinja2 import pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


class MarkedMath(IPythonRenderer):
    """nbconvert's renderer, which marks formulas instead of leaving them between dollar signs."""

    def inline_math(self, body):
        return f'<code class="math inline">{html.escape(body)}</code>'

    def block_math(self, body):
        return f'<code class="math display">{html.escape(body)}</code>'


class PageExporter(HTMLExporter):
    """HTML by the project's own template."""

    @pass_context
    def markdown2html(self, context, source):
        return MarkdownWithMath(renderer=MarkedMath(escape=False, exclude_anchor_links=True)).render(source)


def main():
    here = Path(__file__).resolve().parent
    exporter = PageExporter(template_name=here.name + "/template", extra_template_basedirs=[str(here.parent)])
    sys.stdout.reconfigure(encoding="utf-8")
    page, _ = exporter.from_notebook_node(nbformat.read(sys.argv[1], as_version=4), {"metadata": {"name": Path(sys.argv[1]).stem}})
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
