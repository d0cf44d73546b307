import { checkLogits, checkProbabilities, checkTarget } from "./arguments.ts";
import { exponentials } from "./exponentials.ts";

/**
 * Gradient of cross-entropy in the predicted probabilities.
 *
 * `∂CE/∂pⱼ = −1/pⱼ` for the observed class, 0 for the others. It grows without
 * bound as the probability of the observed class goes to 0.
 *
 * Within 0.5 ULP of the exact value.
 *
 * @example Probability 1/4 for the observed class: slope −4
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyGradientInProbabilities } from "@lesson/cross-entropy";
 * assert.deepEqual(crossEntropyGradientInProbabilities([0.25, 0.75], 0), [-4, 0]);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K], nats per unit of probability; -Infinity
 * where p[target] is 0.
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function crossEntropyGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkProbabilities("crossEntropyGradientInProbabilities", probabilities);
  checkTarget(
    "crossEntropyGradientInProbabilities",
    target,
    probabilities.length,
  );
  return probabilities.map((p, j) => (j === target ? -1 / p : 0));
}

/**
 * Gradient of cross-entropy in the logits: predicted minus observed.
 *
 * `∂CE/∂zⱼ = pⱼ − yⱼ`. The 1/p of the loss cancels the p of softmax's slope, so
 * no entry leaves [−1, 1]. For the observed class `p − 1` is computed as minus
 * the probability of all others, which keeps its digits when p rounds to 1.
 *
 * Within 2.8 ULP of the exact value.
 *
 * @example Predicted minus observed
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyGradientInLogits } from "@lesson/cross-entropy";
 * assert.deepEqual(crossEntropyGradientInLogits([2, 2], 0), [-0.5, 0.5]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K], summing to 0 up to rounding.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or
 * `target` is not the index of one.
 */
export function crossEntropyGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  checkLogits("crossEntropyGradientInLogits", logits);
  checkTarget("crossEntropyGradientInLogits", target, logits.length);
  const { index, each, rest } = exponentials(logits);
  const gradient = each.map((exponential) => exponential / (1 + rest));
  gradient[target] = target === index
    ? 0 - rest / (1 + rest)
    : gradient[target] - 1;
  return gradient;
}
