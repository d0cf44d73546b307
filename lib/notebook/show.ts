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
 * @throws {TypeError} When the alternative text is missing.
 * @throws {Error} Outside a notebook.
 */
export async function show(
  figure: Figure,
  description: Description,
): Promise<void> {
  checkAlt("show", description);
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
  if (!Object.hasOwn(explorables, name)) {
    const names = Object.keys(explorables).join(", ");
    throw new RangeError(`explore: name must be one of ${names}, got ${name}`);
  }
  checkAlt("explore", description);
  const { display, figureScripts } = host("explore");
  const scripts = await figureScripts(description.alt, true);
  await display({
    "text/html": htmlFigure(printed(name), description, scripts, name),
    "text/plain": description.alt,
  });
}

function checkAlt(caller: string, description: Description): void {
  const { alt } = description ?? {};
  if (typeof alt === "string" && alt.trim() !== "") return;
  throw new TypeError(
    `${caller}: alt must say what the figure shows, for readers who do not see it`,
  );
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
  checkTable(columns, rows);
  const { caption = "", decimals = 4 } = options ?? {};
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 100)) {
    throw new RangeError(
      `showTable: decimals must be an integer in [0, 100], got ${decimals}`,
    );
  }
  const table = { columns, rows, caption };
  await host("showTable").display({
    "text/html": htmlTable(table, decimals),
    "text/plain": textTable(table, decimals),
  });
}

function checkTable(columns: unknown, rows: unknown): void {
  if (!Array.isArray(columns) || !columns.every(isString)) {
    throw new TypeError("showTable: columns must be an array of strings");
  }
  if (!Array.isArray(rows)) {
    throw new TypeError(
      `showTable: rows must be an array, got ${describe(rows)}`,
    );
  }
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== columns.length) {
      const got = Array.isArray(row) ? row.length : describe(row);
      throw new TypeError(
        `showTable: rows[${i}] must have ${columns.length} cells, got ${got}`,
      );
    }
    const bad = row.findIndex((cell) =>
      !isString(cell) && typeof cell !== "number"
    );
    if (bad >= 0) {
      throw new TypeError(
        `showTable: rows[${i}][${bad}] must be text or a number, got ${
          describe(row[bad])
        }`,
      );
    }
  }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
