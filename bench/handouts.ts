/**
 * `deno task bench:handouts`: our pages beside those that plain
 * `jupyter nbconvert --to html` makes of the same executed notebooks, and how long
 * one waits for pages beside nbconvert and jupyter-cache. All in one run; ratios
 * are ours to theirs.
 *
 * @module
 */

import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import fullPlotly from "plotly.js-dist-min/plotly.min.js" with { type: "text" };
import { launchChromium } from "../handouts/browser.ts";
import { executeNotebooks } from "../handouts/execute.ts";
import { jupyter } from "../handouts/jupyter.ts";
import { readCells } from "../handouts/notebook.ts";
import { machine } from "./machine.ts";
import { table } from "./table.ts";
import { measureWaits } from "./waits.ts";

const root = resolve(import.meta.dirname!, "..");
const notebooks = join(root, "notebooks", "en");
const names = [...Deno.readDirSync(notebooks)]
  .filter(({ name }) => name.endsWith(".ipynb"))
  .map(({ name }) => basename(name, ".ipynb")).sort();
const ROUNDS = 3;

/** What is measured of a page; times in milliseconds. */
type Measured = Record<
  "bytes" | "requests" | "firstPaint" | "plotsDrawn",
  number
>;

const tools = await jupyter();
const folder = await Deno.makeTempDir();
try {
  const out = join(folder, "ours");
  await run(Deno.execPath(), [
    ...["task", "handouts", "--lang", "en", "--out", out],
  ]);
  const waits = await measureWaits(tools, folder);
  await makeVariants();
  const pages = await measureAll({
    "ours": join(out, "en"),
    "nbconvert, Plotly once": join(folder, "once"),
    "nbconvert, Plotly in each figure": join(folder, "each"),
  });

  console.log(machine({}));
  console.log(`\nMean of ${names.length} pages, median of ${ROUNDS} runs\n`);
  console.log(table(
    [
      "page",
      "MB",
      "requests",
      "first paint ms",
      "plots drawn ms",
      "our weight",
      "our time",
    ],
    Object.entries(pages).map(([kind, page]) => [
      kind,
      page.bytes / 1e6,
      page.requests,
      page.firstPaint,
      page.plotsDrawn,
      pages["ours"].bytes / page.bytes,
      pages["ours"].plotsDrawn / page.plotsDrawn,
    ]),
  ));
  console.log(`\nUntil all ${names.length} English pages are up to date\n`);
  console.log(table(
    ["changed", "ours, s", "nbconvert, s", "jupyter-cache, s"].concat(
      ["our time to nbconvert's", "to jupyter-cache's"],
    ),
    waits.map(({ change, ours, nbconvert, jupyterCache }) => [
      change,
      ours,
      nbconvert,
      jupyterCache,
      nbconvert === 0 ? "" : ours / nbconvert,
      ours / jupyterCache,
    ]),
  ));
} finally {
  await Deno.remove(folder, { recursive: true });
}

async function nbconvert(notebook: string): Promise<void> {
  const args = ["-m", "nbconvert", "--to", "html", notebook];
  await run(tools.python, args, tools.env);
}

/** The pages of nbconvert with live plots, which need Plotly in them. */
async function makeVariants(): Promise<void> {
  const jobs = names.map((name) => {
    const file = join(notebooks, `${name}.ipynb`);
    return { name, file, folder: notebooks, cells: readCells(file) };
  });
  for await (const [job, outputs] of executeNotebooks(tools, jobs)) {
    if (outputs instanceof Error) throw outputs;
    for (const where of ["once", "each"] as const) {
      const notebook = JSON.parse(await Deno.readTextFile(job.file));
      // nbconvert insists on a count, though it may be null.
      const executed = structuredClone(outputs).map((ofCell) =>
        ofCell.map((output) => ({ execution_count: null, ...output }))
      );
      inlinePlotly(executed.flat(), where);
      for (const cell of notebook.cells) {
        if (cell.cell_type === "code") cell.outputs = executed.shift();
      }
      const copy = join(folder, where, `${job.name}.ipynb`);
      await Deno.mkdir(join(folder, where), { recursive: true });
      await Deno.writeTextFile(copy, JSON.stringify(notebook));
      await nbconvert(copy);
    }
  }
}

/** Puts figures as Plotly's own Python library writes them: one script each. */
function inlinePlotly(
  outputs: { data?: Record<string, unknown> }[],
  where: "once" | "each",
): void {
  const kind = "application/vnd.plotly.v1+json";
  const figures = outputs.flatMap(({ data }) => data?.[kind] ? [data] : []);
  figures.forEach((data, i) => {
    const json = JSON.stringify(data[kind]).replaceAll("<", "\\u003c");
    const library = where === "each" || i === 0;
    data["text/html"] = [
      library ? `<script>${fullPlotly}</script>` : "",
      `<figure class="plot"><div class="live" id="plot-${i}"></div></figure>`,
      `<script>Plotly.newPlot("plot-${i}", ${json});</script>`,
    ].join("\n");
    delete data[kind];
  });
}

/** The mean over the pages of each kind, opened in turn several times. */
async function measureAll(
  folders: Record<string, string>,
): Promise<Record<string, Measured>> {
  await using browser = await launchChromium();
  const medians: Record<string, Measured[]> = {};
  for (const name of names) {
    const runs: Record<string, Measured[]> = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const [kind, folder] of Object.entries(folders)) {
        const page = await measure(browser, join(folder, `${name}.html`));
        (runs[kind] ??= []).push(page);
      }
    }
    for (const [kind, measured] of Object.entries(runs)) {
      (medians[kind] ??= []).push(
        each(
          measured,
          (values) =>
            values.sort((a, b) => a - b)[Math.floor(values.length / 2)],
        ),
      );
    }
  }
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value) / values.length;
  return Object.fromEntries(
    Object.entries(medians).map(([kind, pages]) => [kind, each(pages, mean)]),
  );
}

/** Reduces each measurement of several pages to one number. */
function each(
  pages: Measured[],
  reduced: (values: number[]) => number,
): Measured {
  const keys = Object.keys(pages[0]) as (keyof Measured)[];
  return Object.fromEntries(
    keys.map((key) => [key, reduced(pages.map((page) => page[key]))]),
  ) as Measured;
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
  const { size: bytes } = await Deno.stat(file);
  return { bytes, requests, firstPaint, plotsDrawn };
}

async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const options = { args, env, cwd: root };
  const { success, stderr } = await new Deno.Command(command, options).output();
  if (success) return;
  throw new Error(`${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}
