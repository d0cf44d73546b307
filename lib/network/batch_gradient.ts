import type { BatchLoss } from "../math/batch_loss.ts";
import type { Gradient, Layer, LayerGradient, Network } from "./network.ts";
import type { Sample } from "./sample.ts";

/** What one pass of a data set through a network finds. */
export interface BatchGradient {
  /** The total loss: the sum over the samples. */
  readonly total: number;
  /** How many samples are classified correctly. */
  readonly correct: number;
  /** The gradient of the total. */
  readonly gradient: Gradient;
}

/**
 * Prepares to pass a data set through networks of one form, forward and backward: the
 * same chain rule as `backpropagate`, for all samples at once. It is fast because each
 * node keeps the values of all samples in one array, which every pass reuses.
 *
 * @param samples The data set, N ≥ 1 samples that fit the network.
 * @param form A network of the sizes that will be passed.
 * @returns A function that passes the data set through a network.
 */
export function batchGradient(
  samples: readonly Sample[],
  form: Network,
): (network: Network, loss: BatchLoss) => BatchGradient {
  const count = samples.length;
  const classes = form.output.biases.length;
  const column = () => new Float64Array(count);
  const inputs = samples[0].inputs.map((_, i) =>
    Float64Array.from(samples, (sample) => sample.inputs[i])
  );
  const targets = Uint32Array.from(samples, ({ target }) => target);
  const hidden = form.hidden.biases.map(column);
  const outputs = form.output.biases.map(column);
  const hiddenDeltas = form.hidden.biases.map(column);
  const outputDeltas = form.output.biases.map(column);
  const logits = new Float64Array(count * classes);
  const logitGradient = new Float64Array(count * classes);

  return (network, loss) => {
    weightedSums(network.hidden, inputs, hidden);
    for (const values of hidden) relu(values);
    weightedSums(network.output, hidden, outputs);

    toRows(outputs, logits);
    const total = loss(logits, targets, logitGradient);
    toColumns(logitGradient, outputDeltas);

    backpropagateSums(network.output, outputDeltas, hiddenDeltas);
    for (let i = 0; i < hidden.length; i++) {
      backpropagateRelu(hiddenDeltas[i], hidden[i]);
    }
    return {
      total,
      correct: countCorrect(logits, classes, targets),
      gradient: {
        hidden: layerGradient(hiddenDeltas, inputs),
        output: layerGradient(outputDeltas, hidden),
      },
    };
  };
}

/** `W x + b` of one layer, for all samples. */
function weightedSums(
  { weights, biases }: Layer,
  incoming: readonly Float64Array[],
  sums: readonly Float64Array[],
): void {
  for (let node = 0; node < sums.length; node++) {
    weightedSum(biases[node], weights[node], incoming, sums[node]);
  }
}

/** Backpropagates through the weights of a layer: Σⱼ wⱼ δⱼ for each input. */
function backpropagateSums(
  { weights }: Layer,
  deltas: readonly Float64Array[],
  before: readonly Float64Array[],
): void {
  for (let i = 0; i < before.length; i++) {
    weightedSum(0, weights.map((row) => row[i]), deltas, before[i]);
  }
}

/** The gradient of one layer: Σ δ x for a weight, Σ δ for a bias. */
function layerGradient(
  deltas: readonly Float64Array[],
  incoming: readonly Float64Array[],
): LayerGradient {
  return {
    weights: deltas.map((delta) =>
      incoming.map((values) => sumOfProducts(delta, values))
    ),
    biases: deltas.map(sumOf),
  };
}

/** A start plus the weighted sum of some values, for all samples. */
function weightedSum(
  start: number,
  weights: readonly number[],
  values: readonly Float64Array[],
  sums: Float64Array,
): void {
  const odd = weights.length % 2;
  if (odd === 0) sums.fill(start);
  else setToTimes(sums, start, weights[0], values[0]);
  for (let i = odd; i < weights.length; i += 2) {
    addTimes(sums, weights[i], values[i], weights[i + 1], values[i + 1]);
  }
}

function setToTimes(
  sums: Float64Array,
  start: number,
  factor: number,
  values: Float64Array,
): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
  for (let n = 0; n < sums.length; n++) sums[n] = start + factor * values[n];
}

/** Two at once: each sum is read and written half as often. */
function addTimes(
  sums: Float64Array,
  factor: number,
  values: Float64Array,
  factor2: number,
  values2: Float64Array,
): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
  for (let n = 0; n < sums.length; n++) {
    sums[n] += factor * values[n] + factor2 * values2[n];
  }
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0; // two sums at once: neither waits for the other
  let n = 0;
  for (; n + 1 < a.length; n += 2) {
    even += a[n] * b[n];
    odd += a[n + 1] * b[n + 1];
  }
  if (n < a.length) even += a[n] * b[n];
  return even + odd;
}

function sumOf(values: Float64Array): number {
  let even = 0;
  let odd = 0;
  let n = 0;
  for (; n + 1 < values.length; n += 2) {
    even += values[n];
    odd += values[n + 1];
  }
  if (n < values.length) even += values[n];
  return even + odd;
}

/** ReLU. */
function relu(values: Float64Array): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
  for (let n = 0; n < values.length; n++) {
    // Stryker disable next-line EqualityOperator: 0 for 0
    if (values[n] < 0) values[n] = 0;
  }
}

/** Backpropagates through ReLU, whose slope is 1 where its output is positive, else 0. */
function backpropagateRelu(deltas: Float64Array, outputs: Float64Array): void {
  // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
  for (let n = 0; n < deltas.length; n++) {
    if (outputs[n] <= 0) deltas[n] = 0;
  }
}

function toRows(columns: readonly Float64Array[], rows: Float64Array): void {
  const width = columns.length;
  for (let j = 0; j < width; j++) {
    const column = columns[j];
    // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
    for (let n = 0, at = j; n < column.length; n++, at += width) {
      rows[at] = column[n];
    }
  }
}

function toColumns(rows: Float64Array, columns: readonly Float64Array[]): void {
  const width = columns.length;
  for (let j = 0; j < width; j++) {
    const column = columns[j];
    // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
    for (let n = 0, at = j; n < column.length; n++, at += width) {
      column[n] = rows[at];
    }
  }
}

/** How many samples have the logit of their observed class above all others. */
function countCorrect(
  logits: Float64Array,
  classes: number,
  targets: Uint32Array,
): number {
  let correct = 0;
  // Stryker disable next-line EqualityOperator: a typed array has nothing beyond its end
  for (let row = 0; row < targets.length; row++) {
    const first = row * classes;
    const observed = logits[first + targets[row]];
    let asLarge = 0; // counts the observed class itself, too
    for (let j = first; j < first + classes; j++) {
      if (logits[j] >= observed) asLarge++;
    }
    if (asLarge === 1) correct++;
  }
  return correct;
}
