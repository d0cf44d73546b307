import { describe } from "../math/arguments.ts";
import { CsvError, parse } from "csv-parse/sync";
import irisCsv from "../../data/iris.csv" with { type: "text" };

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

const columns = [
  "sepal_length",
  "sepal_width",
  "petal_length",
  "petal_width",
  "species",
];

/**
 * Fisher's 150 iris flowers, from `data/iris.csv`, in the order of the file.
 * Nothing is fetched: the file travels with the module.
 *
 * @example Fifty of each species
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadFlowers, species } from "@lesson/cross-entropy/notebook";
 * assert.equal(loadFlowers().filter((flower) => flower.species === "setosa").length, 50);
 * ```
 *
 * @returns The flowers; number n of the lesson (counted from 1) is at index n −
 * 1.
 */
export function loadFlowers(): Flower[] {
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
 * @param text The whole file.
 * @param file What errors call the file.
 * @returns The flowers, in the order of the rows.
 * @throws {TypeError} When `text` is not a string.
 * @throws {SyntaxError} When a column is missing, unknown or there twice, a row
 * is too short or too long, a size is not a positive decimal number, a species
 * is unknown, a quote does not enclose a whole cell, or there are no rows. The
 * message names the file, the line where the row or that quote begins, and the
 * column.
 */
export function parseFlowers(text: string, file: string = "CSV"): Flower[] {
  if (typeof text !== "string") {
    throw new TypeError(
      `parseFlowers: text must be a string, got ${describe(text)}`,
    );
  }
  const [header, ...rows] = readCsv(text, file);
  if (header === undefined) {
    throw unreadable(file, 1, 1, "the file is empty");
  }
  checkHeader(header, file);
  if (rows.length === 0) {
    throw unreadable(file, header.line + 1, 1, "no rows after the header");
  }
  return rows.map((row) => readFlower(header.cells, row, file));
}

/** What is wrong, and where; lines and columns are counted from 1. */
function unreadable(
  file: string,
  line: number,
  column: number | string,
  reason: string,
  options?: ErrorOptions,
): SyntaxError {
  return new SyntaxError(
    `${file}, line ${line}, column ${column}: ${reason}`,
    options,
  );
}

/** A row of the file, cut into cells, and the line on which it begins. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Cuts the text into rows, leaves blank lines out, and counts the lines. */
function readCsv(text: string, file: string): Row[] {
  // Inside quotes csv-parse counts a CRLF as two lines.
  const csv = text.replaceAll(/\r\n?/g, "\n");
  try {
    const records = parse(csv, {
      record_delimiter: "\n",
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as {
      record: string[];
      info: { lines: number; empty_lines: number };
    }[];
    return records.map(({ record, info }, i) => {
      // A row begins below the end of the one before and the blank lines.
      const before = records[i - 1]?.info ?? { lines: 0, empty_lines: 0 };
      const blank = info.empty_lines - before.empty_lines;
      return { cells: record, line: before.lines + blank + 1 };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // csv-parse tells where it gave up, which may be the end of the file. The
    // quote to blame is the first one behind the cells that it could read.
    const bytes = new TextEncoder().encode(csv);
    const blamed = bytes.indexOf('"'.charCodeAt(0), Number(error.bytes));
    const breaks = bytes.subarray(0, blamed).filter((byte) => byte === 10);
    throw unreadable(
      file,
      breaks.length + 1,
      Number(error.column) + 1,
      "a quote that does not enclose a whole cell",
      { cause: error },
    );
  }
}

function checkHeader({ cells, line }: Row, file: string): void {
  const missing = columns.filter((column) => !cells.includes(column));
  if (missing.length > 0) {
    throw new SyntaxError(
      `${file}, line ${line}: missing column ${missing.join(", ")}`,
    );
  }
  const extra = cells.findIndex((cell, i) =>
    !columns.includes(cell) || cells.indexOf(cell) !== i
  );
  if (extra >= 0) {
    const reason = `unknown or repeated column ${quote(cells[extra])}`;
    throw unreadable(file, line, extra + 1, reason);
  }
}

function readFlower(
  header: readonly string[],
  { cells, line }: Row,
  file: string,
): Flower {
  if (cells.length !== header.length) {
    throw unreadable(
      file,
      line,
      Math.min(cells.length, header.length) + 1,
      `${header.length} cells wanted, got ${cells.length}`,
    );
  }
  const cell = (column: string) => cells[header.indexOf(column)];
  const fail = (column: string, wanted: string) => {
    const reason = `${wanted} wanted, got ${quote(cell(column))}`;
    throw unreadable(file, line, column, reason);
  };
  const size = (column: string) => {
    const decimal = /^\d+(\.\d+)?$/.test(cell(column));
    const value = Number(cell(column));
    if (!decimal || !(value > 0 && value < Infinity)) {
      fail(column, "a positive decimal number");
    }
    return value;
  };
  const name = species.find((known) => known === cell("species"));
  return {
    sepalLength: size("sepal_length"),
    sepalWidth: size("sepal_width"),
    petalLength: size("petal_length"),
    petalWidth: size("petal_width"),
    species: name ?? fail("species", species.join(", ")),
  };
}

/**
 * A cell as it stands in a message: in quotes, with odd characters made
 * visible, and not too long.
 */
function quote(cell: string): string {
  return JSON.stringify(cell.length > 40 ? cell.slice(0, 40) + "…" : cell);
}
