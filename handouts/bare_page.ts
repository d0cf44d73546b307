import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import { Markup, markup } from "../lib/notebook/markup.ts";
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
    const own = cell.type === "code" ? outputs[executed++] : [];
    if (cell.tags.includes("jupyter")) return undefined;
    const { id, type, tags, sketch } = cell;
    const classes = [type, ...tags].join(" ");
    try {
      return markup`<section id="${id}" class="${classes}"${
        sketch && new Markup(" data-sketch")
      }>
${contentOf(cell, own)}</section>`;
    } catch (error) {
      const { message } = error as Error;
      throw new Error(`cell ${id}: ${message}`, { cause: error });
    }
  });
  return emptyPage(markup`
<main id="text">${sections}
</main>
`);
}

function contentOf(
  { type, source, attachments }: Cell,
  outputs: readonly Output[],
): Markup | undefined {
  if (type === "raw") return undefined;
  if (type === "markdown") return markdownToHtml(source, attachments);
  const { value } = hljs.highlight(source, { language: "typescript" });
  const code = new Markup(value);
  return markup`<div class="input" tabindex="0"><pre>${code}\n</pre></div>${
    outputs.length > 0 &&
    markup`<div class="output">${outputs.map(outputHtml)}</div>`
  }`;
}

/** The richest form of an output that a page can show. */
function outputHtml({ text, data = {} }: Output): Markup {
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
  return markup`<pre tabindex="0">${plain}</pre>`;
}

function picture(src: string, alt: string): Markup {
  return markup`<img src="${src}" alt="${alt}" style="max-width: 100%">`;
}
