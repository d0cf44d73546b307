/**
 * Showing figures and tables from a cell, wherever it runs.
 *
 * @module
 */

import type { Figure } from "../figures/figure.ts";
import {
  type ExplorableName,
  explorables,
  printed,
} from "../explorables/explorables.ts";
import { describe } from "../math/arguments.ts";
import {
  anyListOf,
  type Check,
  checkArguments,
  isInteger,
  isPlainObject,
  isText,
  listOf,
  oneOf,
  onlyOf,
  optional,
  shapeOf,
} from "../math/argument_shapes.ts";
import { host } from "./host.ts";
import { type Description, htmlFigure } from "./html_figure.ts";
import { type Cell, htmlTable, textTable } from "./html_table.ts";

/**
 * Shows a figure under the cell: the live plot where scripts run, the alternative
 * text where they do not.
 *
 * Wait for it, `await show(…)`, or the figure may appear under a later cell.
 *
 * @param figure What to draw, from one of the library's functions or your own.
 * @param description `alt`, the alternative text, which must say what the
 * figure shows; and, optionally, a `caption`.
 * @throws {TypeError} When the figure is not one, or the alternative text is missing.
 * @throws {Error} Outside a notebook.
 */
export async function show(
  figure: Figure,
  description: Description,
): Promise<void> {
  const areTraces = anyListOf(isPlainObject, "traces");
  checkArguments("show", {
    description: [description, isDescription],
    figure: [figure, shapeOf({ data: areTraces, layout: isPlainObject })],
  });
  const { display, figureScripts } = host("show");
  const scripts = await figureScripts(description.alt, false);
  await display({
    "application/vnd.plotly.v1+json": figure,
    "text/html": htmlFigure(figure, description, scripts),
    "text/plain": description.alt,
  });
}

/**
 * Shows a plot that the reader can change, with sliders or buttons, under the
 * cell. It runs in the browser, without the kernel: in a handout as in Jupyter.
 * Where scripts do not run, the alternative text is shown.
 *
 * Wait for it, `await explore(…)`, as for {@linkcode show}.
 *
 * @param name `"flowers"`: two cuts between the species; `"softmax"`: three
 * logits and their probabilities; `"flower"`: a flower's way through the
 * network; `"total"`: the losses of three flowers as b3 moves; `"slopes"`: both
 * losses with tangents; `"descent"`: the steps down the total; `"race"`: the
 * losses bring b3 back; `"rounding"`: a small loss computed in two ways.
 * @param description Alternative text and caption, as for {@linkcode show}.
 * @throws {RangeError} When there is no such plot.
 * @throws {TypeError} When the alternative text is missing.
 * @throws {Error} Outside a notebook.
 */
export async function explore(
  name: ExplorableName,
  description: Description,
): Promise<void> {
  checkArguments("explore", {
    name: [name, oneOf(Object.keys(explorables))],
    description: [description, isDescription],
  });
  const { display, figureScripts } = host("explore");
  const scripts = await figureScripts(description.alt, true);
  await display({
    "text/html": htmlFigure(printed(name), description, scripts, name),
    "text/plain": description.alt,
  });
}

/** Says why the alternative text is wanted: it is what authors leave out. */
function isDescription(caller: string, name: string, value: Description): void {
  const { alt } = value ?? {};
  if (typeof alt !== "string" || alt.trim() === "") {
    throw new TypeError(
      `${caller}: ${name}.alt must say what the figure shows, for readers who do not see it`,
    );
  }
  onlyOf({ alt: isText, caption: optional(isText) })(caller, name, value);
}

/** How a table is shown. */
export interface TableOptions {
  /** The text above the table. */
  readonly caption?: string;
  /** The most decimals that a number is shown with; 4 by default. */
  readonly decimals?: number;
}

/**
 * Shows a table under the cell.
 *
 * @param columns Headings, shape [columns].
 * @param rows Cells, shape [rows][columns]: text, or numbers, which are rounded
 * for display.
 * @param options A caption, and how many decimals to show.
 * @throws {TypeError} When the headings are not text, a row has more or fewer
 * cells than there are headings, or a cell is neither text nor a number.
 * @throws {RangeError} When `decimals` is not an integer from 0 to 100.
 * @throws {Error} Outside a notebook.
 */
export async function showTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): Promise<void> {
  const isRow = listOf(isCell, "cells", columns?.length);
  checkArguments("showTable", {
    columns: [columns, listOf(isText, "headings")],
    rows: [rows, anyListOf(isRow, "rows")],
    options: [
      options,
      onlyOf({
        caption: optional(isText),
        decimals: optional(isInteger(0, 101)),
      }),
    ],
  });
  const { caption = "", decimals = 4 } = options;
  const table = { columns, rows, caption };
  await host("showTable").display({
    "text/html": htmlTable(table, decimals),
    "text/plain": textTable(table, decimals),
  });
}

const isCell: Check = (caller, name, value) => {
  if (typeof value === "string" || typeof value === "number") return;
  throw new TypeError(
    `${caller}: ${name} must be text or a number, got ${describe(value)}`,
  );
};
