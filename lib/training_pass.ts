import type { LossOfRows } from "./loss_rows.ts";
import type { Layer, Network } from "./network.ts";
import type { Sample } from "./scaling.ts";

/** What one pass over a data set finds of a network. */
export interface TrainingPass {
  /** The total loss: the sum over the samples. */
  readonly total: number;
  /** How many samples have their observed class as the most probable one. */
  readonly right: number;
  /** The slope of the total in each weight and bias, where it stands. */
  readonly slopes: Network;
}

/**
 * Prepares to pass a data set through networks of one form, forward and backward:
 * the same chain rule as `backpropagate`, for all samples at once. Each node has
 * the values of all samples side by side in one array, which is used again in each
 * pass; that is why it is fast.
 *
 * @param samples The data set, N ≥ 1 samples that fit the network.
 * @param form A network with the sizes of those that will come.
 * @returns A function that passes the data set through a network.
 */
export function trainingPasses(
  samples: readonly Sample[],
  form: Network,
): (network: Network, loss: LossOfRows) => TrainingPass {
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
  const gradient = new Float64Array(count * classes);

  return (network, loss) => {
    weightedSums(network.hidden, inputs, hidden);
    hidden.forEach(cutNegative);
    weightedSums(network.output, hidden, outputs);

    toRows(outputs, logits);
    const total = loss(logits, targets, gradient);
    toColumns(gradient, outputDeltas);

    carriedBack(network.output, outputDeltas, hiddenDeltas);
    hiddenDeltas.forEach((deltas, i) => keepWherePositive(deltas, hidden[i]));
    return {
      total,
      right: countRight(outputs, targets),
      slopes: {
        hidden: slopesOf(hiddenDeltas, inputs),
        output: slopesOf(outputDeltas, hidden),
      },
    };
  };
}

/** Each node's bias plus the weighted sum of what comes in, for all samples. */
function weightedSums(
  { weights, biases }: Layer,
  incoming: readonly Float64Array[],
  sums: readonly Float64Array[],
): void {
  sums.forEach((sum, node) => {
    sum.fill(biases[node]);
    incoming.forEach((values, i) => addTimes(sum, weights[node][i], values));
  });
}

/** What the connections carry back to the nodes before: Σⱼ wⱼ δⱼ. */
function carriedBack(
  { weights }: Layer,
  deltas: readonly Float64Array[],
  before: readonly Float64Array[],
): void {
  before.forEach((sum, i) => {
    sum.fill(0);
    deltas.forEach((delta, node) => addTimes(sum, weights[node][i], delta));
  });
}

/** The slopes of one layer: a weight's is Σ δ times what came in, a bias's Σ δ. */
function slopesOf(
  deltas: readonly Float64Array[],
  incoming: readonly Float64Array[],
): Layer {
  return {
    weights: deltas.map((delta) =>
      incoming.map((values) => sumOfProducts(delta, values))
    ),
    biases: deltas.map(sumOf),
  };
}

function addTimes(
  sums: Float64Array,
  factor: number,
  values: Float64Array,
): void {
  for (let n = 0; n < sums.length; n++) sums[n] += factor * values[n];
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
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n];
  return sum;
}

/** ReLU. */
function cutNegative(values: Float64Array): void {
  for (let n = 0; n < values.length; n++) {
    if (values[n] < 0) values[n] = 0;
  }
}

/** Backwards through ReLU, which lets through where its output is positive. */
function keepWherePositive(deltas: Float64Array, outputs: Float64Array): void {
  for (let n = 0; n < deltas.length; n++) {
    if (outputs[n] <= 0) deltas[n] = 0;
  }
}

function toRows(columns: readonly Float64Array[], rows: Float64Array): void {
  const width = columns.length;
  columns.forEach((column, j) => {
    for (let n = 0; n < column.length; n++) rows[n * width + j] = column[n];
  });
}

function toColumns(rows: Float64Array, columns: readonly Float64Array[]): void {
  const width = columns.length;
  columns.forEach((column, j) => {
    for (let n = 0; n < column.length; n++) column[n] = rows[n * width + j];
  });
}

/** How many samples have the logit of the observed class above all others. */
function countRight(
  logits: readonly Float64Array[],
  targets: Uint32Array,
): number {
  let right = 0;
  for (let n = 0; n < targets.length; n++) {
    const observed = logits[targets[n]][n];
    let best = true;
    for (let j = 0; j < logits.length; j++) {
      if (j !== targets[n] && logits[j][n] >= observed) best = false;
    }
    if (best) right++;
  }
  return right;
}
