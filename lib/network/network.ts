import {
  checkArray,
  checkFinite,
  checkFiniteNumber,
  checkInteger,
  checkNumber,
  checkObject,
} from "../math/arguments.ts";
import { softmax } from "../math/softmax.ts";

/** One dense layer: each node adds its bias to the weighted sum of all inputs. */
export interface Layer {
  /** Weights, shape [nodes][inputs]. */
  readonly weights: readonly (readonly number[])[];
  /** Biases, shape [nodes]. */
  readonly biases: readonly number[];
}

/** A network with one hidden ReLU layer, of any sizes. */
export interface Network {
  /** From the inputs to the hidden nodes. */
  readonly hidden: Layer;
  /** From the hidden nodes to the logits, one per class. */
  readonly output: Layer;
}

/**
 * The name of a weight or bias: `"hidden.weights[0][1]"` is that of the first hidden
 * node's connection from the second input.
 */
export type Parameter =
  | `${keyof Network}.weights[${number}][${number}]`
  | `${keyof Network}.biases[${number}]`;

/** The derivative of a loss for each weight and bias, in the shape of the network. */
export interface Gradient {
  /** Of the hidden layer. */
  readonly hidden: LayerGradient;
  /** Of the output layer. */
  readonly output: LayerGradient;
}

/** The derivatives for the parameters of one {@linkcode Layer}. */
export interface LayerGradient {
  /** Shape [nodes][inputs]. */
  readonly weights: readonly (readonly number[])[];
  /** Shape [nodes]. */
  readonly biases: readonly number[];
}

/** All intermediate values of a forward pass. */
export interface ForwardPass {
  /** Shape [inputs]. */
  readonly inputs: readonly number[];
  /** Weighted sums of the hidden nodes, before ReLU, shape [hidden nodes]. */
  readonly hiddenSums: readonly number[];
  /** Outputs of the hidden nodes, after ReLU, shape [hidden nodes]. */
  readonly hiddenOutputs: readonly number[];
  /** Raw outputs, shape [classes]. */
  readonly logits: readonly number[];
  /** Softmax of the logits, shape [classes]. */
  readonly probabilities: readonly number[];
}

/**
 * The rectified linear unit: a number when it is positive, else 0.
 *
 * @example Cuts off what is negative
 * ```ts
 * import assert from "node:assert/strict";
 * import { relu } from "@lesson/cross-entropy";
 * assert.deepEqual([-2, 0, 3].map(relu), [0, 0, 3]);
 * ```
 *
 * @param x Any number.
 * @returns `max(0, x)`.
 * @throws {TypeError} When x is not a number.
 */
export function relu(x: number): number {
  checkNumber("relu", "x", x);
  return Math.max(0, x);
}

/**
 * Runs a network forward and returns all intermediate values.
 *
 * `h = ReLU(W₁ x + b₁)`, `z = W₂ h + b₂`, `p = softmax(z)`.
 *
 * @example The logits of a flower
 * ```ts
 * import assert from "node:assert/strict";
 * import { exampleNetwork, forward } from "@lesson/cross-entropy";
 * const { logits } = forward(exampleNetwork, [0.5, 0.37]);
 * assert.deepEqual(logits.map((z) => z.toFixed(2)), ["0.09", "0.86", "0.10"]);
 * ```
 *
 * @param network Weights and biases.
 * @param inputs One sample, shape [inputs].
 * @returns The values at each node.
 * @throws {TypeError} When the network is not one, or the inputs do not fit it.
 * @throws {RangeError} When an input, weight or bias is not finite, or a logit
 * overflows.
 */
export function forward(
  network: Network,
  inputs: readonly number[],
): ForwardPass {
  checkNetwork("forward", network);
  const width = network.hidden.weights[0].length;
  checkFinite("forward", "inputs", inputs, width);
  return forwardPass("forward", network, inputs);
}

/** {@linkcode forward} for `caller`, which has checked its arguments. */
export function forwardPass(
  caller: string,
  network: Network,
  inputs: readonly number[],
): ForwardPass {
  const pass = logitPass(caller, network, inputs);
  return { ...pass, probabilities: softmax(pass.logits) };
}

/** {@linkcode forwardPass} without softmax: the largest logit names the class as well. */
export function logitPass(
  caller: string,
  { hidden, output }: Network,
  inputs: readonly number[],
): Omit<ForwardPass, "probabilities"> {
  const hiddenSums = weightedSums(hidden, inputs);
  const hiddenOutputs = hiddenSums.map((sum) => Math.max(0, sum));
  const logits = weightedSums(output, hiddenOutputs);
  if (!logits.every(Number.isFinite)) {
    throw new RangeError(
      `${caller}: a logit overflows, got ${logits}; are the weights too large?`,
    );
  }
  return { inputs, hiddenSums, hiddenOutputs, logits };
}

/**
 * A copy of a network with another value for one bias of its output layer.
 *
 * @example The bias of Setosa, b3, starts at −2 in the next class
 * ```ts
 * import assert from "node:assert/strict";
 * import { exampleNetwork, withOutputBias } from "@lesson/cross-entropy";
 * assert.deepEqual(withOutputBias(exampleNetwork, 0, -2).output.biases, [-2, 0, 1]);
 * assert.deepEqual(exampleNetwork.output.biases, [0, 0, 1]);
 * ```
 *
 * @param network The network to copy; it is not modified.
 * @param output Index of the output, an integer in [0, classes).
 * @param bias The new value.
 * @returns The copy.
 * @throws {TypeError} When the network is not one, or a number is not.
 * @throws {RangeError} When there is no such output, or the bias is not finite.
 */
export function withOutputBias(
  network: Network,
  output: number,
  bias: number,
): Network {
  checkNetwork("withOutputBias", network);
  const { weights, biases } = network.output;
  checkInteger("withOutputBias", "output", output, 0, biases.length);
  checkFiniteNumber("withOutputBias", "bias", bias);
  return { ...network, output: { weights, biases: biases.with(output, bias) } };
}

/** Throws unless `network` is one whose layers fit each other. */
export function checkNetwork(caller: string, network: Network): void {
  checkObject(caller, "network", network);
  const { hidden, output } = network;
  checkLayer(caller, "network.hidden", hidden);
  checkLayer(caller, "network.output", output, hidden.biases.length);
}

function checkLayer(
  caller: string,
  name: string,
  layer: Layer,
  inputs?: number,
): void {
  checkObject(caller, name, layer);
  const { weights, biases } = layer;
  checkArray(caller, `${name}.weights`, weights, "arrays");
  for (let node = 0; node < weights.length; node++) {
    const width = inputs ?? weights[0]?.length;
    checkFinite(caller, `${name}.weights[${node}]`, weights[node], width);
  }
  checkFinite(caller, `${name}.biases`, biases, weights.length);
}

/** `W x + b` of one layer. */
function weightedSums(
  { weights, biases }: Layer,
  inputs: readonly number[],
): number[] {
  return weights.map((row, node) =>
    row.reduce((sum, weight, i) => sum + weight * inputs[i], biases[node])
  );
}
