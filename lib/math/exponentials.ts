/**
 * Exponentials of logits, relative to the largest logit.
 *
 * Softmax, log-softmax, log-sum-exp and cross-entropy all need `Σ exp(z)`,
 * which overflows when a logit exceeds 709. Taking the largest logit m out
 * helps, `Σ exp(z) = exp(m) · Σ exp(z − m)`, because no exponent is then above
 * 0. Three more things keep the last digits:
 *
 * - One of the terms is exp(0) = 1. It is kept apart from the `rest`, so that
 *   `log(1 + rest)` can be had from `Math.log1p`, which keeps a rest as small as
 *   1e-300 where `1 + rest` would round it away.
 * - The difference z − m is rounded. For a difference of −700 the error is only
 *   5e-14, but the exponential would carry all of it into its result; so the error
 *   is computed, and put back.
 * - A sum of many terms loses a little at each. `compensatedSum` adds that, too.
 *
 * Source: P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the
 * log-sum-exp and softmax functions", IMA Journal of Numerical Analysis 41
 * (2021).
 *
 * @module
 */

import { compensatedSum, twoSumError } from "./compensated_sum.ts";

/** What {@linkcode exponentials} finds. */
export interface Exponentials {
  /** Index of the largest logit, m; the first one on a tie. */
  readonly index: number;
  /** exp(z − m), shape [K], each in [0, 1]. */
  readonly each: number[];
  /** Σ exp(z − m) over every class but that at `index`, in [0, K − 1]. */
  readonly rest: number;
}

/** The exponentials of `logits`, shape [K], relative to the largest of them. */
export function exponentials(logits: readonly number[]): Exponentials {
  const largest = logits.reduce((max, logit) => Math.max(max, logit));
  const index = logits.indexOf(largest);
  const each = logits.map((logit) => expOfDifference(logit, largest));
  const rest = compensatedSum(each.filter((_, j) => j !== index));
  return { index, each, rest };
}

/** exp(a − b) for a ≤ b, as if the difference had not been rounded. */
function expOfDifference(a: number, b: number): number {
  const exponential = Math.exp(a - b);
  // 0 has nothing to correct, and the error of an infinite difference is NaN.
  if (exponential === 0) return 0;
  return exponential + exponential * twoSumError(a, -b);
}

/**
 * Minus the logarithm of softmax at one logit z: `m − z + log(1 + rest)`, with
 * what the difference loses put back. It is Infinity where the difference is.
 */
export function minusLogSoftmax(
  largest: number,
  logit: number,
  rest: number,
): number {
  const difference = largest - logit;
  if (difference === Infinity) return Infinity;
  return difference + (twoSumError(largest, -logit) + Math.log1p(rest));
}
