import { checkLogits, checkProbabilities, checkTarget } from "./arguments.ts";
import { compensatedSum } from "./compensated_sum.ts";
import { crossEntropyGradientInLogits } from "./cross_entropy_gradient.ts";
import { softmax } from "./softmax.ts";

/**
 * Gradient of the squared residual in the predicted probabilities: `−2 (1 − p)`
 * for the observed class, 0 for the others. It is never steeper than −2.
 *
 * Within 0.5 ULP of the exact value.
 *
 * @example Probability 1/4 for the observed class
 * ```ts
 * import assert from "node:assert/strict";
 * import { squaredResidualGradientInProbabilities } from "@lesson/cross-entropy";
 * assert.deepEqual(squaredResidualGradientInProbabilities([0.25, 0.75], 0), [-1.5, 0]);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K].
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function squaredResidualGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkProbabilities("squaredResidualGradientInProbabilities", probabilities);
  checkTarget(
    "squaredResidualGradientInProbabilities",
    target,
    probabilities.length,
  );
  return probabilities.map((p, j) => (j === target ? 2 * (p - 1) : 0));
}

/**
 * Gradient of the squared residual in the logits.
 *
 * `∂SR²/∂zⱼ = 2 p (1 − p) (pⱼ − yⱼ)` with p the probability of the observed
 * class: cross-entropy's gradient times a factor of at most one half, which
 * goes to 0 with p. That factor is why a confidently wrong network learns
 * slowly from it.
 *
 * Within 7 ULP of the exact value.
 *
 * @example At p = 1/2 the factor is one half
 * ```ts
 * import assert from "node:assert/strict";
 * import { squaredResidualGradientInLogits } from "@lesson/cross-entropy";
 * assert.deepEqual(squaredResidualGradientInLogits([2, 2], 0), [-0.25, 0.25]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K], summing to 0 up to rounding.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or
 * `target` is not the index of one.
 */
export function squaredResidualGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  checkLogits("squaredResidualGradientInLogits", logits);
  checkTarget("squaredResidualGradientInLogits", target, logits.length);
  const residuals = crossEntropyGradientInLogits(logits, target);
  const factor = 2 * softmax(logits)[target] * (0 - residuals[target]);
  return residuals.map((residual) => factor * residual);
}

/**
 * Gradient of the sum of squared residuals in the predicted probabilities:
 * `∂SSR/∂pⱼ = 2 (pⱼ − yⱼ)`.
 *
 * Within 0.5 ULP of the exact value.
 *
 * @example Twice the residuals, predicted minus observed
 * ```ts
 * import assert from "node:assert/strict";
 * import { sumOfSquaredResidualsGradientInProbabilities } from "@lesson/cross-entropy";
 * assert.deepEqual(sumOfSquaredResidualsGradientInProbabilities([0.25, 0.75], 0), [-1.5, 1.5]);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K].
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function sumOfSquaredResidualsGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkProbabilities(
    "sumOfSquaredResidualsGradientInProbabilities",
    probabilities,
  );
  checkTarget(
    "sumOfSquaredResidualsGradientInProbabilities",
    target,
    probabilities.length,
  );
  return probabilities.map((p, j) => 2 * (j === target ? p - 1 : p));
}

/**
 * Gradient of the sum of squared residuals in the logits.
 *
 * `∂SSR/∂zⱼ = 2 pⱼ ((pⱼ − yⱼ) − Σᵢ pᵢ (pᵢ − yᵢ))`: the chain rule through
 * {@linkcode softmaxJacobian}.
 *
 * Within 10.1 ULP of the exact value, counted in 2 pⱼ (1 − p) with p of the observed
 * class, for the difference may cancel.
 *
 * @example Two classes: both residuals push the same way
 * ```ts
 * import assert from "node:assert/strict";
 * import { sumOfSquaredResidualsGradientInLogits } from "@lesson/cross-entropy";
 * assert.deepEqual(sumOfSquaredResidualsGradientInLogits([2, 2], 0), [-0.5, 0.5]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The gradient, shape [K], summing to 0 up to rounding.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or
 * `target` is not the index of one.
 */
export function sumOfSquaredResidualsGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  checkLogits("sumOfSquaredResidualsGradientInLogits", logits);
  checkTarget("sumOfSquaredResidualsGradientInLogits", target, logits.length);
  const p = softmax(logits);
  const residuals = crossEntropyGradientInLogits(logits, target);
  const average = compensatedSum(p.map((pi, i) => pi * residuals[i]));
  return p.map((pj, j) => 2 * pj * (residuals[j] - average));
}
