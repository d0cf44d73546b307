import { FORMULA, hasTag, type NotebookCell, textOf } from "./notebooks.ts";

/** A cell as it stands after a run. */
export interface ExecutedCell extends NotebookCell {
  readonly outputs?: readonly Output[];
}

/** What a cell put out: a stream, an error, or a value in several forms. */
export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A number as a text writes it. */
interface Written {
  /** As it stands in the text. */
  readonly text: string;
  readonly value: number;
  /** How far from the value a number may be that is written so. */
  readonly tolerance: number;
  /** Whether a sign stands before it, or none, or a dash that may be either. */
  readonly negative: boolean;
}

/** Numbers that name a place, a source or a thing, and that nothing computes. */
const NAMES = [
  /\]\([^)]*\)/g, // links
  /`[^`]*`/g, // code
  /^(#+ )?\d\. /gm, // the title, and numbered lists
  /\b(steps?|figures?|tables?|parts?|chapters?|version) \d+(\.\d+)?(?:(?:,| and| to|–) \d+(\.\d+)?)*/gi,
  /\b(18|19|20)\d\d\b/g, // years
  /\b\d+ (to \d+ )?minutes\b/g,
  /\b[a-z]+\d+\b/gi, // b3, log2
];

const NUMBER =
  /([−-]?)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:e([−-]?\d+)| · 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?( ?%)?/g;

/**
 * The numbers that a text states, without those that are only names. Of a formula
 * these are its decimals: a minus in it is an operation, and an integer a part of
 * the mathematics.
 */
export function writtenNumbers(text: string): Written[] {
  const decimals = (formula: string) =>
    ` ${
      formula.replaceAll(/ ?\\cdot 10\^\{(-?\d+)\}/g, "e$1")
        .match(/\d+\.\d+(e-?\d+)?/g)?.join(" ") ?? ""
    } `;
  const stated = NAMES.reduce((rest, name) => rest.replaceAll(name, " "), text)
    .replaceAll(FORMULA, decimals);
  return [...stated.matchAll(NUMBER)].map(
    ([whole, sign, digits, exponent, power, percent]) => {
      const decimals = digits.split(".")[1]?.length ?? 0;
      // A superscript digit, normalized, is a digit.
      const tens = (exponent ?? power ?? "0").normalize("NFKC");
      const scale = 10 ** (Number(tens.replace("−", "-")) - (percent ? 2 : 0));
      return {
        text: whole.trim(),
        value: Number(digits.replaceAll(",", "")) * scale,
        tolerance: 0.5000001 * 10 ** -decimals * scale,
        negative: sign === "−",
      };
    },
  );
}

/**
 * The numbers that a run puts before the reader: what cells print, return and
 * tabulate, the labels of figures, and the points of traces that are short enough
 * to be read one by one. A curve of hundreds of points would hold any number.
 */
function shownNumbers(cells: readonly ExecutedCell[]): number[] {
  return cells.flatMap(({ outputs = [] }) => outputs).flatMap((output) => {
    const { text = "", data = {} } = output;
    const figure = data["application/vnd.plotly.v1+json"];
    return figure === undefined
      ? [text, data["text/plain"] ?? ""].flatMap((said) =>
        numbersIn([said].flat().join(""))
      )
      : figureNumbers(figure);
  });
}

/** The longest trace whose points a reader would look at one by one. */
const FEW = 30;

function figureNumbers(part: unknown): number[] {
  if (typeof part === "number") return [part];
  if (typeof part === "string") return numbersIn(part);
  if (Array.isArray(part)) {
    return part.length > FEW ? [] : part.flatMap(figureNumbers);
  }
  return part === null || typeof part !== "object"
    ? []
    : Object.values(part).flatMap(figureNumbers);
}

function numbersIn(text: string): number[] {
  return (text.replaceAll("−", "-")
    .match(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g) ?? []).map(Number);
}

/** The numbers that the cells are given: those that stand in their code. */
function givenNumbers(cells: readonly NotebookCell[]): number[] {
  return cells.filter(({ cell_type }) => cell_type === "code")
    .flatMap((cell) => numbersIn(textOf(cell).replaceAll(STRING, "")));
}

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** What a cell states: its prose, or the words of its figure or table. */
function statementsOf(cell: NotebookCell): string {
  if (cell.cell_type === "markdown") return textOf(cell);
  return hasTag(cell, "labels")
    ? (textOf(cell).replaceAll(/"\s*\+\s*"/g, "").match(STRING) ?? []).join(" ")
    : "";
}

/**
 * The numbers of an executed notebook's text that nothing holds, a line each: no
 * output, no code, and no expression listed for that cell.
 */
export function unheldNumbers(
  cells: readonly ExecutedCell[],
  expressions: Readonly<Record<string, readonly number[]>> = {},
): string[] {
  const held = [...shownNumbers(cells), ...givenNumbers(cells)];
  const unknown = Object.keys(expressions)
    .filter((id) => !cells.some((cell) => cell.id === id))
    .map((id) => `${id}: no such cell, but numbers are listed for it`);
  return unknown.concat(cells.flatMap((cell) => {
    const here = [...held, ...expressions[cell.id] ?? []];
    return writtenNumbers(statementsOf(cell))
      .filter((written) => !here.some((value) => isWritten(value, written)))
      .map(({ text }) => `${cell.id}: ${text}`);
  }));
}

/** Whether a value, rounded, is what is written; without a sign, either is. */
function isWritten(value: number, written: Written): boolean {
  if (written.negative && value > 0) return false;
  return Math.abs(Math.abs(value) - written.value) <= written.tolerance;
}
