import temml from "temml";

/**
 * Typesets the formulas of a page as MathML, which browsers draw by themselves:
 * those in Markdown, which `convert.py` marked, and those between dollar signs
 * in captions and tables.
 *
 * @param document The page; it is changed.
 * @throws {SyntaxError} When a formula is not TeX that Temml knows; the message
 * shows the formula.
 */
export function typesetFormulas(document: Document): void {
  markFormulas(document);
  for (const marked of document.querySelectorAll("code.math")) {
    const displayMode = marked.classList.contains("display");
    marked.replaceWith(...typeset(document, marked.textContent, displayMode));
  }
}

/** Marks the formulas of captions and tables as `convert.py` does in Markdown. */
function markFormulas(document: Document): void {
  for (const place of document.querySelectorAll("figcaption, td, th")) {
    // Linkedom cuts text at each "&".
    place.normalize();
    for (const node of [...place.childNodes]) {
      const pieces = node.nodeType === 3 ? node.textContent!.split("$") : [];
      if (pieces.length < 3 || pieces.length % 2 === 0) continue;
      const parts = pieces.map((piece, i) => {
        if (i % 2 === 0) return document.createTextNode(piece);
        const marked = document.createElement("code");
        marked.className = "math inline";
        marked.textContent = piece;
        return marked;
      });
      place.replaceChild(parts[0], node);
      parts.reduce((
        before,
        part,
      ) => (place.insertBefore(part, before.nextSibling), part));
    }
  }
}

function typeset(
  document: Document,
  tex: string,
  displayMode: boolean,
): ChildNode[] {
  const holder = document.createElement("span");
  try {
    holder.innerHTML = temml.renderToString(tex, {
      displayMode,
      throwOnError: true,
    });
  } catch (error) {
    const { message } = error as Error;
    throw new SyntaxError(`formula ${tex}: ${message}`, { cause: error });
  }
  return [...holder.childNodes];
}
