import { checkVector } from "./arguments.ts";

/**
 * Numbers as text, each with the same count of decimals, with a space between. A
 * notebook asserts with it the numbers that its prose names.
 *
 * @example Three probabilities
 * ```ts
 * import assert from "node:assert/strict";
 * import { fixed, softmax } from "@lesson/cross-entropy";
 * assert.equal(fixed(softmax([1.43, -0.4, 0.23]), 4), "0.6842 0.1098 0.2061");
 * ```
 *
 * @param values Any numbers, at least one.
 * @param decimals How many decimals to keep, an integer in [0, 100].
 * @returns For instance "0.57 -1.20".
 * @throws {TypeError} When `values` is not an array of at least one number.
 * @throws {RangeError} When `decimals` is out of range.
 */
export function fixed(values: readonly number[], decimals: number): string {
  checkVector("fixed", "values", values);
  return values.map((value) => value.toFixed(decimals)).join(" ");
}
