import { languageTag } from "./language.ts";

/**
 * A number from code, as a reader of a language writes it: with a real minus
 * sign and that language's decimal separator.
 */
export function written(code: string, tag: string = languageTag()): string {
  return code.replaceAll("-", "−").replace("Infinity", "∞")
    .replace(".", decimalSeparator(tag));
}

/**
 * A number with this many decimals, as a reader writes it; a value that rounds to
 * 0 has no minus sign.
 */
export function decimal(value: number, decimals: number): string {
  // Not rounded by Intl, which rounds 1.005 up: readers see the digits that
  // code prints.
  const code = value.toFixed(decimals);
  return written(Number(code) === 0 ? code.replace("-", "") : code);
}

/**
 * A list of numbers, with semicolons where the comma is the decimal separator.
 */
export function listed(values: readonly number[]): string {
  const separator = decimalSeparator(languageTag()) === "," ? "; " : ", ";
  return values.map((value) => written(String(value))).join(separator);
}

/** A number, or lists of them, as code that can be pasted into a cell. */
export function asCode(value: Numbers, digits: number = 6): string {
  return typeof value === "number"
    ? String(Number(value.toPrecision(digits)))
    : `[${value.map((entry) => asCode(entry, digits)).join(", ")}]`;
}

/** A number, a list of numbers, or a list of such lists. */
export type Numbers = number | readonly Numbers[];

const separators: Record<string, string> = {};

/** Kept for each language: to make a formatter takes longer than a whole figure. */
function decimalSeparator(tag: string): string {
  return separators[tag] ??=
    new Intl.NumberFormat(tag).formatToParts(0.5)[1].value;
}
