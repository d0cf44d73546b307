import type { Input } from "./exercise.ts";

/** A number or a list as a message shows it, rounded to significant digits. */
export function shown(value: Input, digits: number = 6): string {
  return typeof value === "number"
    ? String(Number(value.toPrecision(digits))).replaceAll("-", "−")
    : `[${value.map((entry) => shown(entry, digits)).join(", ")}]`;
}
