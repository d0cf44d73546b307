import { language } from "./language.ts";

/**
 * A number that is written as in code, as a reader of the spoken language writes
 * it: with a real minus sign, and with a comma where that language has one.
 */
export function written(number: string): string {
  const text = number.replaceAll("-", "−").replace("Infinity", "∞");
  return language() === "pt" ? text.replace(".", ",") : text;
}

/**
 * A number with so many decimals as a reader of the spoken language writes it; a
 * value that rounds to 0 has no minus sign.
 */
export function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return written(Number(text) === 0 ? text.replace("-", "") : text);
}

/** Some numbers in a row, kept apart so that no comma can be mistaken. */
export function listed(values: readonly number[]): string {
  const separator = language() === "pt" ? "; " : ", ";
  return values.map((value) => written(String(value))).join(separator);
}
