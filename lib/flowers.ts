import { CsvError, parse } from "csv-parse/sync";
import irisCsv from "../data/iris.csv" with { type: "text" };

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
 * import { loadFlowers, species } from "@lesson/cross-entropy";
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
 * import { parseFlowers } from "@lesson/cross-entropy";
 * const csv = "species,petal_width,petal_length,sepal_width,sepal_length\nsetosa,0.2,1.4,3.5,5.1\n";
 * assert.equal(parseFlowers(csv)[0].petalWidth, 0.2);
 * ```
 *
 * @param text The whole file.
 * @param file What errors call the file.
 * @returns The flowers, in the order of the rows.
 * @throws {SyntaxError} When a column is missing, unknown or there twice, a row
 * is too short or too long, a size is not a positive decimal number, a species
 * is unknown, or there are no rows. The message names the file, line and
 * column.
 */
export function parseFlowers(text: string, file: string = "CSV"): Flower[] {
  const [header, ...rows] = readCsv(text, file);
  checkHeader(header, file);
  if (rows.length === 0) {
    throw new SyntaxError(
      `${file}, line ${header.line + 1}: no rows after the header`,
    );
  }
  return rows.map((row) => readFlower(header.cells, row, file));
}

/** One line of the file, cut into cells. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Cuts the text into cells, and says on which line each row stands. */
function readCsv(text: string, file: string): Row[] {
  try {
    const records = parse(text, {
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length === 0) {
      throw new SyntaxError(`${file}, line 1: the file is empty`);
    }
    return records.map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SyntaxError(
      `${file}, line ${error.lines ?? "?"}: ${error.message}`,
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
  const extra = cells.filter((cell, i) =>
    !columns.includes(cell) || cells.indexOf(cell) !== i
  );
  if (extra.length > 0) {
    throw new SyntaxError(
      `${file}, line ${line}: unknown or repeated column ${
        extra.map(quote).join(", ")
      }`,
    );
  }
}

function readFlower(
  header: readonly string[],
  { cells, line }: Row,
  file: string,
): Flower {
  if (cells.length !== header.length) {
    throw new SyntaxError(
      `${file}, line ${line}: ${header.length} cells wanted, got ${cells.length}`,
    );
  }
  const cell = (column: string) => cells[header.indexOf(column)];
  const fail = (column: string, wanted: string) => {
    throw new SyntaxError(
      `${file}, line ${line}, column ${column}: ${wanted} wanted, got ${
        quote(cell(column))
      }`,
    );
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
