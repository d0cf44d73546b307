import { type Check, isFunction, shapeOf } from "./argument_shapes.ts";
import type { BatchLoss } from "./batch_loss.ts";
import {
  crossEntropyBatch,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
} from "./cross_entropy.ts";
import {
  squaredResidualBatch,
  squaredResidualFromLogits,
  squaredResidualGradientInLogits,
  sumOfSquaredResidualsBatch,
  sumOfSquaredResidualsFromLogits,
  sumOfSquaredResidualsGradientInLogits,
} from "./squared_residual.ts";

/** A loss as training needs it. */
export interface TrainingLoss {
  /** The loss of one sample, from its logits. */
  readonly value: (logits: readonly number[], target: number) => number;
  /** The gradient in the logits, shape [K]. */
  readonly gradient: (logits: readonly number[], target: number) => number[];
  /** Both for many samples at once. */
  readonly batch: BatchLoss;
}

/**
 * The three losses of the lesson, ready for training: cross-entropy, the squared
 * residual of the observed class, and the sum of squared residuals over all classes.
 *
 * @example Small for a confident, correct prediction
 * ```ts
 * import assert from "node:assert/strict";
 * import { trainingLosses } from "@lesson/cross-entropy";
 * const { crossEntropy, squaredResidual } = trainingLosses;
 * assert(crossEntropy.value([9, 0, 0], 0) < 0.001);
 * assert(squaredResidual.value([9, 0, 0], 0) < 0.001);
 * ```
 */
export const trainingLosses: Readonly<
  Record<
    "crossEntropy" | "squaredResidual" | "sumOfSquaredResiduals",
    TrainingLoss
  >
> = {
  crossEntropy: {
    value: crossEntropyFromLogits,
    gradient: crossEntropyGradientInLogits,
    batch: crossEntropyBatch,
  },
  squaredResidual: {
    value: squaredResidualFromLogits,
    gradient: squaredResidualGradientInLogits,
    batch: squaredResidualBatch,
  },
  sumOfSquaredResiduals: {
    value: sumOfSquaredResidualsFromLogits,
    gradient: sumOfSquaredResidualsGradientInLogits,
    batch: sumOfSquaredResidualsBatch,
  },
};

/** A loss for training. */
export const isTrainingLoss: Check = shapeOf({
  value: isFunction,
  gradient: isFunction,
  batch: isFunction,
});
