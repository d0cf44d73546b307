import { checkPrediction } from "./arguments.ts";
import { type BatchLoss, oneSample } from "./batch_loss.ts";
import {
  add,
  compensatedSum,
  divide,
  multiply,
  type Pair,
  twoProductError,
  twoSumError,
} from "./double_double.ts";
import { exponentiate, totalOf } from "./exponentials.ts";
import { squaredResidualCurve } from "./loss_curves.ts";

/**
 * Squared residual of the observed class: how far its predicted probability is from 1,
 * squared.
 *
 * `SR = (1 − p[target])²`. It looks at the observed class only, and is never above 1,
 * however wrong the network is.
 *
 * Within 2.5 ULP of the exact value: 1 of the residual, twice, and 0.5 of the square.
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
 * @throws {TypeError} When `probabilities` is not an array of at least one number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not the
 * index of one.
 */
export function squaredResidual(
  probabilities: readonly number[],
  target: number,
): number {
  checkPrediction("squaredResidual", probabilities, target);
  return squaredResidualCurve.value(probabilities[target]);
}

/**
 * Sum of squared residuals over all outputs of one sample: the residual of the observed
 * class is 1 − p, that of each other class is 0 − p.
 *
 * `SSR = Σⱼ (pⱼ − yⱼ)²`. Over samples this is the squared error, or Brier score, of a
 * classifier.
 *
 * Within 3.5 ULP of the exact value: 1 of the residual, twice, 1 of its square, and 0.5
 * of the sum. A sum below 1e-290 has fewer digits.
 *
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of probability",
 * Monthly Weather Review 78 (1950).
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
 * @throws What {@linkcode squaredResidual} throws.
 */
export function sumOfSquaredResiduals(
  probabilities: readonly number[],
  target: number,
): number {
  checkPrediction("sumOfSquaredResiduals", probabilities, target);
  const own = squaredResidualCurve.value(probabilities[target]);
  return compensatedSum(
    probabilities.map((p, j) => j === target ? own : p * p),
  );
}

/**
 * Squared residual of the observed class, from the logits: the same value as
 * `squaredResidual(softmax(logits), target)`, but without the digits that this loses
 * where the probability rounds to 1.
 *
 * Within 3.6 ULP of the exact value: 1 of the residual and half of an exponential, both
 * twice, and 0.5 of the square.
 *
 * @example A residual that 1 − p rounds to 0
 * ```ts
 * import assert from "node:assert/strict";
 * import { squaredResidualFromLogits } from "@lesson/cross-entropy";
 * assert.equal(squaredResidualFromLogits([40, 0], 0), Math.exp(-40) ** 2);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss, in [0, 1], without a unit.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or `target`
 * is not the index of one.
 */
export function squaredResidualFromLogits(
  logits: readonly number[],
  target: number,
): number {
  const caller = "squaredResidualFromLogits";
  return oneSample(caller, squaredResidualBatch, logits, target).loss;
}

/**
 * Sum of squared residuals over all classes, from the logits: the same value as
 * `sumOfSquaredResiduals(softmax(logits), target)`, with the digits that this loses.
 *
 * Within 1.8 ULP of the exact value: 1.02 of an exponential, twice, in the squares of
 * the other classes, which are at most half of the sum (a sixth where the observed
 * class adds an error of its own), and 0.5 of the quotient. A sum below 1e-290 has
 * fewer digits.
 *
 * @example Twice the residual's square, for two classes
 * ```ts
 * import assert from "node:assert/strict";
 * import { sumOfSquaredResidualsFromLogits } from "@lesson/cross-entropy";
 * assert.equal(sumOfSquaredResidualsFromLogits([7, 7], 0), 0.5);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss, in [0, 2], without a unit.
 * @throws What {@linkcode squaredResidualFromLogits} throws.
 */
export function sumOfSquaredResidualsFromLogits(
  logits: readonly number[],
  target: number,
): number {
  const caller = "sumOfSquaredResidualsFromLogits";
  return oneSample(caller, sumOfSquaredResidualsBatch, logits, target).loss;
}

/**
 * Gradient of the squared residual in the predicted probabilities: `−2 (1 − p)` for the
 * observed class, 0 for the others. It is never steeper than −2.
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
 * @throws What {@linkcode squaredResidual} throws.
 */
export function squaredResidualGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkPrediction(
    "squaredResidualGradientInProbabilities",
    probabilities,
    target,
  );
  const slope = squaredResidualCurve.slope(probabilities[target]);
  return probabilities.map((_, j) => j === target ? slope : 0);
}

/**
 * Gradient of the squared residual in the logits.
 *
 * `∂SR/∂zⱼ = 2 p (1 − p) (pⱼ − yⱼ)` with p the probability of the observed class:
 * cross-entropy's gradient times a factor of at most one half, which goes to 0 with p.
 * That factor is why a confidently wrong network learns slowly from it.
 *
 * Within 3.6 ULP of the exact value: 1.02 of each of two exponentials, 1 of the factor
 * and 0.5 of the product; for the observed class one exponential less.
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
 * @throws What {@linkcode squaredResidualFromLogits} throws.
 */
export function squaredResidualGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  const caller = "squaredResidualGradientInLogits";
  return oneSample(caller, squaredResidualBatch, logits, target).gradient;
}

/**
 * Gradient of the sum of squared residuals in the predicted probabilities: `∂SSR/∂pⱼ =
 * 2 (pⱼ − yⱼ)`.
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
 * @throws What {@linkcode squaredResidual} throws.
 */
export function sumOfSquaredResidualsGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkPrediction(
    "sumOfSquaredResidualsGradientInProbabilities",
    probabilities,
    target,
  );
  return probabilities.map((p, j) =>
    j === target ? squaredResidualCurve.slope(p) : 2 * Math.abs(p)
  );
}

/**
 * Gradient of the sum of squared residuals in the logits.
 *
 * `∂SSR/∂zⱼ = 2 pⱼ (pⱼ + p (1 − p) − Σ pᵢ²)` for the other classes, the sum over all
 * but the observed one, of probability p; for that one it is `−2 p SSR`. It is the
 * chain rule through {@linkcode softmaxJacobian}, put together so that nothing cancels
 * but what must: an entry changes its sign where that is 0.
 *
 * Within 3.6 ULP of the exact value, counted in the three terms together, without their
 * signs: 1.02 of an exponential for the factor pⱼ, at most twice as much for the
 * squares among the terms, and 0.5 of the quotient.
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
 * @throws What {@linkcode squaredResidualFromLogits} throws.
 */
export function sumOfSquaredResidualsGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  const caller = "sumOfSquaredResidualsGradientInLogits";
  return oneSample(caller, sumOfSquaredResidualsBatch, logits, target).gradient;
}

/** Total squared residual of the observed class of many samples. */
export const squaredResidualBatch: BatchLoss = (logits, targets, gradient) => {
  const classes = logits.length / targets.length;
  let total = 0;
  for (let n = 0; n < targets.length; n++) {
    const first = n * classes;
    const target = first + targets[n];
    const parts = partsOf(logits, first, classes, target, gradient);
    const { sum, chance, others } = parts;
    const [residual] = divide(others, sum);
    total += residual * residual;
    // 2 p (1 − p) / Σ exp(z): what is left of a slope is an exponential. Scaled, for
    // products below 1e-290 lose their rounding errors.
    const [factor] = divide(
      multiply([2 ** 301 * chance, 0], others),
      multiply(multiply(sum, sum), sum),
    );
    // Stryker disable next-line EqualityOperator: the next row overwrites what is its own
    for (let j = first; j < first + classes; j++) {
      gradient[j] = 2 ** -300 * (gradient[j] * factor);
    }
    gradient[target] = 0 - 2 ** -300 * (factor * others[0]);
  }
  return total;
};

/** Total sum of squared residuals over all classes of many samples. */
export const sumOfSquaredResidualsBatch: BatchLoss = (
  logits,
  targets,
  gradient,
) => {
  const classes = logits.length / targets.length;
  let total = 0;
  for (let n = 0; n < targets.length; n++) {
    const first = n * classes;
    const target = first + targets[n];
    const parts = partsOf(logits, first, classes, target, gradient);
    const { sum, chance, others } = parts;
    let squares = 0;
    let lost = 0;
    for (let j = first; j < first + classes; j++) {
      if (j === target) continue;
      const term = gradient[j];
      lost += twoSumError(squares, term * term) + twoProductError(term, term);
      squares += term * term;
    }
    const square = multiply(sum, sum);
    const loss = divide(add(multiply(others, others), [squares, lost]), square);
    total += loss[0];
    // A slope is 2 t (t / sum² + same) of the exponential t, with pairs in local
    // numbers: arrays would cost three times the time.
    const [factor, factorLost] = divide([1, 0], square);
    const [same, sameLost] = divide(
      add(multiply([chance, 0], others), [-squares, -lost]),
      multiply(square, sum),
    );
    // Stryker disable next-line EqualityOperator: the next row overwrites what is its own
    for (let j = first; j < first + classes; j++) {
      const term = gradient[j];
      const own = term * factor;
      const slope = own + same;
      const slopeLost = twoSumError(own, same) +
        (twoProductError(term, factor) + term * factorLost + sameLost);
      // Scaled, for products below 1e-290 lose their rounding errors.
      const large = 2 ** 300 * term;
      const lost = twoProductError(large, slope) + large * slopeLost;
      gradient[j] = 0 + 2 ** -299 * (large * slope + lost);
    }
    const scaled = multiply([2 ** 300 * chance, 0], loss);
    gradient[target] = 0 - 2 ** -299 * divide(scaled, sum)[0];
  }
  return total;
};

/**
 * Writes the exponentials of a row into the gradient, and finds their sum, that of the
 * observed class, and the sum of all others.
 *
 * Both sums are known to 2^−62, and what {@linkcode multiply} makes of them is. An
 * exponential is rounded by 0.51 ULP, which may be 1.02 ULP of a product.
 */
function partsOf(
  logits: Float64Array,
  first: number,
  classes: number,
  target: number,
  gradient: Float64Array,
): { sum: Pair; chance: number; others: Pair } {
  // Stryker disable next-line ObjectLiteral: exponentiate() fills it in
  const row = { largest: 0, rest: 0, lost: 0 };
  exponentiate(logits, first, first + classes, gradient, row);
  const sum = totalOf(row);
  const chance = gradient[target];
  // Of a small rest, the sum with 1 keeps fewer digits.
  const others: Pair = target === row.largest
    ? [row.rest, row.lost]
    : add(sum, [-chance, 0]);
  return { sum, chance, others };
}
