import { checkLogits } from "./arguments.ts";
import { twoSumError } from "./double_double.ts";
import { exponentials } from "./exponentials.ts";
import { plusLog1p } from "./log1p.ts";

/**
 * Softmax: turns the raw outputs of a network into probabilities.
 *
 * `softmax(z)ⱼ = exp(zⱼ) / Σᵢ exp(zᵢ)`, with the largest logit taken out first, so that
 * nothing overflows. Each value lies between 0 and 1 and they sum to 1, up to rounding.
 * A probability under 2.5e-324 underflows to 0.
 *
 * Within 2.6 ULP (units in the last place) of the exact value: 1.02 of the exponential,
 * 1 of the sum, 0.5 of the quotient.
 *
 * Source: J. S. Bridle, "Training stochastic model recognition algorithms as networks
 * can lead to maximum mutual information estimation of parameters", NIPS 2 (1989).
 *
 * @example Equal logits share the probability equally
 * ```ts
 * import assert from "node:assert/strict";
 * import { softmax } from "@lesson/cross-entropy";
 * assert.deepEqual(softmax([7, 7]), [0.5, 0.5]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity. A logit of -Infinity has
 * probability 0.
 * @returns Predicted probabilities, shape [K].
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, or all are -Infinity.
 */
export function softmax(logits: readonly number[]): number[] {
  checkLogits("softmax", logits);
  const { each, total } = exponentials(logits);
  return Array.from(each, (exponential) => exponential / total[0]);
}

/**
 * Log-softmax: the natural logarithm of each of {@linkcode softmax}'s probabilities,
 * without computing them.
 *
 * `log softmax(z)ⱼ = zⱼ − log Σᵢ exp(zᵢ)`. It stays finite where the probability itself
 * underflows to 0.
 *
 * Within 0.6 ULP of the exact value: what is rounded is known to 2^−58.
 *
 * @example Finite where the probability is not even a number above 0
 * ```ts
 * import assert from "node:assert/strict";
 * import { logSoftmax, softmax } from "@lesson/cross-entropy";
 * assert.deepEqual(softmax([0, -1000]), [1, 0]);
 * assert.deepEqual(logSoftmax([0, -1000]), [0, -1000]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @returns Log-probabilities, shape [K], in nats, none above 0.
 * @throws What {@linkcode softmax} throws.
 */
export function logSoftmax(logits: readonly number[]): number[] {
  checkLogits("logSoftmax", logits);
  const { largest, rest, lost } = exponentials(logits);
  const m = logits[largest];
  return logits.map((z) =>
    // A difference of Infinity would make NaN of what it has lost.
    m - z === Infinity
      ? -Infinity
      : 0 - plusLog1p(m - z, twoSumError(m, -z), rest, lost)
  );
}

/**
 * Log-sum-exp: the logarithm of softmax's denominator, a smooth version of the maximum.
 *
 * `log Σⱼ exp(zⱼ)`, with the largest logit taken out first, so that nothing overflows.
 *
 * Within 0.6 ULP of the exact value, counted in the larger of the largest logit and the
 * result: where the two cancel, what is left is known to 2^−58 of the logit.
 *
 * @example Two equal logits: log 2 above their maximum, even where exp overflows
 * ```ts
 * import assert from "node:assert/strict";
 * import { logSumExp } from "@lesson/cross-entropy";
 * assert.equal(logSumExp([1000, 1000]), 1000 + Math.log(2));
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @returns A number between max(z) and max(z) + log K.
 * @throws What {@linkcode softmax} throws.
 */
export function logSumExp(logits: readonly number[]): number {
  checkLogits("logSumExp", logits);
  const { largest, rest, lost } = exponentials(logits);
  return plusLog1p(logits[largest], 0, rest, lost);
}
