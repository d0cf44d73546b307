import {
  checkDistribution,
  checkLogits,
  checkProbabilities,
} from "./arguments.ts";
import { softmax } from "./softmax.ts";

/**
 * Gradient of the full cross-entropy in the predicted probabilities: `∂CE/∂pⱼ =
 * −tⱼ/pⱼ`, and 0 where tⱼ is 0.
 *
 * Within 0.5 ULP of the exact value.
 *
 * @example Two soft labels
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropySoftGradientInProbabilities } from "@lesson/cross-entropy";
 * assert.deepEqual(crossEntropySoftGradientInProbabilities([0.5, 0.25, 0.25], [0.5, 0.5, 0]), [-1, -2, 0]);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param targetDistribution Observed probabilities t, shape [K], each in [0,
 * 1], summing to 1.
 * @returns The gradient, shape [K], nats per unit of probability.
 * @throws {TypeError} When either is not an array of at least one number, or
 * their lengths differ.
 * @throws {RangeError} When a number is outside [0, 1], or the target does not
 * sum to 1.
 */
export function crossEntropySoftGradientInProbabilities(
  probabilities: readonly number[],
  targetDistribution: readonly number[],
): number[] {
  checkProbabilities("crossEntropySoftGradientInProbabilities", probabilities);
  checkDistribution(
    "crossEntropySoftGradientInProbabilities",
    targetDistribution,
    probabilities.length,
  );
  return probabilities.map((
    p,
    j,
  ) => (targetDistribution[j] === 0 ? 0 : -targetDistribution[j] / p));
}

/**
 * Gradient of the full cross-entropy in the logits: `∂CE/∂zⱼ = pⱼ − tⱼ`,
 * predicted minus observed, because the target sums to 1.
 *
 * Within 2.5 ULP of the exact value, counted in the larger of pⱼ and tⱼ, for the two
 * may cancel.
 *
 * @example A prediction equal to the target is the minimum
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropySoftGradientInLogits } from "@lesson/cross-entropy";
 * assert.deepEqual(crossEntropySoftGradientInLogits([1, 1], [0.5, 0.5]), [0, 0]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param targetDistribution Observed probabilities t, shape [K], each in [0,
 * 1], summing to 1.
 * @returns The gradient, shape [K], summing to 0 up to rounding.
 * @throws {TypeError} When either is not an array of at least one number, or
 * their lengths differ.
 * @throws {RangeError} When a logit is NaN or Infinity or all are -Infinity, or
 * the target is not a distribution.
 */
export function crossEntropySoftGradientInLogits(
  logits: readonly number[],
  targetDistribution: readonly number[],
): number[] {
  checkLogits("crossEntropySoftGradientInLogits", logits);
  checkDistribution(
    "crossEntropySoftGradientInLogits",
    targetDistribution,
    logits.length,
  );
  return softmax(logits).map((p, j) => p - targetDistribution[j]);
}
