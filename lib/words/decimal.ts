import { withMinusSign } from "../minus_sign.ts";

/**
 * A number as a reader of the spoken language writes it, with so many decimals
 * and a real minus sign; a value that rounds to 0 has none.
 */
export function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return withMinusSign(Number(text) === 0 ? text.replace("-", "") : text);
}
