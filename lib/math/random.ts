/**
 * Random numbers that are the same at each run.
 *
 * Source: T. Ettinger, the generator mulberry32 (2017).
 *
 * @example The same seed, the same numbers
 * ```ts
 * import assert from "node:assert/strict";
 * import { seededRandom } from "@lesson/cross-entropy";
 * const [one, other] = [seededRandom(7), seededRandom(7)];
 * assert.equal(one(), other());
 * ```
 *
 * @param seed Any integer; each gives numbers of its own.
 * @returns A function that gives the next number, uniform in [0, 1).
 * @throws {RangeError} When the seed is not an integer.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed)) {
    throw new RangeError(`seededRandom: seed must be an integer, got ${seed}`);
  }
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
