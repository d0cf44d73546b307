import { checkLogits } from "./arguments.ts";
import { exponentials, minusLogSoftmax } from "./exponentials.ts";

/**
 * Log-softmax: the natural logarithm of each of {@linkcode softmax}'s
 * probabilities, without computing them.
 *
 * `log softmax(z)ⱼ = zⱼ − log Σᵢ exp(zᵢ)`. It stays finite where the
 * probability itself underflows to 0.
 *
 * Within 2 ULP of the exact value.
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
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, or all are -Infinity.
 */
export function logSoftmax(logits: readonly number[]): number[] {
  checkLogits("logSoftmax", logits);
  const { index, rest } = exponentials(logits);
  return logits.map((logit) => 0 - minusLogSoftmax(logits[index], logit, rest));
}
