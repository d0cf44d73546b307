import temml from "temml";

/**
 * Typesets the formulas that `convert.py` marked: each `<code class="math">`
 * becomes MathML, which browsers draw by themselves.
 *
 * @param document The page; it is changed.
 * @throws {SyntaxError} When a formula is not TeX that Temml knows; the message
 * shows the formula.
 */
export function typesetFormulas(document: Document): void {
  for (const marked of document.querySelectorAll("code.math")) {
    const tex = marked.textContent;
    const displayMode = marked.classList.contains("display");
    const holder = document.createElement("span");
    try {
      holder.innerHTML = temml.renderToString(tex, {
        displayMode,
        throwOnError: true,
      });
    } catch (error) {
      throw new SyntaxError(`formula ${tex}: ${(error as Error).message}`, {
        cause: error,
      });
    }
    marked.replaceWith(...holder.childNodes);
  }
}
