import { withMinusSign } from "../minus_sign.ts";
import type { Input } from "./exercise.ts";

/** A number or a list as a message shows it, rounded to significant digits. */
export function shown(value: Input, digits: number = 6): string {
  return typeof value === "number"
    ? withMinusSign(String(Number(value.toPrecision(digits))))
    : `[${value.map((entry) => shown(entry, digits)).join(", ")}]`;
}
