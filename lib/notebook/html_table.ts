import { written } from "../i18n/format.ts";
import { escape } from "html-escaper";

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
  const numeric = columns.map((_, j) =>
    rows.some((row) => typeof row[j] === "number")
  );
  const align = (j: number) =>
    ` style="text-align: ${numeric[j] ? "right" : "left"}"`;
  const head = columns.map((name, j) =>
    // A screen reader would announce an empty heading.
    name === ""
      ? "<td></td>"
      : `<th scope="col"${align(j)}>${escape(name)}</th>`
  );
  const body = cellTexts(rows, decimals).map((row) =>
    row.map((cell, j) => `<td${align(j)}>${escape(cell)}</td>`)
  );
  return [
    `<table class="numbers">`,
    ...(caption ? [`<caption>${escape(caption)}</caption>`] : []),
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>`,
    ...body.map((cells) => `<tr>${cells.join("")}</tr>`),
    `</tbody>`,
    `</table>`,
  ].join("\n");
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
