import { checkInteger, checkTarget } from "./arguments.ts";

/**
 * The observed class as a list of numbers: 1 for that class, 0 for every other.
 *
 * @example The second of three classes was observed
 * ```ts
 * import assert from "node:assert/strict";
 * import { oneHotTarget } from "@lesson/cross-entropy";
 * assert.deepEqual(oneHotTarget(1, 3), [0, 1, 0]);
 * ```
 *
 * @param target Index of the observed class, an integer in [0, classes).
 * @param classes Number of classes, K ≥ 1.
 * @returns The one-hot target y, shape [K].
 * @throws {TypeError} When either is not a number.
 * @throws {RangeError} When `target` is not the index of a class, or `classes` is not
 * such a number.
 */
export function oneHotTarget(target: number, classes: number): number[] {
  checkInteger("oneHotTarget", "classes", classes, 1);
  checkTarget("oneHotTarget", target, classes);
  return Array.from({ length: classes }, (_, j) => (j === target ? 1 : 0));
}
