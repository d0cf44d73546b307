import { parseHTML } from "linkedom";
import { makePage, type PageOptions } from "../../handouts/page.ts";
import type { Cell, Output } from "../../handouts/notebook.ts";

/** A cell for a test: Markdown when its text begins with #, else code. */
export function cell(source: string, more: Partial<Cell> = {}): Cell {
  const type = source.startsWith("#") ? "markdown" : "code";
  return { id: "own", type, source, tags: [], attachments: {}, ...more };
}

/** What a cell puts out that shows HTML. */
export function htmlOutput(html: string): Output {
  return { output_type: "display_data", data: { "text/html": html } };
}

/** The page of some cells, without running them. */
export async function pageOf(
  cells: readonly Cell[],
  outputs: readonly (readonly Output[])[] = [],
  options: Partial<PageOptions> = {},
): Promise<{ html: string; document: Document }> {
  const code = cells.filter(({ type }) => type === "code");
  const place = { language: "en", name: "own", index: false, alsoIn: [] };
  const all = code.map((_, i) => outputs[i] ?? []);
  const source = { name: "small.ipynb", text: "{}" };
  const html = await makePage(cells, all, source, place, {
    code: "open",
    solutions: "printed",
    results: "guess",
    about: {},
    ...options,
  });
  return { html, document: parseHTML(html).document };
}
