/**
 * Rounds to a number of decimals, as one does on paper. The lesson uses it to
 * show what rounding too early costs.
 *
 * @example Two decimals
 * ```ts
 * import assert from "node:assert/strict";
 * import { roundTo } from "@lesson/cross-entropy";
 * assert.equal(roundTo(0.567652, 2), 0.57);
 * ```
 *
 * @param value A finite number.
 * @param decimals How many decimals to keep, an integer in [0, 15].
 * @returns The decimal number nearest to `value`; the one farther from 0 on a
 * tie.
 * @throws {TypeError} When `value` is not a number.
 * @throws {RangeError} When `value` is not finite or `decimals` is not such an
 * integer.
 */
export function roundTo(value: number, decimals: number): number {
  if (typeof value !== "number") {
    throw new TypeError(`roundTo: value must be a number, got ${value}`);
  }
  if (!Number.isFinite(value)) {
    throw new RangeError(`roundTo: value must be finite, got ${value}`);
  }
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw new RangeError(
      `roundTo: decimals must be an integer in [0, 15], got ${decimals}`,
    );
  }
  // toFixed() knows the exact value of the double; scaling it would round twice.
  return Number(value.toFixed(decimals));
}
