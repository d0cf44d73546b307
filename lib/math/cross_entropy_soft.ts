import {
  checkDistribution,
  checkLogits,
  checkProbabilities,
} from "./arguments.ts";
import { compensatedSum } from "./double_double.ts";
import { logSoftmax, softmax } from "./softmax.ts";

/**
 * The full formula of cross-entropy, for any target distribution.
 *
 * `CE = −Σⱼ tⱼ ln pⱼ`. When the target is one-hot, every term but one is multiplied by
 * 0 and what remains is {@linkcode crossEntropy}. With soft labels all terms stay. A
 * term with tⱼ = 0 is 0 whatever pⱼ is, also at pⱼ = 0, the limit of t ln p as t goes
 * to 0 first.
 *
 * Within 3.5 ULP of the exact value: 2 of a logarithm, 1 of a product, 0.5 of the sum.
 *
 * Source: T. M. Cover, J. A. Thomas, "Elements of Information Theory", 2nd ed. (2006),
 * sections 2.1 and 5.4.
 *
 * @example One-hot: the sum collapses to a single term
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropy, crossEntropySoft } from "@lesson/cross-entropy";
 * assert.equal(crossEntropySoft([0.5, 0.3, 0.2], [1, 0, 0]), crossEntropy([0.5, 0.3, 0.2], 0));
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param targetDistribution Observed probabilities t, shape [K], each in [0, 1],
 * summing to 1.
 * @returns The loss in nats, from 0 to Infinity.
 * @throws {TypeError} When either is not an array of at least one number, or their
 * lengths differ.
 * @throws {RangeError} When a number is outside [0, 1], or the target does not sum to
 * 1.
 */
export function crossEntropySoft(
  probabilities: readonly number[],
  targetDistribution: readonly number[],
): number {
  checkProbabilities("crossEntropySoft", probabilities);
  checkDistribution(
    "crossEntropySoft",
    targetDistribution,
    probabilities.length,
  );
  return weightedSum(probabilities.map(Math.log), targetDistribution);
}

/**
 * The full formula of cross-entropy, from logits: `−Σⱼ tⱼ log softmax(z)ⱼ`. Finite
 * wherever the logits of the classes that were observed are.
 *
 * Within 2.6 ULP of the exact value: 1.02 of a log-probability, 1 of a product, 0.5 of
 * the sum.
 *
 * @example Soft labels: half the time one class, half the time the other
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropySoftFromLogits } from "@lesson/cross-entropy";
 * assert.equal(crossEntropySoftFromLogits([0, 0], [0.5, 0.5]), Math.log(2));
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param targetDistribution Observed probabilities t, shape [K], each in [0, 1],
 * summing to 1.
 * @returns The loss in nats, never negative; Infinity where the log-probability of an
 * observed class is beyond the largest number.
 * @throws {TypeError} When either is not an array of at least one number, or their
 * lengths differ.
 * @throws {RangeError} When a logit is NaN or Infinity or all are -Infinity, or the
 * target is not a distribution.
 */
export function crossEntropySoftFromLogits(
  logits: readonly number[],
  targetDistribution: readonly number[],
): number {
  checkLogits("crossEntropySoftFromLogits", logits);
  checkDistribution(
    "crossEntropySoftFromLogits",
    targetDistribution,
    logits.length,
  );
  return weightedSum(logSoftmax(logits), targetDistribution);
}

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
 * @param targetDistribution Observed probabilities t, shape [K], each in [0, 1],
 * summing to 1.
 * @returns The gradient, shape [K], nats per unit of probability.
 * @throws What {@linkcode crossEntropySoft} throws.
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
  return probabilities.map((p, j) => {
    const t = targetDistribution[j];
    // The slope at −0 is that at 0.
    return t === 0 ? 0 : -t / Math.abs(p);
  });
}

/**
 * Gradient of the full cross-entropy in the logits: `∂CE/∂zⱼ = pⱼ − tⱼ`, predicted
 * minus observed, because the target sums to 1.
 *
 * Within 3.1 ULP of the exact value, counted in the larger of pⱼ and tⱼ, for the two
 * may cancel: 2.6 of pⱼ, 0.5 of the difference.
 *
 * @example A prediction equal to the target is the minimum
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropySoftGradientInLogits } from "@lesson/cross-entropy";
 * assert.deepEqual(crossEntropySoftGradientInLogits([1, 1], [0.5, 0.5]), [0, 0]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param targetDistribution Observed probabilities t, shape [K], each in [0, 1],
 * summing to 1.
 * @returns The gradient, shape [K], summing to 0 up to rounding.
 * @throws What {@linkcode crossEntropySoftFromLogits} throws.
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

/**
 * −Σ tⱼ · logⱼ, with 0 for the terms with tⱼ = 0, since 0 · (−Infinity) would be NaN.
 */
function weightedSum(
  logs: readonly number[],
  target: readonly number[],
): number {
  return compensatedSum(target.map((t, j) => (t === 0 ? 0 : -t * logs[j])));
}
