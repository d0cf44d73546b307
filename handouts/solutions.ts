import { element, fold } from "./html.ts";
import type { PageWords } from "../lib/i18n/words.ts";

/**
 * What to do with cells tagged `solution`: `printed` folds them on the screen and
 * prints them at the end, `folded` does not print them, and `none` leaves them
 * out.
 */
export type SolutionMode = "printed" | "folded" | "none";

/**
 * Folds the solutions, or leaves them out.
 *
 * @param document The page; it is changed.
 * @param mode What the teacher chose.
 * @param words The page's language.
 */
export function arrangeSolutions(
  document: Document,
  mode: SolutionMode,
  words: PageWords,
): void {
  const solutions = joined(document);
  if (mode === "printed" && solutions.length > 0) {
    document.querySelector("main")!.append(printed(document, solutions, words));
  }
  for (const solution of solutions) {
    if (mode === "none") solution.remove();
    else fold(document, words.solution, solution);
  }
}

/** The solutions of a page: cells that follow one another make one. */
function joined(document: Document): Element[] {
  const starts = [...document.querySelectorAll("section.solution")].filter(
    (cell) => !cell.previousElementSibling?.matches("section.solution"),
  );
  return starts.map((start) => {
    const whole = element(document, "div.solution", {});
    start.before(whole);
    for (
      let cell: Element | null = start;
      cell?.matches("section.solution");
      cell = whole.nextElementSibling
    ) whole.append(cell);
    return whole;
  });
}

/** A copy of all solutions, which the style sheet shows on paper only. */
function printed(
  document: Document,
  solutions: readonly Element[],
  words: PageWords,
): HTMLElement {
  const copies = solutions.map((solution) => {
    const copy = solution.cloneNode(true) as Element;
    copy.removeAttribute("id");
    for (const part of copy.querySelectorAll("script, .live, [id]")) {
      if (part.localName === "script") part.remove();
      else part.removeAttribute("id");
    }
    return copy;
  });
  const heading = element(document, "h2", {}, words.solutions);
  return element(document, "section.on-paper", {}, heading, ...copies);
}
