import { checkLogits } from "./arguments.ts";
import { exponentials } from "./exponentials.ts";

/**
 * Softmax: turns the raw outputs of a network into probabilities.
 *
 * `softmax(z)ⱼ = exp(zⱼ) / Σᵢ exp(zᵢ)`, with the largest logit taken out first,
 * so that nothing overflows. Each value lies between 0 and 1 and they sum to 1,
 * up to rounding. A probability under 5e-324 underflows to 0.
 *
 * Within 2.8 ULP (units in the last place) of the exact value.
 *
 * Source: J. S. Bridle, "Training stochastic model recognition algorithms as
 * networks can lead to maximum mutual information estimation of parameters",
 * NIPS 2 (1989).
 *
 * @example Equal logits share the probability equally
 * ```ts
 * import assert from "node:assert/strict";
 * import { softmax } from "@lesson/cross-entropy";
 * assert.deepEqual(softmax([7, 7]), [0.5, 0.5]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity. A logit of
 * -Infinity has probability 0.
 * @returns Predicted probabilities, shape [K].
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, or all are -Infinity.
 */
export function softmax(logits: readonly number[]): number[] {
  checkLogits("softmax", logits);
  const { each, rest } = exponentials(logits);
  return each.map((exponential) => exponential / (1 + rest));
}
