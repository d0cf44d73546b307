import { backpropagate } from "./backpropagation.ts";
import { forward, type Layer, type Network } from "./network.ts";
import type { Sample } from "./scaling.ts";
import { meanLoss, totalLoss } from "./total_loss.ts";
import type { TrainingLoss } from "./training_loss.ts";

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
  const { learningRate, steps, reduction = "sum", watch } = options;
  const rate = reduction === "sum"
    ? learningRate
    : learningRate / samples.length;
  const history: TrainingStep[] = [];
  for (let step = 0, now = network;; step++) {
    const state = stateOf(step, now, samples, options);
    history.push(state);
    if (watch?.(state) || step === steps) return history;
    now = stepDown(now, samples, rate, options);
    checkNotDiverged(now, step + 1, learningRate);
  }
}

function stateOf(
  step: number,
  network: Network,
  samples: readonly Sample[],
  { loss, reduction = "sum" }: TrainingOptions,
): TrainingStep {
  const total = reduction === "sum" ? totalLoss : meanLoss;
  return {
    step,
    network,
    loss: total(network, samples, loss.value),
    accuracy: accuracy(network, samples),
  };
}

/**
 * The share of samples whose observed class the network finds most probable; a
 * tie counts as right.
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
    return logits.every((logit) => logit <= logits[target]);
  });
  return right.length / samples.length;
}

/** The network after one step. */
function stepDown(
  network: Network,
  samples: readonly Sample[],
  rate: number,
  { loss, trainable = () => true }: TrainingOptions,
): Network {
  const slopes = samples.map((sample) => backpropagate(network, sample, loss));
  const move = (name: "hidden" | "output"): Layer => {
    const moved = (
      parameter: string,
      value: number,
      slope: (gradient: Layer) => number,
    ) =>
      trainable(`${name}.${parameter}`)
        ? value -
          rate * slopes.reduce((sum, each) => sum + slope(each[name]), 0)
        : value;
    const { weights, biases } = network[name];
    return {
      weights: weights.map((row, j) =>
        row.map((weight, i) =>
          moved(`weights[${j}][${i}]`, weight, (each) => each.weights[j][i])
        )
      ),
      biases: biases.map((bias, j) =>
        moved(`biases[${j}]`, bias, (each) => each.biases[j])
      ),
    };
  };
  return { hidden: move("hidden"), output: move("output") };
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
  const parameters = [network.hidden, network.output].flatMap((layer) => [
    ...layer.weights.flat(),
    ...layer.biases,
  ]);
  if (parameters.every((value) => Math.abs(value) < LARGEST)) return;
  throw new RangeError(
    `gradientDescent: diverged at step ${step}; try a learning rate below ${rate}`,
  );
}
