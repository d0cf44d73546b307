import {
  type Check,
  isFunction,
  isInteger,
  isPositive,
  listOf,
  oneOf,
  onlyOf,
  optional,
} from "../math/argument_shapes.ts";
import { describe } from "../math/arguments.ts";
import { isTrainingLoss, type TrainingLoss } from "../math/losses.ts";
import { batchGradient } from "./batch_gradient.ts";
import {
  checkNetwork,
  forwardPass,
  type Layer,
  type LayerGradient,
  type Network,
  type Parameter,
} from "./network.ts";
import { checkSamples, type Sample } from "./sample.ts";

/** How to train a network. */
export interface TrainingOptions {
  /** The loss to minimise. */
  readonly loss: TrainingLoss;
  /** η: each step is −η times the gradient. */
  readonly learningRate: number;
  /** How many steps to take. */
  readonly steps: number;
  /** Whether the loss is summed over the samples or averaged; `"sum"` by default. */
  readonly reduction?: "sum" | "mean";
  /** The parameters that may move, for instance `["output.biases[0]"]`; all by default. */
  readonly trainable?: readonly Parameter[];
  /** Called with each state, the start included; return `true` to stop training. */
  readonly watch?: (step: TrainingStep) => boolean | void;
}

/** The state of the training after some steps. */
export interface TrainingStep {
  /** How many steps have been taken. */
  readonly step: number;
  /** The network after these steps. */
  readonly network: Network;
  /** Its loss, summed or averaged over the samples. */
  readonly loss: number;
  /** The share of samples that it classifies correctly. */
  readonly accuracy: number;
}

/**
 * Full-batch gradient descent: each step moves every trainable weight and bias against
 * its slope, by the learning rate times the slope over all samples.
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
 *   trainable: ["output.biases[0]"],
 * });
 * assert.deepEqual(history.map(({ loss }) => loss.toFixed(3)), ["2.666", "2.142", "1.884", "1.800"]);
 * ```
 *
 * @param network Where to start; it is not modified.
 * @param samples The data set, N ≥ 1 samples.
 * @param options Loss, learning rate, steps, and what may move.
 * @returns The states on the way: the start, and the state after each step.
 * @throws {TypeError} When the network, a sample or an option is not one, or a sample
 * does not fit the network.
 * @throws {RangeError} When a number is out of range, the reduction is unknown, a
 * trainable parameter is not one of the network's, or a weight grows beyond 1e100:
 * training has diverged.
 */
export function gradientDescent(
  network: Network,
  samples: readonly Sample[],
  options: TrainingOptions,
): TrainingStep[] {
  checkNetwork("gradientDescent", network);
  checkSamples("gradientDescent", samples, network);
  areOptions("gradientDescent", "options", options);
  const { learningRate, steps, loss, reduction = "sum", watch } = options;
  const share = reduction === "sum" ? 1 : 1 / samples.length;
  const moving = movingParameters(network, options.trainable);
  const pass = batchGradient(samples, network);
  const history: TrainingStep[] = [];
  for (let step = 0, now = network;; step++) {
    const { total, correct, gradient } = pass(now, loss.batch);
    if (Number.isNaN(total) || typeof total !== "number") {
      throw new TypeError(
        `gradientDescent: loss.batch must return a number, got ${
          describe(total)
        }`,
      );
    }
    const state = {
      step,
      network: now,
      loss: total * share,
      accuracy: correct / samples.length,
    };
    history.push(state);
    if (watch?.(state) || step === steps) return history;
    const rate = learningRate * share;
    now = {
      hidden: movedLayer(now.hidden, gradient.hidden, moving.hidden, rate),
      output: movedLayer(now.output, gradient.output, moving.output, rate),
    };
    checkNotDiverged(now, step + 1, learningRate);
  }
}

/**
 * The share of samples whose observed class the network finds more probable than any
 * other. A tie does not count as correct.
 *
 * @example The example network is right about its three flowers
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
 * @throws {RangeError} When a number is not finite, or the network does not have an
 * observed class.
 */
export function accuracy(network: Network, samples: readonly Sample[]): number {
  checkNetwork("accuracy", network);
  checkSamples("accuracy", samples, network);
  const correct = samples.filter(({ inputs, target }) => {
    const { logits } = forwardPass("accuracy", network, inputs);
    return logits.every((logit, j) => j === target || logit < logits[target]);
  });
  return correct.length / samples.length;
}

/** Which parameters of a layer may move. */
interface Moving {
  readonly weights: boolean[][];
  readonly biases: boolean[];
}

const PARAMETER =
  /^(hidden|output)\.(?:weights\[(\d+)\]\[(\d+)\]|biases\[(\d+)\])$/;

function movingParameters(
  { hidden, output }: Network,
  trainable: readonly Parameter[] | undefined,
): Record<keyof Network, Moving> {
  const all = ({ weights, biases }: Layer, moves: boolean): Moving => ({
    weights: weights.map((row) => row.map(() => moves)),
    biases: biases.map(() => moves),
  });
  const every = trainable === undefined;
  const moving = { hidden: all(hidden, every), output: all(output, every) };
  for (const parameter of trainable ?? []) {
    // exec() would make a string of anything, or fail.
    // Stryker disable next-line StringLiteral: that is no parameter either
    const name = typeof parameter === "string" ? parameter : "";
    // Stryker disable next-line ArrayDeclaration: what stands first is not read
    const [, layer, node, input, bias] = PARAMETER.exec(name) ?? [];
    const { weights, biases } = moving[layer as keyof Network] ?? {};
    const row = bias === undefined ? weights?.[Number(node)] : biases;
    const index = Number(bias ?? input);
    if (!row || !(index < row.length)) {
      throw new RangeError(
        `gradientDescent: trainable must name parameters of the network, such as "output.biases[0]", got ${
          describe(parameter)
        }`,
      );
    }
    row[index] = true;
  }
  return moving;
}

/** A layer after a step against the gradient. */
function movedLayer(
  { weights, biases }: Layer,
  gradient: LayerGradient,
  moving: Moving,
  rate: number,
): Layer {
  return {
    weights: weights.map((row, j) =>
      movedValues(row, gradient.weights[j], moving.weights[j], rate)
    ),
    biases: movedValues(biases, gradient.biases, moving.biases, rate),
  };
}

function movedValues(
  values: readonly number[],
  slopes: readonly number[],
  moving: readonly boolean[],
  rate: number,
): number[] {
  const moved = values.slice();
  // Stryker disable next-line EqualityOperator: beyond the end nothing moves
  for (let i = 0; i < moved.length; i++) {
    if (moving[i]) moved[i] -= rate * slopes[i];
  }
  return moved;
}

/** Refuses options with other names, too: a misspelt one would do nothing. */
const areOptions: Check = onlyOf({
  loss: isTrainingLoss,
  learningRate: isPositive,
  steps: isInteger(0),
  reduction: optional(oneOf(["sum", "mean"])),
  trainable: optional(listOf(() => {}, "names of parameters")),
  watch: optional(isFunction),
});

/** A larger weight means divergence; the product of two smaller ones cannot overflow. */
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
