import { csvParseRows } from "d3-dsv";
import irisCsv from "../../data/iris.csv" with { type: "text" };
import {
  type Check,
  checkArguments,
  isPositive,
  isText,
  listOf,
  oneOf,
  shapeOf,
} from "../math/argument_shapes.ts";

/**
 * The three species, in the order of the network's outputs: a species' index is
 * its class.
 */
export const species = ["setosa", "versicolor", "virginica"] as const;

/** One of the three species. */
export type Species = typeof species[number];

/** One measured flower. Lengths and widths are in centimetres. */
export interface Flower {
  /** Length of the sepal, cm. */
  readonly sepalLength: number;
  /** Width of the sepal, cm. */
  readonly sepalWidth: number;
  /** Length of the petal, cm. */
  readonly petalLength: number;
  /** Width of the petal, cm. */
  readonly petalWidth: number;
  /** What the botanist called it. */
  readonly species: Species;
}

/** Throws unless a value is an array of flowers. */
export const areFlowers: Check = listOf(
  shapeOf({
    sepalLength: isPositive,
    sepalWidth: isPositive,
    petalLength: isPositive,
    petalWidth: isPositive,
    species: oneOf(species),
  }),
  "flowers",
);

const columns = "sepal_length sepal_width petal_length petal_width species"
  .split(" ");

/**
 * Fisher's 150 iris flowers, from `data/iris.csv`, in the order of the file.
 * Nothing is fetched: the file travels with the module.
 *
 * @example Fifty of each species
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadFlowers } from "@lesson/cross-entropy/notebook";
 * assert.equal(loadFlowers().filter((flower) => flower.species === "setosa").length, 50);
 * ```
 *
 * @returns The flowers; flower n of the lesson, counted from 1, is at index n − 1.
 */
export function loadFlowers(): Flower[] {
  // Stryker disable next-line StringLiteral: read only of a file that was changed
  return parseFlowers(irisCsv, "data/iris.csv");
}

/**
 * Reads flowers from the text of a CSV file whose header names the columns
 * sepal_length, sepal_width, petal_length, petal_width and species, in any
 * order. Every cell is checked; nothing is guessed.
 *
 * @example One flower
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseFlowers } from "@lesson/cross-entropy/notebook";
 * const csv = "species,petal_width,petal_length,sepal_width,sepal_length\nsetosa,0.2,1.4,3.5,5.1\n";
 * assert.equal(parseFlowers(csv)[0].petalWidth, 0.2);
 * ```
 *
 * @param text The whole file. Blank lines, and spaces and tabs around a cell, do
 * not count.
 * @param file The name of the file in messages.
 * @returns The flowers, in the order of the rows.
 * @throws {TypeError} When `text` or `file` is not a string.
 * @throws {SyntaxError} When the cells are separated by semicolons, a column is
 * missing, unknown or repeated, a row is too short or too long, a size is not a
 * positive decimal number, a species is unknown, a quote does not enclose a whole
 * cell, or there are no rows. The message names the file, the line where the row
 * or that quote begins, and the column.
 */
export function parseFlowers(text: string, file: string = "CSV"): Flower[] {
  checkArguments("parseFlowers", {
    text: [text, isText],
    file: [file, isText],
  });
  const fail: Fail = (line, column, reason) => {
    throw new SyntaxError(`${file}, line ${line}, column ${column}: ${reason}`);
  };
  const [header, ...rows] = readRows(text, fail);
  if (header === undefined) fail(1, 1, "the file is empty");
  checkHeader(header, rows, fail);
  if (rows.length === 0) fail(header.line + 1, 1, "no rows after the header");
  return rows.map((row) => readFlower(header.cells, row, fail));
}

/** Throws what is wrong, and where; lines and columns are counted from 1. */
type Fail = (line: number, column: number | string, reason: string) => never;

/** A row of the file, cut into cells, and the line on which it begins. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function readRows(text: string, fail: Fail): Row[] {
  const csv = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n")
    // Not trim(): spaces of other kinds stay, and are refused.
    .replaceAll(/(?<=^|[,\n])[ \t]+|(?<![ \t])[ \t]+(?=[,\n]|$)/g, "");
  // The parser accepts every text, so stray quotes are found first.
  const stray = strayQuote(csv);
  if (stray !== -1) {
    const before = csv.slice(0, stray);
    const { cells } = rowsOf(before + "_").at(-1)!;
    const reason = "a quote that does not enclose a whole cell";
    fail(before.split("\n").length, cells.length, reason);
  }
  return rowsOf(csv);
}

/** Where a quote stands that does not enclose a whole cell; −1 if all do. */
function strayQuote(csv: string): number {
  const edges = [undefined, ",", "\n"];
  let start = csv.indexOf('"');
  while (start !== -1) {
    let end = csv.indexOf('"', start + 1);
    // Doubled quotes stand for one in the cell.
    while (end !== -1 && csv[end + 1] === '"') end = csv.indexOf('"', end + 2);
    const encloses = end !== -1 && edges.includes(csv[start - 1]) &&
      edges.includes(csv[end + 1]);
    if (!encloses) return start;
    start = csv.indexOf('"', end + 1);
  }
  return -1;
}

function rowsOf(csv: string): Row[] {
  const lines = csv.split("\n");
  let next = 1;
  return csvParseRows(csv, (cells: string[]) => {
    const line = next;
    next += cells.join().split("\n").length;
    return lines[line - 1] === "" ? null : { cells, line };
  });
}

function checkHeader({ cells, line }: Row, rows: readonly Row[], fail: Fail) {
  if (cells.length === 1 && cells[0].includes(";")) {
    const commas = rows.some(({ cells }) => /\d,\d/.test(cells.join()));
    const decimals = commas ? ", and decimal points, got decimal commas" : "";
    fail(line, 1, `commas wanted between cells, got semicolons${decimals}`);
  }
  const missing = columns.filter((column) => !cells.includes(column));
  if (missing.length > 0) {
    const instead = cells.findIndex((cell) => !columns.includes(cell));
    const column = (instead < 0 ? cells.length : instead) + 1;
    fail(line, column, `missing column ${missing.join(", ")}`);
  }
  const extra = cells.findIndex((cell, i) =>
    !columns.includes(cell) || cells.indexOf(cell) !== i
  );
  if (extra >= 0) {
    fail(line, extra + 1, `unknown or repeated column ${quote(cells[extra])}`);
  }
}

function readFlower(
  header: readonly string[],
  { cells, line }: Row,
  fail: Fail,
): Flower {
  if (cells.length !== columns.length) {
    const column = Math.min(cells.length, columns.length) + 1;
    fail(line, column, `${columns.length} cells wanted, got ${cells.length}`);
  }
  const cell = (column: string) => cells[header.indexOf(column)];
  const size = (column: string): number => {
    const value = Number(cell(column));
    if (/^\d+(\.\d+)?$/.test(cell(column)) && value > 0 && value < Infinity) {
      return value;
    }
    const point = cell(column).includes(",") ? " with a decimal point" : "";
    const wanted = `a positive decimal number${point} wanted`;
    return fail(line, column, `${wanted}, got ${quote(cell(column))}`);
  };
  const name = cell("species");
  return {
    sepalLength: size("sepal_length"),
    sepalWidth: size("sepal_width"),
    petalLength: size("petal_length"),
    petalWidth: size("petal_width"),
    species: species.find((known) => known === name) ??
      fail(line, "species", `${species.join(", ")} wanted, got ${quote(name)}`),
  };
}

/**
 * A cell for a message: in quotes, cut short, with unusual spaces made visible.
 */
function quote(cell: string): string {
  const start = cell.length > 40 ? cell.slice(0, 40) + "…" : cell;
  const code = (space: string) =>
    `\\u${space.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(start).replace(/(?! )[\p{Z}\p{Cf}]/gu, code);
}
