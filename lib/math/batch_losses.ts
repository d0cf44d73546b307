/**
 * The losses of many samples at once, for training: the total, and the gradient in
 * every logit. Each function takes the logits row by row in one array, shape
 * [N × K], with the index of the observed class of each row, and writes the
 * gradient into another array of that shape. Nothing is allocated and nothing is
 * checked; the functions of one sample say what is computed, and why.
 *
 * @module
 */

import { twoSumError as sumErrorOf } from "./compensated_sum.ts";
import { fastExp as exponential } from "./fast_exp.ts";

// An imported name is looked up at each use, a constant of this file is not: that
// is a tenth of the time.
const twoSumError = sumErrorOf;
const fastExp = exponential;

/** A loss of many rows of logits; what it returns is the total. */
export type BatchLoss = (
  logits: Float64Array,
  targets: Uint32Array,
  gradient: Float64Array,
) => number;

/** Total cross-entropy; the gradient is p − y. Of one row, within 2.7 ULP. */
export const crossEntropyBatch: BatchLoss = (logits, targets, gradient) => {
  const classes = logits.length / targets.length;
  let total = 0;
  let product = 0; // (1 + rest) (1 + rest) … − 1 of the rows since the last logarithm
  for (let row = 0; row < targets.length; row++) {
    const first = row * classes;
    const target = first + targets[row];
    const largest = indexOfLargest(logits, first, classes);
    const rest = softmaxOfRow(logits, first, classes, largest, gradient);
    total += logits[largest] - logits[target];
    product += rest + product * rest;
    if (product > 1e100) {
      total += Math.log1p(product);
      product = 0;
    }
    if (target === largest) gradient[target] = 0 - rest / (1 + rest);
    else gradient[target] -= 1;
  }
  return total + Math.log1p(product);
};

/** Total squared residual of the observed class; the gradient 2p (1−p) (p − y). */
export const squaredResidualBatch: BatchLoss = (
  logits,
  targets,
  gradient,
) => {
  const classes = logits.length / targets.length;
  let total = 0;
  for (let row = 0; row < targets.length; row++) {
    const first = row * classes;
    const target = first + targets[row];
    const largest = indexOfLargest(logits, first, classes);
    const rest = softmaxOfRow(logits, first, classes, largest, gradient);
    const p = gradient[target];
    const residual = target === largest ? rest / (1 + rest) : 1 - p;
    gradient[target] = 0 - residual;
    for (let j = first; j < first + classes; j++) {
      gradient[j] *= 2 * p * residual;
    }
    total += residual * residual;
  }
  return total;
};

/** Total sum of squared residuals over all classes, and its gradient. */
export const sumOfSquaredResidualsBatch: BatchLoss = (
  logits,
  targets,
  gradient,
) => {
  const classes = logits.length / targets.length;
  let total = 0;
  for (let row = 0; row < targets.length; row++) {
    const first = row * classes;
    const target = first + targets[row];
    const largest = indexOfLargest(logits, first, classes);
    softmaxOfRow(logits, first, classes, largest, gradient);
    let mean = 0;
    for (let j = first; j < first + classes; j++) {
      const residual = gradient[j] - (j === target ? 1 : 0);
      mean += gradient[j] * residual;
      total += residual * residual;
    }
    for (let j = first; j < first + classes; j++) {
      const residual = gradient[j] - (j === target ? 1 : 0);
      gradient[j] *= 2 * (residual - mean);
    }
  }
  return total;
};

function indexOfLargest(
  logits: Float64Array,
  first: number,
  classes: number,
): number {
  let largest = first;
  for (let j = first + 1; j < first + classes; j++) {
    if (logits[j] > logits[largest]) largest = j;
  }
  return largest;
}

/**
 * Writes softmax of one row into another array, and returns Σ exp(z − m) over all
 * logits but the largest, m.
 */
function softmaxOfRow(
  logits: Float64Array,
  first: number,
  classes: number,
  largest: number,
  into: Float64Array,
): number {
  let rest = 0;
  let lost = 0;
  const shift = -logits[largest];
  // Two loops, for a question at each logit costs a tenth of the time.
  for (let j = first; j < largest; j++) {
    const term = fastExp(logits[j] + shift, twoSumError(logits[j], shift));
    into[j] = term;
    lost += twoSumError(rest, term);
    rest += term;
  }
  for (let j = largest + 1; j < first + classes; j++) {
    const term = fastExp(logits[j] + shift, twoSumError(logits[j], shift));
    into[j] = term;
    lost += twoSumError(rest, term);
    rest += term;
  }
  into[largest] = 1;
  rest += lost;
  for (let j = first; j < first + classes; j++) into[j] /= 1 + rest;
  return rest;
}
