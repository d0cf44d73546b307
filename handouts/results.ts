import { element } from "./html.ts";

/**
 * When the results of predictions are seen: `guess`: after the reader's guess, but
 * at once on paper and without scripts; `open`: at once; `hidden`: after the guess,
 * and neither on paper nor without scripts, where there is room to write instead.
 */
export type ResultMode = "guess" | "open" | "hidden";

/**
 * Tells the page's script when results are seen, and hides them from the beginning
 * where not even paper shows them.
 *
 * @param document The page; it is changed.
 * @param mode What the teacher chose.
 * @param yourGuess What stands in the room for the guess.
 */
export function arrangeResults(
  document: Document,
  mode: ResultMode,
  yourGuess: string,
): void {
  document.documentElement.setAttribute("data-results", mode);
  if (mode !== "hidden") return;
  for (const ask of document.querySelectorAll("section.predict")) {
    const results = resultsOf(ask);
    if (results.length === 0) continue;
    for (const cell of results) cell.classList.add("concealed");
    const label = element(document, "p", {}, yourGuess);
    ask.after(element(document, "div.guess", {}, label));
  }
}

/** The cells right below a question that tell its result. */
export function resultsOf(ask: Element): Element[] {
  const results = [];
  for (
    let next = ask.nextElementSibling;
    next?.matches("section.result, .guess");
    next = next.nextElementSibling
  ) if (!next.matches(".guess")) results.push(next);
  return results;
}
