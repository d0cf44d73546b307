import { checkFinite } from "../math/arguments.ts";
import { isTrainingLoss, type TrainingLoss } from "../math/losses.ts";
import {
  checkNetwork,
  forwardPass,
  type Gradient,
  type LayerGradient,
  type Network,
} from "./network.ts";
import { checkSample, type Sample } from "./sample.ts";

/**
 * The gradient of a loss of one sample in every weight and bias of a network.
 *
 * Backpropagation is the chain rule, applied from the loss back to the inputs. Let δ be
 * the derivative of the loss with respect to a node's weighted sum. The derivative for
 * a bias is then δ, and for a weight δ times the input it multiplies. At an output, δ
 * is the gradient of the loss in the logit. At a hidden node it is `Σⱼ wⱼ δⱼ` over the
 * outputs if the node's sum is positive, and 0 otherwise, because ReLU is flat there.
 *
 * Source: D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
 * back-propagating errors", Nature 323 (1986).
 *
 * @example The slope of cross-entropy in b3: predicted minus observed
 * ```ts
 * import assert from "node:assert/strict";
 * import { backpropagate, exampleFlowers, exampleNetwork, trainingLosses } from "@lesson/cross-entropy";
 * const [setosa] = exampleFlowers;
 * const gradient = backpropagate(exampleNetwork, setosa, trainingLosses.crossEntropy);
 * assert.equal(gradient.output.biases[0].toFixed(4), (0.5677 - 1).toFixed(4));
 * ```
 *
 * @param network Weights and biases.
 * @param sample Inputs and observed class.
 * @param loss For instance `trainingLosses.crossEntropy`.
 * @returns The derivative for each weight and bias, in the shape of the network.
 * @throws {TypeError} When the network, the sample or the loss is not one, or the
 * sample does not fit the network.
 * @throws {RangeError} When a number is not finite, or the network does not have the
 * observed class.
 */
export function backpropagate(
  network: Network,
  sample: Sample,
  loss: TrainingLoss,
): Gradient {
  const caller = "backpropagate";
  checkNetwork(caller, network);
  checkSample(caller, "sample", sample, network);
  isTrainingLoss(caller, "loss", loss);
  const { inputs, target } = sample;
  const { hiddenSums, hiddenOutputs, logits } = forwardPass(
    caller,
    network,
    inputs,
  );
  const outputDeltas = loss.gradient(logits, target);
  const named = "loss.gradient's result";
  checkFinite(caller, named, outputDeltas, logits.length);
  const { weights } = network.output;
  const hiddenDeltas = hiddenSums.map((sum, i) =>
    sum <= 0
      ? 0
      : outputDeltas.reduce((all, delta, j) => all + weights[j][i] * delta, 0)
  );
  return {
    hidden: layerGradient(hiddenDeltas, inputs),
    output: layerGradient(outputDeltas, hiddenOutputs),
  };
}

/** The gradient of one layer, from the δ of its nodes and the layer's inputs. */
function layerGradient(
  deltas: readonly number[],
  inputs: readonly number[],
): LayerGradient {
  return {
    weights: deltas.map((delta) => inputs.map((input) => 0 + delta * input)),
    biases: deltas,
  };
}
