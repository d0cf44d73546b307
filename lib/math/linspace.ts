/**
 * Evenly spaced numbers from `from` to `to`, both included: the places where a
 * curve is drawn.
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
 * @throws {RangeError} When an end is not finite or `count` is not such an
 * integer.
 */
export function linspace(from: number, to: number, count: number): number[] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new RangeError(
      `linspace: both ends must be finite, got ${from} and ${to}`,
    );
  }
  if (!Number.isInteger(count) || count < 2) {
    throw new RangeError(
      `linspace: count must be an integer of at least 2, got ${count}`,
    );
  }
  const gaps = count - 1;
  const between = (i: number) => (from * (gaps - i) + to * i) / gaps;
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    return i === gaps ? to : between(i);
  });
}
