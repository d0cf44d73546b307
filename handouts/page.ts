import { parseHTML } from "linkedom";
import style from "./style.css" with { type: "text" };
import { typesetFormulas } from "./formulas.ts";
import { bringPlotly } from "./plots.ts";

/**
 * Makes the bare HTML of an executed notebook into a handout: one file that
 * needs no other.
 *
 * @param bare What `convert.py` wrote.
 * @returns The page. The same input gives the same bytes.
 * @throws {SyntaxError} When a formula cannot be typeset.
 */
export async function makePage(bare: string): Promise<string> {
  const { document } = parseHTML(bare);
  nameThePage(document);
  typesetFormulas(document);
  linkToPages(document);
  addStyle(document);
  await bringPlotly(document);
  return document.toString();
}

/** The notebook's first heading becomes the title of the page. */
function nameThePage(document: Document): void {
  const heading = document.querySelector("h1");
  if (heading) document.title = heading.textContent;
}

/** Links to other notebooks of the series become links to their pages. */
function linkToPages(document: Document): void {
  for (const link of document.querySelectorAll("a[href$='.ipynb']")) {
    link.setAttribute(
      "href",
      link.getAttribute("href")!.replace(/\.ipynb$/, ".html"),
    );
  }
}

function addStyle(document: Document): void {
  const element = document.createElement("style");
  element.textContent = style;
  document.head.append(element);
}
