import { checkFiniteNumber, checkInteger } from "./arguments.ts";

/**
 * Evenly spaced numbers from `from` to `to`, both included: the places where a curve is
 * drawn.
 *
 * @example Five numbers from 0 to 1
 * ```ts
 * import assert from "node:assert/strict";
 * import { linspace } from "@lesson/cross-entropy";
 * assert.deepEqual(linspace(0, 1, 5), [0, 0.25, 0.5, 0.75, 1]);
 * ```
 *
 * @param from The first number, finite.
 * @param to The last number, finite.
 * @param count How many, an integer ≥ 2.
 * @returns The numbers, shape [count].
 * @throws {TypeError} When an argument is not a number.
 * @throws {RangeError} When an end is not finite or `count` is not such an integer.
 */
export function linspace(from: number, to: number, count: number): number[] {
  checkFiniteNumber("linspace", "from", from);
  checkFiniteNumber("linspace", "to", to);
  checkInteger("linspace", "count", count, 2);
  const gaps = count - 1;
  // Products of large ends with the count would overflow.
  // Stryker disable next-line EqualityOperator: 1e300 is far from where they do
  const large = Math.abs(from) > 1e300 || Math.abs(to) > 1e300;
  const between = (i: number) =>
    large
      ? from * ((gaps - i) / gaps) + to * (i / gaps)
      : (from * (gaps - i) + to * i) / gaps;
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    return i === gaps ? to : between(i);
  });
}
