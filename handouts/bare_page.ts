import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import { escape } from "html-escaper";
import { emptyPage } from "./html.ts";
import { markdownToHtml } from "./markdown.ts";
import type { Cell, Output } from "./notebook.ts";
import { sanitize } from "./sanitize.ts";

hljs.registerLanguage("typescript", typescript);
hljs.configure({ classPrefix: "" });

/**
 * Lays out the cells of a notebook, in order, as a bare page, to which
 * {@linkcode makePage} adds everything else. A cell tagged `jupyter` is left
 * out: it is about running the notebook in Jupyter.
 *
 * @param cells The cells.
 * @param outputs What the code cells put out: a list for each of them.
 * @throws {Error} When a cell cannot be shown; the message names it.
 */
export function barePage(
  cells: readonly Cell[],
  outputs: readonly (readonly Output[])[],
): string {
  let executed = 0;
  const sections = cells.map((cell) => {
    try {
      const own = cell.type === "code" ? outputs[executed++] : [];
      if (cell.tags.includes("jupyter")) return "";
      const html = cell.type === "code"
        ? codeCell(cell, own)
        : cell.type === "markdown"
        ? markdownToHtml(cell.source, cell.attachments)
        : "";
      const classes = escape([cell.type, ...cell.tags].join(" "));
      const sketch = cell.sketch ? " data-sketch" : "";
      return `<section id="${cell.id}" class="${classes}"${sketch}>\n${html}</section>`;
    } catch (error) {
      const { message } = error as Error;
      throw new Error(`cell ${cell.id}: ${message}`, { cause: error });
    }
  });
  return emptyPage(`
<main id="text">${sections.join("")}
</main>
`);
}

function codeCell({ source }: Cell, outputs: readonly Output[]): string {
  const { value } = hljs.highlight(source, { language: "typescript" });
  const shown = outputs.map(outputHtml).join("\n");
  return `<div class="input" tabindex="0"><pre>${value}\n</pre></div>` +
    (outputs.length > 0 ? `<div class="output">${shown}</div>` : "");
}

/** The richest form of an output that a page can show. */
function outputHtml({ text, data = {} }: Output): string {
  const of = (type: string): string | undefined =>
    data[type] === undefined ? undefined : [data[type]].flat().join("");
  const plain = text ?? of("text/plain") ?? "";
  const html = of("text/html");
  if (html) return sanitize(html);
  const markdown = of("text/markdown") ?? of("text/latex");
  if (markdown) return markdownToHtml(markdown);
  const svg = of("image/svg+xml");
  if (svg) {
    return picture(`data:image/svg+xml,${encodeURIComponent(svg)}`, plain);
  }
  for (const type of ["image/png", "image/jpeg"]) {
    const base64 = of(type);
    if (base64) return picture(`data:${type};base64,${base64.trim()}`, plain);
  }
  return `<pre tabindex="0">${escape(plain)}</pre>`;
}

function picture(src: string, alt: string): string {
  return `<img src="${src}" alt="${escape(alt)}" style="max-width: 100%">`;
}
