import { parseHTML } from "linkedom";
import { plotlySource } from "../lib/notebook/plotly_source.ts";
import { bundledExplorables } from "../lib/notebook/bundled_explorables.ts";
import drawLive from "../lib/notebook/live_plot.js" with { type: "text" };
import { arrangeCode, type CodeMode } from "./code.ts";
import { addDataTables } from "./data_table.ts";
import { typesetFormulas } from "./formulas.ts";
import { framePage, type Place } from "./frame.ts";
import { element } from "./html.ts";
import { mathFontStyle } from "./math_font.ts";
import { addPictures, embedPlotly } from "./plots.ts";
import { addContentSecurityPolicy } from "./security.ts";
import { arrangeSolutions, type SolutionMode } from "./solutions.ts";
import style from "./style.css" with { type: "text" };
import { words } from "../lib/i18n/page_words.ts";

/** What a teacher chooses of a page. */
export interface PageOptions {
  /** How the code is shown. */
  readonly code: CodeMode;
  /** What becomes of solutions. */
  readonly solutions: SolutionMode;
}

/**
 * Makes the bare HTML of an executed notebook into a handout: one file that needs
 * no other.
 *
 * @param bare What `convert.py` wrote.
 * @param place Where the page stands in its series.
 * @param options What the teacher chose.
 * @returns The page. The same input gives the same bytes.
 * @throws {SyntaxError} When a formula cannot be typeset.
 */
export async function makePage(
  bare: string,
  place: Place,
  options: PageOptions,
): Promise<string> {
  const { document } = parseHTML(bare);
  const spoken = words[place.language];
  await addPictures(document);
  arrangeSolutions(document, options.solutions, spoken);
  arrangeCode(document, options.code, spoken);
  addDataTables(document, spoken);
  framePage(document, place, spoken);
  linkToPages(document);
  wrapTables(document, spoken.table);
  keepNumbersWhole(document);
  typesetFormulas(document);
  const css = await mathFontStyle(document) + style;
  document.head.append(element(document, "style", {}, css));
  await embedPlotly(document);
  const scripts = document.querySelector("script.explorables")
    ? [drawLive, plotlySource, await bundledExplorables()]
    : [drawLive, plotlySource];
  await addContentSecurityPolicy(document, scripts);
  return document.toString();
}

/** Links to other notebooks of the series become links to their pages. */
function linkToPages(document: Document): void {
  for (const link of document.querySelectorAll("a[href$='.ipynb']")) {
    const href = link.getAttribute("href")!;
    link.setAttribute("href", href.replace(/\.ipynb$/, ".html"));
  }
}

/** A number such as 1.1e-13 is not broken at its minus sign. */
function keepNumbersWhole(document: Document): void {
  for (const place of document.querySelectorAll("p, li")) {
    for (const node of [...place.childNodes]) {
      const pieces = node.nodeType === 3
        ? node.textContent!.split(/(\d[\d.,]*e-\d+)/)
        : [];
      if (pieces.length < 2) continue;
      const parts = pieces.map((piece, i) =>
        i % 2 === 0 ? piece : element(document, "span.whole", {}, piece)
      );
      node.replaceWith(...parts);
    }
  }
}

/** A table that is too wide scrolls in a box of its own. */
function wrapTables(document: Document, label: string): void {
  for (const table of document.querySelectorAll(".output > table")) {
    const box = element(document, "div.scroll", {
      tabindex: "0",
      role: "group",
      "aria-label": label,
    });
    table.replaceWith(box);
    box.append(table);
  }
}
