/**
 * `deno task bench:handouts`: our pages beside those that plain
 * `jupyter nbconvert --to html` makes of the same executed notebooks, and the time
 * for all of them. All in one run; ratios are ours to theirs.
 *
 * @module
 */

import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import fullPlotly from "plotly.js-dist-min/plotly.min.js" with { type: "text" };
import { launchChromium } from "../handouts/browser.ts";
import { type Jupyter, jupyter } from "../handouts/jupyter.ts";
import { executeNotebooks } from "../handouts/execute.ts";
import { readCells } from "../handouts/notebook.ts";

const root = resolve(import.meta.dirname!, "..");
const ROUNDS = 3;

/** What is measured of a page; times in milliseconds. */
interface Measured {
  bytes: number;
  requests: number;
  firstPaint: number;
  plotsDrawn: number;
}

/** A notebook's figure output, as far as it is read here. */
interface Output {
  data?: Record<string, unknown>;
}

async function main(): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const tools = await jupyter();
    const names = [...Deno.readDirSync(join(root, "notebooks", "en"))]
      .map(({ name }) => basename(name, ".ipynb")).sort();
    const ours = await seconds(() => exportOurs(folder));
    const theirs = await seconds(() => exportTheirs(tools, names, folder));
    await makeVariants(tools, names, folder);
    const pages = {
      "ours": join(folder, "ours", "en"),
      "nbconvert, Plotly once": join(folder, "once"),
      "nbconvert, Plotly in each figure": join(folder, "each"),
    };
    const results = await measureAll(names, pages);
    report(results, ours, theirs, names.length);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** All notebooks to pages, by our command. */
async function exportOurs(folder: string): Promise<void> {
  const out = join(folder, "ours");
  const args = ["task", "handouts", "--lang", "en", "--out", out];
  await run(Deno.execPath(), args);
}

/** All notebooks to pages, as one does without us: one after the other. */
async function exportTheirs(
  { python, env }: Jupyter,
  names: string[],
  folder: string,
): Promise<void> {
  for (const name of names) {
    const notebook = join(root, "notebooks", "en", `${name}.ipynb`);
    const out = join(folder, "theirs");
    const args = ["-m", "nbconvert", "--to", "html", "--execute", notebook];
    await run(python, [...args, "--output-dir", out], env);
  }
}

/** The pages of nbconvert with live plots, which need Plotly in them. */
async function makeVariants(
  tools: Jupyter,
  names: string[],
  folder: string,
): Promise<void> {
  const source = join(root, "notebooks", "en");
  const jobs = names.map((name) => {
    const cells = readCells(join(source, `${name}.ipynb`));
    return { name, folder: source, cells };
  });
  for await (const [{ name }, outputs] of executeNotebooks(tools, jobs)) {
    if (outputs instanceof Error) throw outputs;
    for (const where of ["once", "each"] as const) {
      const copy = join(folder, where, `${name}.ipynb`);
      await Deno.mkdir(join(folder, where), { recursive: true });
      const content = JSON.parse(
        await Deno.readTextFile(join(source, `${name}.ipynb`)),
      );
      const executed = structuredClone(outputs) as Output[][];
      content.cells.filter(isCode).forEach((cell: Cell, i: number) =>
        cell.outputs = executed[i]
      );
      inlinePlotly(executed.flat(), where);
      await Deno.writeTextFile(copy, JSON.stringify(content));
      const args = ["-m", "nbconvert", "--to", "html", copy];
      await run(tools.python, args, tools.env);
    }
  }
}

/** A cell of a notebook's file, as far as it is written here. */
interface Cell {
  readonly cell_type: string;
  outputs?: Output[];
}

function isCode({ cell_type }: Cell): boolean {
  return cell_type === "code";
}

/** Puts figures as Plotly's own Python library writes them: one script each. */
function inlinePlotly(outputs: Output[], where: "once" | "each"): void {
  const figures = outputs.flatMap(({ data }) =>
    data?.["application/vnd.plotly.v1+json"] ? [data] : []
  );
  figures.forEach((data, i) => {
    const figure = data["application/vnd.plotly.v1+json"];
    const json = JSON.stringify(figure).replaceAll("<", "\\u003c");
    const library = where === "each" || i === 0;
    data["text/html"] = [
      library ? `<script>${fullPlotly}</script>` : "",
      `<figure class="plot"><div class="live" id="plot-${i}"></div></figure>`,
      `<script>Plotly.newPlot("plot-${i}", ${json});</script>`,
    ].join("\n");
    delete data["application/vnd.plotly.v1+json"];
  });
}

/** Opens each page of each kind in turn, several times. */
async function measureAll(
  names: string[],
  folders: Record<string, string>,
): Promise<Record<string, Measured[]>> {
  await using browser = await launchChromium();
  const results: Record<string, Measured[]> = {};
  for (const name of names) {
    const runs: Record<string, Measured[]> = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const [kind, folder] of Object.entries(folders)) {
        const file = join(folder, `${name}.html`);
        (runs[kind] ??= []).push(await measure(browser, file));
      }
    }
    for (const [kind, measured] of Object.entries(runs)) {
      (results[kind] ??= []).push(medianOf(measured));
    }
  }
  return results;
}

async function measure(browser: Browser, file: string): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let requests = 0;
  // What a page asks of the network is refused at once: the best case for it.
  await context.route(/^https?:/, (route) => {
    requests++;
    return route.abort();
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: "commit" });
  const plotsDrawn = await page.waitForFunction(() => {
    if (document.readyState === "loading") return false;
    const figures = [...document.querySelectorAll("figure.plot")];
    const all = figures.every((figure) => figure.querySelector(".main-svg"));
    return all && figures.length > 0 ? performance.now() : false;
  }).then((handle) => handle.jsonValue()) as number;
  const firstPaint = await page.evaluate(() =>
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0
  );
  await context.close();
  const { size } = await Deno.stat(file);
  return { bytes: size, requests, firstPaint, plotsDrawn };
}

function medianOf(measured: Measured[]): Measured {
  const median = (key: keyof Measured) =>
    measured.map((one) => one[key]).sort((a, b) => a - b)[
      Math.floor(measured.length / 2)
    ];
  return {
    bytes: median("bytes"),
    requests: median("requests"),
    firstPaint: median("firstPaint"),
    plotsDrawn: median("plotsDrawn"),
  };
}

function report(
  results: Record<string, Measured[]>,
  ours: number,
  theirs: number,
  count: number,
): void {
  const mean = (rows: Measured[], key: keyof Measured) =>
    rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  const base = results["ours"];
  const ratio = (rows: Measured[], key: keyof Measured) =>
    (mean(base, key) / mean(rows, key)).toFixed(2);
  console.log(
    `Deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores`,
  );
  console.log(`\nMean of ${count} pages, median of ${ROUNDS} runs of each\n`);
  console.log(
    "| page | MB | requests | first paint ms | plots drawn ms | our weight | our time |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [kind, rows] of Object.entries(results)) {
    const cells = [
      kind,
      (mean(rows, "bytes") / 1e6).toFixed(2),
      mean(rows, "requests").toFixed(0),
      mean(rows, "firstPaint").toFixed(0),
      mean(rows, "plotsDrawn").toFixed(0),
      ratio(rows, "bytes"),
      ratio(rows, "plotsDrawn"),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log(`\nAll ${count} notebooks, run and made into pages:\n`);
  console.log("| command | s | our time |");
  console.log("| --- | --- | --- |");
  console.log(`| deno task handouts --lang en | ${ours.toFixed(1)} | 1.00 |`);
  const all = (ours / theirs).toFixed(2);
  console.log(
    `| jupyter nbconvert --to html --execute, one by one | ${
      theirs.toFixed(1)
    } | ${all} |`,
  );
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args,
    env,
    cwd: root,
  }).output();
  if (!success) {
    throw new Error(`${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
  }
}

await main();
