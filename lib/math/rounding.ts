import { checkFinite, checkFiniteNumber, checkInteger } from "./arguments.ts";

/**
 * Rounds to a number of decimals, as on paper. The lesson uses it to show what rounding
 * too early costs.
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
 * @returns The decimal number nearest to `value`; the one farther from 0 on a tie.
 * @throws {TypeError} When an argument is not a number.
 * @throws {RangeError} When `value` is not finite or `decimals` is not such an integer.
 */
export function roundTo(value: number, decimals: number): number {
  checkFiniteNumber("roundTo", "value", value);
  checkInteger("roundTo", "decimals", decimals, 0, 16);
  // toFixed() knows the exact value of the double; scaling it would round twice.
  // 0 + x makes −0 a 0.
  return 0 + Number(value.toFixed(decimals));
}

/**
 * Numbers as text, each with the same number of decimals, separated by spaces.
 *
 * @example Three probabilities
 * ```ts
 * import assert from "node:assert/strict";
 * import { fixed, softmax } from "@lesson/cross-entropy";
 * assert.equal(fixed(softmax([1.43, -0.4, 0.23]), 4), "0.6842 0.1098 0.2061");
 * ```
 *
 * @param values Finite numbers, at least one.
 * @param decimals How many decimals to keep, an integer in [0, 100].
 * @returns For instance "0.57 -1.20".
 * @throws {TypeError} When `values` is not an array of at least one number.
 * @throws {RangeError} When a value is not finite or `decimals` is not such an integer.
 */
export function fixed(values: readonly number[], decimals: number): string {
  checkFinite("fixed", "values", values);
  checkInteger("fixed", "decimals", decimals, 0, 101);
  return values.map((value) => value.toFixed(decimals)).join(" ");
}
