/**
 * A list of logits, seen from its largest one.
 *
 * Softmax, log-softmax, log-sum-exp and cross-entropy all need `Σ exp(z)`,
 * which overflows when a logit exceeds 709. Taking the largest logit m out
 * helps, `Σ exp(z) = exp(m) · Σ exp(z − m)`, because no exponent is then above
 * 0. One of the terms is exp(0) = 1. It is kept apart from the `rest`, so that
 * `log(1 + rest)` can be had from `Math.log1p`, which keeps a rest as small as
 * 1e-300 where `1 + rest` would round it away.
 *
 * Source: P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the
 * log-sum-exp and softmax functions", IMA Journal of Numerical Analysis 41
 * (2021).
 *
 * @module
 */

/** What {@linkcode largestLogit} finds. */
export interface LargestLogit {
  /** Index of the largest logit; the first one on a tie. */
  index: number;
  /** The largest logit, m. */
  value: number;
  /** Σ exp(z − m) over every other class, in [0, K − 1]. */
  rest: number;
}

/**
 * Finds the largest of `logits`, shape [K], and sums the exponentials of the
 * others relative to it.
 */
export function largestLogit(logits: readonly number[]): LargestLogit {
  const value = logits.reduce((max, logit) => Math.max(max, logit));
  const index = logits.indexOf(value);
  let rest = 0;
  for (let j = 0; j < logits.length; j++) {
    if (j !== index) rest += Math.exp(logits[j] - value);
  }
  return { index, value, rest };
}
