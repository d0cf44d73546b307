/**
 * Showing figures and tables from a cell of a Jupyter notebook: the only file of
 * the library that talks to Jupyter.
 *
 * @module
 */

import type { Figure } from "../figures/figure.ts";
import { languageTag } from "../i18n/language.ts";
import { type Cell, htmlTable, textTable } from "./html_table.ts";
import {
  explorable,
  type ExplorableName,
  explorables,
} from "../explorables/explorables.ts";
import { bundledExplorables } from "./bundled_explorables.ts";
import {
  type Description,
  htmlFigure,
  type Interactive,
  type PlotlySource,
} from "./html_figure.ts";
import { packedPlotly } from "./packed_plotly.ts";
import { staticPlot } from "../../handouts/pictures/static_plot.ts";

/**
 * The width at which the static picture is drawn, in pixels: a page's text is
 * about as wide.
 */
const STATIC_WIDTH = 700;

/**
 * Shows a figure under the cell, live where scripts run and as a picture where
 * they do not.
 *
 * Wait for it, `await show(…)`, or the figure may appear under a later cell.
 *
 * @param figure What to draw, from one of the library's functions or of your
 * own making.
 * @param description `alt`, the alternative text, which must say what the
 * figure shows; and a `caption`, if you like.
 * @throws {TypeError} When the alternative text is missing, or Plotly refuses
 * the figure.
 * @throws {Error} Outside a Jupyter notebook.
 */
export async function show(
  figure: Figure,
  description: Description,
): Promise<void> {
  checkAlt("show", description);
  checkJupyter("show");
  await display({
    "application/vnd.plotly.v1+json": figure,
    "text/html": await drawn(figure, description),
    "text/plain": description.alt,
  });
}

/**
 * Shows a plot that the reader can change, with sliders or buttons, under the
 * cell. It runs in the browser, without the kernel: in a handout as in Jupyter.
 * Where scripts do not run, the picture of its first state is shown.
 *
 * Wait for it, `await explore(…)`, as for {@linkcode show}.
 *
 * @param name `"flower"`: a flower's way through the network; `"slopes"`: both
 * losses with tangents; `"race"`: the losses bring b3 back; `"descent"`: the steps
 * down the total cross-entropy.
 * @param description Alternative text and caption, as for {@linkcode show}.
 * @throws {RangeError} When there is no such plot.
 * @throws {TypeError} When the alternative text is missing.
 * @throws {Error} Outside a Jupyter notebook.
 */
export async function explore(
  name: ExplorableName,
  description: Description,
): Promise<void> {
  if (!Object.hasOwn(explorables, name)) {
    const names = Object.keys(explorables).join(", ");
    throw new RangeError(`explore: name must be one of ${names}, got ${name}`);
  }
  checkAlt("explore", description);
  checkJupyter("explore");
  const { start, settings, view } = explorable(name);
  await display({
    "text/html": await drawn(view(start(settings)).figure, description, {
      name,
      script: await bundledExplorables(),
    }),
    "text/plain": description.alt,
  });
}

/** A figure as HTML, with its static picture. */
async function drawn(
  figure: Figure,
  description: Description,
  interactive?: Interactive,
): Promise<string> {
  const size = { width: STATIC_WIDTH, height: figure.layout.height ?? 400 };
  const svg = await staticPlot(figure, size, languageTag());
  const plotly = await plotlySource(description.alt);
  return htmlFigure(figure, svg, description, plotly, interactive);
}

function checkAlt(caller: string, description: Description): void {
  const { alt } = description ?? {};
  if (typeof alt === "string" && alt.trim() !== "") return;
  throw new TypeError(
    `${caller}: alt must say what the figure shows, for readers who do not see it`,
  );
}

/**
 * Shows a table under the cell.
 *
 * @param columns Headings, shape [columns].
 * @param rows Cells, shape [rows][columns]: text, or numbers, which are rounded
 * for display.
 * @param decimals The most decimals that a number is shown with, 4 unless told.
 * @throws {TypeError} When a row has more or fewer cells than there are
 * headings.
 * @throws {Error} Outside a Jupyter notebook.
 */
export async function showTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  decimals: number = 4,
): Promise<void> {
  const bad = rows.findIndex((row) => row.length !== columns.length);
  if (bad >= 0) {
    throw new TypeError(
      `showTable: rows[${bad}] must have ${columns.length} cells, got ${
        rows[bad].length
      }`,
    );
  }
  checkJupyter("showTable");
  await display({
    "text/html": htmlTable({ columns, rows }, decimals),
    "text/plain": textTable({ columns, rows }, decimals),
  });
}

/** Sends an output to the notebook, under the cell that is running. */
async function display(data: Record<string, unknown>): Promise<void> {
  await Deno.jupyter.broadcast("display_data", {
    data,
    metadata: {},
    transient: {},
  });
}

function checkJupyter(caller: string): void {
  if (inJupyter()) return;
  throw new Error(
    `${caller}: works only in a Jupyter notebook on the Deno kernel`,
  );
}

/** Whether this is the Deno kernel: elsewhere `Deno.jupyter` throws. */
function inJupyter(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}

/** The alternative text of the figure that carries the plotting library. */
let carrier: string | undefined;

/**
 * Where a figure finds the plotting library. `deno task lab` and the handouts
 * say so in `PLOTLY_URL`. In any other Jupyter the first figure of a notebook
 * carries it, and carries it again when it is shown again.
 */
async function plotlySource(alt: string): Promise<PlotlySource> {
  const url = Deno.env.get("PLOTLY_URL");
  if (url !== undefined) return { url, packed: "" };
  carrier ??= alt;
  return { url: "", packed: carrier === alt ? await packedPlotly() : "" };
}

/**
 * Makes the kernel wait a moment after each cell. Deno 2.9.6 may tell Jupyter
 * that a cell has ended while its outputs still wait in a queue; they would then
 * appear under the next cell, or nowhere. It calls `broadcastResult` at the end
 * of a cell, and waits for it.
 */
function letOutputsLeaveFirst(): void {
  const { jupyter } = (Deno as unknown as Record<symbol, Internals>)[
    (Deno as unknown as { internal: symbol }).internal
  ];
  if (!jupyter?.broadcastResult) return;
  const { broadcastResult } = jupyter;
  jupyter.broadcastResult = async (count, value) => {
    await broadcastResult(count, value);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
}

/** What is used here of Deno's own workings. */
interface Internals {
  jupyter?: {
    broadcastResult?: (count: number, value: unknown) => Promise<void>;
  };
}

if (inJupyter()) letOutputsLeaveFirst();
