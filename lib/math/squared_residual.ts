import { checkProbabilities, checkTarget } from "./arguments.ts";
import { compensatedSum } from "./compensated_sum.ts";

/**
 * Squared residual of the observed class: how far its predicted probability is
 * from 1, squared.
 *
 * `SR² = (1 − p[target])²`. It looks at the observed class only, and is never
 * above 1, however wrong the network is.
 *
 * Within 2 ULP of the exact value.
 *
 * @example Half a chance
 * ```ts
 * import assert from "node:assert/strict";
 * import { squaredResidual } from "@lesson/cross-entropy";
 * assert.equal(squaredResidual([0.5, 0.3, 0.2], 0), 0.25);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss, in [0, 1], without a unit.
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function squaredResidual(
  probabilities: readonly number[],
  target: number,
): number {
  checkProbabilities("squaredResidual", probabilities);
  checkTarget("squaredResidual", target, probabilities.length);
  return (1 - probabilities[target]) ** 2;
}

/**
 * Sum of squared residuals over all outputs of one sample: the residual of the
 * observed class is 1 − p, that of each other class is 0 − p.
 *
 * `SSR = Σⱼ (pⱼ − yⱼ)²`. Over samples this is the squared error, or Brier
 * score, of a classifier.
 *
 * Within 2.1 ULP of the exact value.
 *
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of
 * probability", Monthly Weather Review 78 (1950).
 *
 * @example The residuals are 1/2, −1/4 and −1/4
 * ```ts
 * import assert from "node:assert/strict";
 * import { sumOfSquaredResiduals } from "@lesson/cross-entropy";
 * assert.equal(sumOfSquaredResiduals([0.5, 0.25, 0.25], 0), 0.375);
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1].
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss, in [0, 2] when the probabilities sum to 1.
 * @throws {TypeError} When `probabilities` is not an array of at least one
 * number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not
 * the index of one.
 */
export function sumOfSquaredResiduals(
  probabilities: readonly number[],
  target: number,
): number {
  checkProbabilities("sumOfSquaredResiduals", probabilities);
  checkTarget("sumOfSquaredResiduals", target, probabilities.length);
  const squares = probabilities.map((p, j) => (j === target ? 1 - p : p) ** 2);
  return compensatedSum(squares);
}
