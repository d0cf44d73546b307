/**
 * Exponentials of logits, relative to the largest logit.
 *
 * Softmax, log-softmax, log-sum-exp and the losses all need `Σ exp(z)`, which overflows
 * when a logit exceeds 709. Taking the largest logit m out helps, `Σ exp(z) = exp(m) ·
 * Σ exp(z − m)`, because no exponent is then above 0. Four more things keep the last
 * digits:
 *
 * - One of the terms is exp(0) = 1. It is kept apart from the `rest`, so that log(1 +
 *   rest) keeps a rest as small as 1e-300, where `1 + rest` would round it away.
 * - The difference z − m is rounded. For a difference of −700 the error is only 5e-14,
 *   but the exponential would carry all of it into its result; so the rounding error is
 *   computed and put back.
 * - Every term is rounded, and so is every addition. The rounding errors of both are
 *   summed separately and kept as `lost`.
 * - Numbers below 2^−1022 have fewer digits. Where the terms are as small as that, they
 *   are added up 2^128 times as large.
 *
 * The exponential itself is faster than `Math.exp`, and more exact: `exp(x) =
 * 2^(−k/2048) · exp(r)` with k the integer nearest to −2048 x / ln 2. What is left, r,
 * is at most ln 2 / 4096 in size, so that four terms of its series are enough; the 2048
 * fractions of a power of two come from a table. ln 2 / 2048 is split in two, so that k
 * times the first part has no rounding error.
 *
 * The error of an exponential is at most 0.51 ULP: 0.5 of its last addition, whose
 * smaller part is under 2^−12 of the larger and brings four roundings (2^−63 of the
 * result), the second part of k ln 2 / 2048 (2^−65) and the end of the series (2^−69).
 * The last addition's own error goes into the sum, so that rest + lost is within 2^−62
 * of the exact sum, for up to a million classes.
 *
 * Sources: P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the
 * log-sum-exp and softmax functions", IMA Journal of Numerical Analysis 41 (2021); P.
 * T. P. Tang, "Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic", ACM TOMS 15 (1989).
 *
 * @module
 */

import { type Pair, twoSumError as sumErrorOf } from "./double_double.ts";
import { LN2, ONE } from "./log1p.ts";

// An imported name is looked up at each use, a constant of this file is not: that
// is a tenth of the time.
const twoSumError = sumErrorOf;

const BITS = 11;
const PARTS = 2 ** BITS;
const PER_PART = PARTS / Math.LN2;
/** ln 2 / 2048, its first 31 bits and the rest. */
const PART_HIGH = 0.0003384507715509244;
const PART_LOW = 2.0686139481490644e-13;
/** Below this the exponential is 0. */
const LOWEST = -745.2;

/** 2^(−1/2048), with 120 binary digits, by the series of exp. */
function firstFraction(): bigint {
  let sum = 0n;
  for (let n = 1n, term = ONE; term !== 0n; n++) {
    sum += term;
    term = -term * LN2 / (n * BigInt(PARTS) * ONE);
  }
  return sum;
}

/** 2^(−i/2048), and its rounding error. */
const fractions = new Float64Array(PARTS);
const fractionsLost = new Float64Array(PARTS);
for (let i = 0, power = ONE, first = firstFraction(); i < PARTS; i++) {
  fractions[i] = Number(power) / 2 ** 120;
  fractionsLost[i] = Number(power - BigInt(fractions[i] * 2 ** 120)) / 2 ** 120;
  power = power * first / ONE;
}

/** 2^(−n), down to the smallest number there is, and 0. */
const powers = Float64Array.from({ length: 1077 }, (_, n) => 2 ** -n);
/** 2^(128−n). */
const lifted = Float64Array.from({ length: 1207 }, (_, n) => 2 ** (128 - n));

/** The largest logit of a row, and the sum of the exponentials. */
export interface Row {
  /** Index of the largest logit, m; the first one on a tie. */
  largest: number;
  /** Σ exp(z − m) over every class but that, in [0, K − 1]. */
  rest: number;
  /** The rounding error of `rest`. */
  lost: number;
}

/**
 * Writes exp(z − m) for the logits with indices in [first, end) into another array, and
 * fills in `row`.
 */
export function exponentiate(
  logits: Float64Array,
  first: number,
  end: number,
  into: Float64Array,
  row: Row,
): void {
  let largest = first;
  let m = logits[first];
  for (let j = first + 1; j < end; j++) {
    // Stryker disable next-line EqualityOperator: of equal logits any is the largest
    if (logits[j] > m) {
      m = logits[j];
      largest = j;
    }
  }
  addUp(logits, first, end, largest, into, row, powers, LOWEST);
  // Stryker disable next-line ConditionalExpression,EqualityOperator,UnaryOperator: where the terms are larger, both ways give the same digits
  if (row.rest < 2 ** -900) {
    addUp(logits, first, end, largest, into, row, lifted, LOWEST - 90);
    // Stryker disable next-line EqualityOperator: the next row overwrites what is its own
    for (let j = first; j < end; j++) into[j] *= 2 ** -128;
    const rest = row.rest * 2 ** -128;
    const lost = (row.rest - rest * 2 ** 128 + row.lost) * 2 ** -128;
    row.rest = rest;
    // In between, so coarse a number would spoil the rounding.
    // Stryker disable next-line EqualityOperator: at the two ends either will do
    row.lost = rest > 2 ** -1022 && rest < 2 ** -1000 ? 0 : lost;
  }
  into[largest] = 1;
  row.largest = largest;
}

/**
 * Writes exp(z − m) for the logits of a row but the largest, m, and their sum, in units
 * of `powers[0]`.
 */
function addUp(
  logits: Float64Array,
  first: number,
  end: number,
  largest: number,
  into: Float64Array,
  row: Row,
  powers: Float64Array,
  lowest: number,
): void {
  const m = logits[largest];
  let sum = 0;
  let lost = 0;
  // Up to the largest logit and on from there: asking at each costs a twentieth.
  // Stryker disable next-line EqualityOperator: once more, with nothing left to do
  for (let j = first, stop = largest; j < end; j++, stop = end) {
    for (; j < stop; j++) {
      const x = logits[j] - m;
      // Stryker disable next-line EqualityOperator: at -745.2 it is 0 either way
      if (x <= lowest) {
        into[j] = 0;
        continue;
      }
      const k = (0.5 - x * PER_PART) | 0;
      const low = k * PART_LOW + twoSumError(logits[j], -m);
      const r = x + k * PART_HIGH + low;
      const beyond1 = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24)));
      const power = powers[k >> BITS];
      const fraction = fractions[k & (PARTS - 1)];
      const rounding = fractionsLost[k & (PARTS - 1)];
      const tail = fraction * beyond1 + rounding;
      const term = fraction + tail;
      const exponential = term * power;
      into[j] = exponential;
      lost += twoSumError(sum, exponential) + (fraction - term + tail) * power;
      sum += exponential;
    }
  }
  row.rest = sum + lost;
  row.lost = lost - (row.rest - sum);
}

/** The exponentials of one row of logits, and their sum. */
export function exponentials(
  logits: readonly number[],
): Row & { each: Float64Array; total: Pair } {
  const each = new Float64Array(logits.length);
  // Stryker disable next-line ObjectLiteral: exponentiate() fills it in
  const row = { largest: 0, rest: 0, lost: 0 };
  exponentiate(Float64Array.from(logits), 0, logits.length, each, row);
  return { ...row, each, total: totalOf(row) };
}

/** 1 + rest, rounded once, and the rounding error. */
export function totalOf({ rest, lost }: Row): Pair {
  const whole = 1 + rest;
  const wholeLost = twoSumError(1, rest) + lost;
  const total = whole + wholeLost;
  return [total, wholeLost - (total - whole)];
}
