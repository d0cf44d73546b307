import { checkLogits, checkProbabilities, checkTarget } from "./arguments.ts";
import { exponentials, minusLogSoftmax } from "./exponentials.ts";

/**
 * Cross-entropy of one sample, from its predicted probabilities.
 *
 * `CE = −ln p[target]`: how surprised one is to see the observed class. It is 0
 * when the network was certain and right, and Infinity when it gave the
 * observed class probability 0, by definition. From the logits there is no such
 * hole: see {@linkcode crossEntropyFromLogits}.
 *
 * Within 0.5 ULP of the exact value.
 *
 * @example Half a chance costs ln 2
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropy } from "@lesson/cross-entropy";
 * assert.equal(crossEntropy([0.5, 0.3, 0.2], 0), Math.log(2));
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1]. Only
 * that of the target enters the value.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss in nats, from 0 to Infinity.
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function crossEntropy(
  probabilities: readonly number[],
  target: number,
): number {
  checkProbabilities("crossEntropy", probabilities);
  checkTarget("crossEntropy", target, probabilities.length);
  // 0 − x, not −x: the loss of a certain answer is 0, not −0.
  return 0 - Math.log(probabilities[target]);
}

/**
 * Cross-entropy of one sample, from its logits.
 *
 * `CE = log Σ exp(z) − z[target]`, the same value as
 * `crossEntropy(softmax(logits), target)`, but without the two places where
 * that loses everything: a probability that underflows to 0 gives a finite loss
 * here, and one that rounds to 1 gives a small loss that is not 0.
 *
 * Within 1.9 ULP of the exact value.
 *
 * @example A network that does not know: log 3
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyFromLogits } from "@lesson/cross-entropy";
 * assert.equal(crossEntropyFromLogits([5, 5, 5], 1), Math.log(3));
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss in nats, never negative; Infinity only where the exact
 * value exceeds the largest number, or the target's logit is -Infinity.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or
 * `target` is not the index of one.
 */
export function crossEntropyFromLogits(
  logits: readonly number[],
  target: number,
): number {
  checkLogits("crossEntropyFromLogits", logits);
  checkTarget("crossEntropyFromLogits", target, logits.length);
  const { index, rest } = exponentials(logits);
  return minusLogSoftmax(logits[index], logits[target], rest);
}
