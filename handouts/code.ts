import { fold } from "./html.ts";
import type { PageWords } from "../lib/i18n/words.ts";

/** How a page shows its code: `open`, `folded` behind a line, or `none`. */
export type CodeMode = "open" | "folded" | "none";

/**
 * Shows, folds or leaves out the code of a page. What few readers want to see is
 * folded even when code is open: the imports, and the code of plots and tables,
 * whose words stand beside them already.
 *
 * @param document The page; it is changed.
 * @param mode What the teacher chose.
 * @param words The page's language.
 */
export function arrangeCode(
  document: Document,
  mode: CodeMode,
  words: PageWords,
): void {
  for (const cell of document.querySelectorAll("section.code")) {
    const input = cell.querySelector(".input");
    if (!input) continue;
    leavePlain(input);
    if (mode === "none") {
      input.remove();
      if (!cell.querySelector(".output")) cell.remove();
    } else {
      const summary = summaryOf(cell, words);
      if (summary) fold(document, summary, input);
      else if (mode === "folded") fold(document, words.code, input);
    }
  }
}

/** The classes of highlighted code that the style sheet colours. */
const coloured = new Set([
  "keyword",
  "literal",
  "string",
  "number",
  "built_in",
]);

/** Takes the mark from every word that has no colour of its own: a third of a page. */
function leavePlain(input: Element): void {
  for (const span of input.querySelectorAll("span")) {
    if (!coloured.has(span.className)) span.replaceWith(...span.childNodes);
  }
}

/** What stands before code that is always folded. */
function summaryOf(cell: Element, words: PageWords): string | undefined {
  if (cell.matches(".imports")) return words.imports;
  if (!cell.matches(".labels")) return undefined;
  if (cell.querySelector(".output figure")) return words.plotCode;
  if (cell.querySelector(".output table")) return words.tableCode;
}
