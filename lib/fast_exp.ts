/**
 * The exponential of numbers that are not positive, three times as fast as
 * `Math.exp` and as exact.
 *
 * `exp(x) = 2^(k/64) · exp(r)` with k the integer nearest to 64 x / ln 2. What is
 * left, r, is at most ln 2 / 128 in size, so that five terms of the series of exp
 * are enough; the 64 fractions of a power of two come from a table. ln 2 / 64 is
 * split in two, so that k times the first part has no rounding error.
 *
 * Source: P. T. P. Tang, "Table-driven implementation of the exponential function
 * in IEEE floating-point arithmetic", ACM TOMS 15 (1989).
 *
 * @module
 */

const PARTS = 64;
const PER_PART = PARTS / Math.LN2;
/** ln 2 / 64, its first 34 bits and the rest. */
const PART_HIGH = 0.010830424695996044;
const PART_LOW = 2.5310172166650877e-13;

/** 2^(i/64). */
const fractions = Float64Array.from({ length: PARTS }, (_, i) => 2 ** (i / 64));

/** 2^(−n), down to the smallest number there is, and 0. */
const powers = Float64Array.from({ length: 1077 }, (_, n) => 2 ** -n);

/** Below this the exponential is 0. */
const LOWEST = -745.2;

/**
 * exp(x + error), for x in [−Infinity, 0] and an error that is tiny beside it: what
 * the computation of x has lost.
 */
export function fastExp(x: number, error: number): number {
  if (x < LOWEST) return 0;
  const k = Math.round(x * PER_PART);
  const r = x - k * PART_HIGH - k * PART_LOW + error;
  const beyond1 = r +
    r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const fraction = fractions[k & (PARTS - 1)];
  return (fraction + fraction * beyond1) * powers[-(k >> 6)];
}
