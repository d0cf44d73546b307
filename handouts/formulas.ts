import temml from "temml";
import { element, wrapInTexts } from "./html.ts";
import { splitAtFormulas } from "./markdown.ts";

/**
 * Typesets the formulas of a page as MathML, which browsers draw by themselves:
 * those marked in Markdown, and those between dollar signs in captions and
 * tables.
 *
 * @param document The page; it is changed.
 * @throws {SyntaxError} When a formula is not TeX that Temml knows; the message
 * names the cell and shows the formula.
 */
export function typesetFormulas(document: Document): void {
  markFormulas(document);
  for (const marked of document.querySelectorAll("code.math")) {
    const holder = element(document, "span");
    const tex = marked.textContent;
    try {
      holder.innerHTML = temml.renderToString(tex, {
        displayMode: marked.classList.contains("display"),
        throwOnError: true,
      });
    } catch (error) {
      const { message } = error as Error;
      const cell = marked.closest("section")?.id;
      throw new SyntaxError(`cell ${cell}: formula ${tex}: ${message}`, {
        cause: error,
      });
    }
    marked.replaceWith(...holder.childNodes);
  }
}

/** Marks the formulas of captions and tables as those of Markdown are. */
function markFormulas(document: Document): void {
  for (const place of document.querySelectorAll("figcaption, td, th")) {
    wrapInTexts(
      place,
      splitAtFormulas,
      (tex) => element(document, "code.math.inline", {}, tex),
    );
  }
}
