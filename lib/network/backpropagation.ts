import { checkFinite } from "../math/arguments.ts";
import { checkTrainingLoss, type TrainingLoss } from "../math/losses.ts";
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
 * Backpropagation: the chain rule, from the loss back to the inputs. With δ the
 * slope of the loss in what a node adds up, a weight's slope is δ times what comes
 * in through it, and a bias's is δ. For an output, δ is the loss's gradient in its
 * logit; for a hidden node it is what its connections carry back, `Σⱼ wⱼ δⱼ`, where
 * ReLU lets it through, and 0 where ReLU cuts off (at a sum of exactly 0, too).
 *
 * Source: D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations
 * by back-propagating errors", Nature 323 (1986).
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
 * @param sample What goes in, and the observed class.
 * @param loss For instance `trainingLosses.crossEntropy`.
 * @returns The slope in each weight and bias, where its parameter stands.
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
  checkNetwork("backpropagate", network);
  checkSample("backpropagate", "sample", sample, network);
  checkTrainingLoss("backpropagate", loss);
  const { inputs, target } = sample;
  const { hiddenSums, hiddenOutputs, logits } = forwardPass(
    "backpropagate",
    network,
    inputs,
  );
  const outputDeltas = loss.gradient(logits, target);
  checkFinite(
    "backpropagate",
    "loss.gradient's result",
    outputDeltas,
    logits.length,
  );
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

/** The gradient in one layer, from the δ of its nodes and what came in. */
function layerGradient(
  deltas: readonly number[],
  inputs: readonly number[],
): LayerGradient {
  return {
    weights: deltas.map((delta) => inputs.map((input) => 0 + delta * input)),
    biases: deltas,
  };
}
