import { checkPrediction } from "./arguments.ts";
import { type BatchLoss, oneSample } from "./batch_loss.ts";
import { twoSumError } from "./double_double.ts";
import { exponentiate } from "./exponentials.ts";
import { plusLog1p } from "./log1p.ts";
import { crossEntropyCurve } from "./loss_curves.ts";

/**
 * Cross-entropy of one sample, from its predicted probabilities.
 *
 * `CE = −ln p[target]`: how surprising the observed class is. It is 0 when the network
 * was certain and right, and Infinity when it gave the observed class probability 0, by
 * definition. {@linkcode crossEntropyFromLogits} stays finite.
 *
 * Within 1 ULP of the exact value: as exact as `Math.log` is.
 *
 * @example Half a chance costs ln 2
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropy } from "@lesson/cross-entropy";
 * assert.equal(crossEntropy([0.5, 0.3, 0.2], 0), Math.log(2));
 * ```
 *
 * @param probabilities Predicted probabilities, shape [K], each in [0, 1]. Only that of
 * the target enters the value.
 * @param target Index of the observed class, an integer in [0, K).
 * @returns The loss in nats, from 0 to Infinity.
 * @throws {TypeError} When `probabilities` is not an array of at least one number.
 * @throws {RangeError} When a probability is outside [0, 1], or `target` is not the
 * index of one.
 */
export function crossEntropy(
  probabilities: readonly number[],
  target: number,
): number {
  checkPrediction("crossEntropy", probabilities, target);
  return crossEntropyCurve.value(probabilities[target]);
}

/**
 * Cross-entropy of one sample, from its logits.
 *
 * `CE = log Σ exp(z) − z[target]`, the same value as `crossEntropy(softmax(logits),
 * target)`, but without the two places where that loses everything: a probability that
 * underflows to 0 gives a finite loss here, and one that rounds to 1 gives a small loss
 * that is not 0.
 *
 * Within 0.6 ULP of the exact value: what is rounded is known to 2^−58.
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
 * @returns The loss in nats, never negative; Infinity only where the exact value
 * exceeds the largest number, or the target's logit is -Infinity.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, all are -Infinity, or `target`
 * is not the index of one.
 */
export function crossEntropyFromLogits(
  logits: readonly number[],
  target: number,
): number {
  const caller = "crossEntropyFromLogits";
  return oneSample(caller, crossEntropyBatch, logits, target).loss;
}

/**
 * Gradient of cross-entropy in the predicted probabilities.
 *
 * `∂CE/∂pⱼ = −1/pⱼ` for the observed class, 0 for the others. It grows without bound as
 * the probability of the observed class goes to 0.
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
 * @returns The gradient, shape [K], nats per unit of probability; -Infinity where
 * p[target] is 0.
 * @throws What {@linkcode crossEntropy} throws.
 */
export function crossEntropyGradientInProbabilities(
  probabilities: readonly number[],
  target: number,
): number[] {
  checkPrediction("crossEntropyGradientInProbabilities", probabilities, target);
  const slope = crossEntropyCurve.slope(probabilities[target]);
  return probabilities.map((_, j) => j === target ? slope : 0);
}

/**
 * Gradient of cross-entropy in the logits: predicted minus observed.
 *
 * `∂CE/∂zⱼ = pⱼ − yⱼ`. The 1/p of the loss cancels the p of softmax's slope, so no
 * entry leaves [−1, 1]. Where the observed class has the largest logit, `p − 1` is
 * computed as minus the probability of all others, which keeps its digits when p rounds
 * to 1.
 *
 * Within 2.6 ULP of the exact value: for the observed class 1 of its numerator, 1 of
 * the sum, 0.5 of the quotient; for the others as {@linkcode softmax}.
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
 * @throws What {@linkcode crossEntropyFromLogits} throws.
 */
export function crossEntropyGradientInLogits(
  logits: readonly number[],
  target: number,
): number[] {
  const caller = "crossEntropyGradientInLogits";
  return oneSample(caller, crossEntropyBatch, logits, target).gradient;
}

/**
 * Total cross-entropy of many samples; the gradient is p − y.
 *
 * Instead of a logarithm per row, which costs as much as three exponentials, it takes
 * the logarithm of the product of several rows' sums.
 */
export const crossEntropyBatch: BatchLoss = (logits, targets, gradient) => {
  const classes = logits.length / targets.length;
  // Stryker disable next-line ObjectLiteral: exponentiate() fills it in
  const row = { largest: 0, rest: 0, lost: 0 };
  let total = 0;
  let totalLost = 0;
  let product = 0; // (1 + rest) (1 + rest) … − 1 of the rows since the last logarithm
  let productLost = 0;
  for (let n = 0; n < targets.length; n++) {
    const first = n * classes;
    const target = first + targets[n];
    exponentiate(logits, first, first + classes, gradient, row);
    const { largest, rest, lost } = row;
    // The rounding error of 1 + rest is exact so, for 1 is not finer than the sum's ulp.
    const whole = 1 + rest;
    const sum = whole + (rest - (whole - 1) + lost);
    // Stryker disable next-line EqualityOperator,ConditionalExpression: a logarithm more or less makes no difference
    if (product * sum > 2 ** 30) {
      const log = plusLog1p(0, 0, product, productLost);
      totalLost += twoSumError(total, log);
      total += log;
      product = productLost = 0;
    }
    productLost += lost; // of one row; of many, the roundings of the product outweigh it
    product += rest + product * rest;
    // Stryker disable next-line EqualityOperator: the next row overwrites what is its own
    for (let j = first; j < first + classes; j++) gradient[j] /= sum;
    if (target === largest) gradient[target] = 0 - rest / sum;
    else {
      gradient[target] -= 1;
      total += logits[largest] - logits[target];
      totalLost += twoSumError(logits[largest], -logits[target]);
    }
  }
  // The rounding error of an infinite total is NaN.
  return total === Infinity
    ? Infinity
    : plusLog1p(total, totalLost, product, productLost);
};
