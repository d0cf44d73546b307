import { parseHTML } from "linkedom";
import { packedKernel } from "../lib/kernel/packed_kernel.ts";
import { bundledExplorables } from "../lib/notebook/bundled_explorables.ts";
import drawLive from "../lib/notebook/live_plot.js" with { type: "text" };
import { browserScript } from "../lib/notebook/browser_script.ts";
import { gzipBase64 } from "../lib/notebook/gzip_base64.ts";
import { packedPlotly } from "../lib/notebook/packed_plotly.ts";
import { plotlySource } from "../lib/notebook/plotly_source.ts";
import { pageWordsOf } from "../lib/i18n/words.ts";
import type { About } from "./about.ts";
import { barePage } from "./bare_page.ts";
import { clientWords } from "./client/words.ts";
import clientStyle from "./client/client.css" with { type: "text" };
import { arrangeCode, type CodeMode } from "./code.ts";
import { addContentSecurityPolicy } from "./content_security_policy.ts";
import { addDataTables } from "./data_table.ts";
import { typesetFormulas } from "./formulas.ts";
import { framePage, type Place } from "./frame.ts";
import { element, wrapInTexts } from "./html.ts";
import { mathFontStyle } from "./math_font.ts";
import type { Cell, Output } from "./notebook.ts";
import { addPictures } from "./plots.ts";
import { arrangeResults, type ResultMode } from "./results.ts";
import { arrangeSolutions, type SolutionMode } from "./solutions.ts";
import { boxTables } from "./table_box.ts";
import style from "./style.css" with { type: "text" };

/** What a teacher chooses of a page. */
export interface PageOptions {
  /** How the code is shown. */
  readonly code: CodeMode;
  /** What becomes of solutions. */
  readonly solutions: SolutionMode;
  /** When the results of predictions are seen. */
  readonly results: ResultMode;
  /** Who hands the page out, where and when. */
  readonly about: About;
}

/** What takes long to make, and may be known from an earlier run. */
export interface Kept {
  /** The pictures of figures, or else what `draw` draws. */
  readonly pictures: typeof drawAnew;
  /** A script for the browser, by its name, or else what `bundle` makes. */
  readonly script: typeof bundleAnew;
}

const drawAnew = (_figures: unknown, draw: () => Promise<string[]>) => draw();
const bundleAnew = (_name: string, bundle: () => Promise<string>) => bundle();

/** The file that a page is made of, for the reader to take home. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes a handout of an executed notebook: one file that needs no other.
 *
 * @param cells The notebook's cells.
 * @param outputs What its code cells put out: a list for each of them.
 * @param source The notebook's file.
 * @param place Where the page stands in its series.
 * @param options What the teacher chose.
 * @param kept What is known from an earlier run; nothing by default.
 * @returns The page. The same input gives the same bytes.
 * @throws {Error} When a cell cannot be shown; the message names it.
 */
export async function makePage(
  cells: readonly Cell[],
  outputs: readonly (readonly Output[])[],
  source: Source,
  place: Place,
  options: PageOptions,
  kept: Kept = { pictures: drawAnew, script: bundleAnew },
): Promise<string> {
  const { document } = parseHTML(barePage(cells, outputs));
  const spoken = pageWordsOf[place.language];
  await addPictures(document, kept.pictures);
  arrangeSolutions(document, options.solutions, spoken);
  arrangeCode(document, options.code, spoken);
  const { yourGuess } = clientWords(spoken.tag);
  arrangeResults(document, options.results, yourGuess);
  addDataTables(document, spoken);
  framePage(document, place, options.about, spoken);
  linkToPages(document);
  for (const output of document.querySelectorAll(".output")) {
    boxTables(output, spoken.table);
  }
  keepMinusSigns(document);
  typesetFormulas(document);
  keepPointsAtFormulas(document);
  // On a narrow screen it scrolls, and the keyboard must reach it.
  for (const formula of document.querySelectorAll("math[display='block']")) {
    formula.parentElement!.setAttribute("tabindex", "0");
  }
  const css = await mathFontStyle(document) + style + clientStyle;
  document.head.append(element(document, "style", {}, css));

  const scripts = await addScripts(document, source, kept);
  await addContentSecurityPolicy(document, scripts);
  return document.toString();
}

/**
 * Adds what draws the figures live and makes the page a notebook that runs. What
 * is large is packed, and unpacked without a network.
 *
 * @returns The scripts that run in the page, which its policy must allow.
 */
async function addScripts(
  document: Document,
  { name, text }: Source,
  kept: Kept,
): Promise<string[]> {
  const add = (name: string, attributes: { type?: string }, text: string) =>
    document.body.append(element(document, name, attributes, text));
  const packed = { type: "text/plain" };
  const running = [drawLive, plotlySource];
  if (document.querySelector("figure.explorable")) {
    const explorables = await kept.script("explorables", bundledExplorables);
    add("script.explorables", packed, await gzipBase64(explorables));
    running.push(explorables);
  }
  if (document.querySelector("figure.plot")) {
    add("script.plotly", packed, await packedPlotly());
    add("script.draw", {}, drawLive);
  }
  if (document.querySelector(".input")) {
    add("script.kernel", packed, await kept.script("kernel", packedKernel));
  }
  const notebook = { ...packed, "data-name": name };
  add("script.notebook", notebook, await gzipBase64(text));
  const client = await kept.script("client", clientScript);
  add("script", {}, client);
  return [...running, client];
}

function clientScript(): Promise<string> {
  return browserScript(new URL("client/main.ts", import.meta.url));
}

/** Links to other notebooks of the series become links to their pages. */
function linkToPages(document: Document): void {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href")!;
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) continue;
    link.setAttribute("href", href.replace(/\.ipynb(?=$|[#?])/, ".html"));
  }
}

/** What ends a sentence does not go to the next line without its formula. */
function keepPointsAtFormulas(document: Document): void {
  const inText = "math:not([display='block'])";
  for (const formula of document.querySelectorAll(inText)) {
    const after = formula.nextSibling;
    const [point] = after?.nodeType === 3
      ? after.textContent!.match(/^[.,:;?!)]+/) ?? []
      : [];
    if (!point) continue;
    after!.textContent = after!.textContent!.slice(point.length);
    const whole = element(document, "span.whole");
    formula.replaceWith(whole);
    whole.append(formula, point);
  }
}

/** Neither 1.1e-13 nor -Math.log is broken at its minus sign. */
function keepMinusSigns(document: Document): void {
  for (const place of document.querySelectorAll("p, li, p code, li code")) {
    wrapInTexts(
      place,
      (text) => text.split(/(\d[\d.,]*e-\d+|(?<!\S)-\w+)/),
      (whole) => element(document, "span.whole", {}, whole),
    );
  }
}
