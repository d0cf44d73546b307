import { checkFinite } from "../math/arguments.ts";
import { softmax } from "../math/softmax.ts";

/**
 * One dense layer: each node adds its bias to the weighted sum of all inputs.
 */
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
  /** From the hidden nodes to the logits, one a class. */
  readonly output: Layer;
}

/** Every value on the way from the inputs to the probabilities. */
export interface ForwardPass {
  /** What came in, shape [inputs]. */
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
 */
export function relu(x: number): number {
  return Math.max(0, x);
}

/**
 * Runs a network forward and returns every value on the way.
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
 * @throws {TypeError} When the inputs do not fit the first layer, or a layer's
 * weights do not fit its inputs or biases.
 * @throws {RangeError} When an input, weight or bias is not finite.
 */
export function forward(
  network: Network,
  inputs: readonly number[],
): ForwardPass {
  checkFinite("forward", "inputs", inputs);
  const hiddenSums = weightedSums("hidden", network.hidden, inputs);
  const hiddenOutputs = hiddenSums.map(relu);
  const logits = weightedSums("output", network.output, hiddenOutputs);
  return {
    inputs,
    hiddenSums,
    hiddenOutputs,
    logits,
    probabilities: softmax(logits),
  };
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
 * @param network The network to copy; it stays as it is.
 * @param output Index of the output, an integer in [0, classes).
 * @param bias The new value.
 * @returns The copy.
 * @throws {RangeError} When there is no such output, or the bias is not finite.
 */
export function withOutputBias(
  network: Network,
  output: number,
  bias: number,
): Network {
  const { weights, biases } = network.output;
  if (!Number.isInteger(output) || output < 0 || output >= biases.length) {
    throw new RangeError(
      `withOutputBias: output must be an integer in [0, ${biases.length}), got ${output}`,
    );
  }
  if (!Number.isFinite(bias)) {
    throw new RangeError(`withOutputBias: bias must be finite, got ${bias}`);
  }
  return { ...network, output: { weights, biases: biases.with(output, bias) } };
}

/** `W x + b` of one layer, which is called `name` in errors. */
function weightedSums(
  name: string,
  layer: Layer,
  inputs: readonly number[],
): number[] {
  checkFinite("forward", `${name}.biases`, layer.biases, layer.weights.length);
  return layer.weights.map((weights, node) => {
    checkFinite("forward", `${name}.weights[${node}]`, weights, inputs.length);
    return weights.reduce(
      (sum, weight, i) => sum + weight * inputs[i],
      layer.biases[node],
    );
  });
}
