import { written } from "../i18n/format.ts";
import { markup } from "./markup.ts";

/** A cell: text as it is, or a number, which is rounded for display. */
export type Cell = string | number;

/** A table of text and numbers. */
export interface Table {
  /** Headings, shape [columns]. */
  readonly columns: readonly string[];
  /** Cells, shape [rows][columns]. */
  readonly rows: readonly (readonly Cell[])[];
  /** The text above it; none when empty. */
  readonly caption?: string;
}

/**
 * The table as HTML; numbers are aligned to the right, and text is shown
 * literally, never as markup.
 */
export function htmlTable(
  { columns, rows, caption }: Table,
  decimals: number,
): string {
  const sides = columns.map((_, j) => {
    const isNumeric = rows.some((row) => typeof row[j] === "number");
    return markup` style="text-align: ${isNumeric ? "right" : "left"}"`;
  });
  const head = columns.map((name, j) =>
    // A screen reader would announce an empty heading.
    name === ""
      ? markup`<td></td>`
      : markup`<th scope="col"${sides[j]}>${name}</th>`
  );
  const body = cellTexts(rows, decimals).map((row) => {
    const cells = row.map((cell, j) => markup`<td${sides[j]}>${cell}</td>`);
    return markup`<tr>${cells}</tr>\n`;
  });
  return markup`<table class="numbers">${
    caption && markup`\n<caption>${caption}</caption>`
  }
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`.html;
}

/** The table as plain text, in columns. */
export function textTable(
  { columns, rows, caption }: Table,
  decimals: number,
): string {
  const lines = [columns, ...cellTexts(rows, decimals)];
  const widths = columns.map((_, j) =>
    Math.max(...lines.map((line) => line[j].length))
  );
  const texts = lines.map((line) =>
    line.map((cell, j) => cell.padStart(widths[j])).join("  ")
  );
  return (caption ? [caption, ...texts] : texts).join("\n");
}

/**
 * All cells as text. The numbers of a column share one count of decimals, as
 * many as its longest number needs but at most `decimals`; one that would be
 * rounded to 0 is written with an exponent.
 */
function cellTexts(rows: Table["rows"], decimals: number): string[][] {
  const needed = (cell: Cell) =>
    typeof cell === "number" ? (String(cell).split(".")[1] ?? "").length : 0;
  const count = (j: number) =>
    Math.min(decimals, Math.max(...rows.map((row) => needed(row[j]))));
  return rows.map((row) =>
    row.map((cell, j) =>
      typeof cell === "string" ? cell : number(cell, count(j))
    )
  );
}

/**
 * A number as people write it, with a real minus sign; one that would be rounded
 * to 0 with an exponent.
 */
function number(value: number, decimals: number): string {
  const rounded = value.toFixed(decimals);
  const vanishes = value !== 0 && Number(rounded) === 0;
  return written(vanishes ? value.toExponential(2) : rounded);
}
