import { checkTarget } from "../math/arguments.ts";
import { forward, type Layer, type Network } from "./network.ts";
import type { Sample } from "./scaling.ts";
import type { TrainingLoss } from "../math/losses.ts";
import { batchGradient } from "./batch_gradient.ts";

/** How a network is to be trained. */
export interface TrainingOptions {
  /** What is to become small. */
  readonly loss: TrainingLoss;
  /** η: a step is minus η times the slope. */
  readonly learningRate: number;
  /** How many steps to take. */
  readonly steps: number;
  /** Whether the loss is summed over the samples or averaged; `"sum"`. */
  readonly reduction?: "sum" | "mean";
  /**
   * Which parameters may move, by their names: `hidden.weights[0][1]` or
   * `output.biases[0]`. All of them, unless told.
   */
  readonly trainable?: (parameter: string) => boolean;
  /** Called before each step, and after the last; `true` ends the training. */
  readonly watch?: (step: TrainingStep) => boolean | void;
}

/** Where the training stands. */
export interface TrainingStep {
  /** How many steps have been taken. */
  readonly step: number;
  /** The network as it is now. */
  readonly network: Network;
  /** The sum or mean loss of the network as it is now. */
  readonly loss: number;
  /** The share of the samples whose observed class is the most probable. */
  readonly accuracy: number;
}

/**
 * Full-batch gradient descent: each step moves every trainable weight and bias
 * against its slope, by the learning rate times the slope over all samples.
 *
 * @example Three steps of one bias, from −2
 * ```ts
 * import assert from "node:assert/strict";
 * import { exampleFlowers, exampleNetwork, gradientDescent, trainingLosses, withOutputBias } from "@lesson/cross-entropy";
 * const start = withOutputBias(exampleNetwork, 0, -2);
 * const history = gradientDescent(start, exampleFlowers, {
 *   loss: trainingLosses.crossEntropy,
 *   learningRate: 1,
 *   steps: 3,
 *   trainable: (parameter) => parameter === "output.biases[0]",
 * });
 * assert.deepEqual(history.map(({ loss }) => loss.toFixed(3)), ["2.666", "2.142", "1.884", "1.800"]);
 * ```
 *
 * @param network Where to start; it stays as it is.
 * @param samples The data set, N ≥ 1 samples.
 * @param options Loss, learning rate, steps, and what may move.
 * @returns The way: the start and what each step came to.
 * @throws {TypeError} When there are no samples, or one does not fit the network.
 * @throws {RangeError} When an option is out of range, or a weight grows beyond
 * 1e100: training has diverged.
 */
export function gradientDescent(
  network: Network,
  samples: readonly Sample[],
  options: TrainingOptions,
): TrainingStep[] {
  checkOptions(options);
  checkSamples(network, samples);
  const { learningRate, steps, loss, reduction = "sum", watch } = options;
  const share = reduction === "sum" ? 1 : 1 / samples.length;
  const moving = {
    hidden: movingOf("hidden", network.hidden, options.trainable),
    output: movingOf("output", network.output, options.trainable),
  };
  const pass = batchGradient(samples, network);
  const history: TrainingStep[] = [];
  for (let step = 0, now = network;; step++) {
    const { total, right, slopes } = pass(now, loss.rows);
    const state = {
      step,
      network: now,
      loss: total * share,
      accuracy: right / samples.length,
    };
    history.push(state);
    if (watch?.(state) || step === steps) return history;
    const rate = learningRate * share;
    now = {
      hidden: movedLayer(now.hidden, slopes.hidden, moving.hidden, rate),
      output: movedLayer(now.output, slopes.output, moving.output, rate),
    };
    checkNotDiverged(now, step + 1, learningRate);
  }
}

/**
 * The share of samples whose observed class the network finds more probable than
 * any other. Who finds two equally probable has not decided, and is not right.
 *
 * @example The example network is right on its three flowers
 * ```ts
 * import assert from "node:assert/strict";
 * import { accuracy, exampleFlowers, exampleNetwork } from "@lesson/cross-entropy";
 * assert.equal(accuracy(exampleNetwork, exampleFlowers), 1);
 * ```
 *
 * @param network Weights and biases.
 * @param samples The data set, N ≥ 1 samples.
 * @returns A number in [0, 1].
 * @throws {TypeError} When there are no samples, or one does not fit the network.
 */
export function accuracy(network: Network, samples: readonly Sample[]): number {
  if (samples.length === 0) {
    throw new TypeError("accuracy: samples must not be empty");
  }
  const right = samples.filter(({ inputs, target }) => {
    const { logits } = forward(network, inputs);
    return logits.every((logit, j) => j === target || logit < logits[target]);
  });
  return right.length / samples.length;
}

/** Which parameters of a layer may move. */
interface Moving {
  readonly weights: readonly (readonly boolean[])[];
  readonly biases: readonly boolean[];
}

function movingOf(
  name: string,
  { weights, biases }: Layer,
  trainable: TrainingOptions["trainable"] = () => true,
): Moving {
  return {
    weights: weights.map((row, j) =>
      row.map((_, i) => trainable(`${name}.weights[${j}][${i}]`))
    ),
    biases: biases.map((_, j) => trainable(`${name}.biases[${j}]`)),
  };
}

/** A layer after a step: what may move has moved against its slope. */
function movedLayer(
  { weights, biases }: Layer,
  slopes: Layer,
  moving: Moving,
  rate: number,
): Layer {
  return {
    weights: weights.map((row, j) =>
      movedValues(row, slopes.weights[j], moving.weights[j], rate)
    ),
    biases: movedValues(biases, slopes.biases, moving.biases, rate),
  };
}

function movedValues(
  values: readonly number[],
  slopes: readonly number[],
  moving: readonly boolean[],
  rate: number,
): number[] {
  const moved = values.slice();
  for (let i = 0; i < moved.length; i++) {
    if (moving[i]) moved[i] -= rate * slopes[i];
  }
  return moved;
}

/** Each sample must go through the network, and have a class that it knows. */
function checkSamples(network: Network, samples: readonly Sample[]): void {
  if (!Array.isArray(samples) || samples.length === 0) {
    throw new TypeError(
      "gradientDescent: samples must be an array of at least one",
    );
  }
  for (const { inputs, target } of samples) {
    const { logits } = forward(network, inputs);
    checkTarget("gradientDescent", target, logits.length);
  }
}

function checkOptions({ learningRate, steps }: TrainingOptions): void {
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(
      `gradientDescent: learningRate must be above 0 and finite, got ${learningRate}`,
    );
  }
  if (!Number.isInteger(steps) || steps < 0) {
    throw new RangeError(
      `gradientDescent: steps must be an integer of at least 0, got ${steps}`,
    );
  }
}

/** A weight beyond this comes from divergence, and products of two overflow. */
const LARGEST = 1e100;

function checkNotDiverged(network: Network, step: number, rate: number): void {
  for (const { weights, biases } of [network.hidden, network.output]) {
    if (weights.every(areSmall) && areSmall(biases)) continue;
    throw new RangeError(
      `gradientDescent: diverged at step ${step}; try a learning rate below ${rate}`,
    );
  }
}

function areSmall(values: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!(Math.abs(values[i]) < LARGEST)) return false;
  }
  return true;
}
