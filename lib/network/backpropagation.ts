import { forward, type Layer, type Network } from "./network.ts";
import type { Sample } from "./scaling.ts";
import type { TrainingLoss } from "../math/losses.ts";

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
 * const slopes = backpropagate(exampleNetwork, setosa, trainingLosses.crossEntropy);
 * assert.equal(slopes.output.biases[0].toFixed(4), (0.5677 - 1).toFixed(4));
 * ```
 *
 * @param network Weights and biases.
 * @param sample What goes in, and the observed class.
 * @param loss For instance `trainingLosses.crossEntropy`.
 * @returns The slopes, in the form of the network: each stands where its weight or
 * bias does.
 * @throws {TypeError} When the sample does not fit the network.
 */
export function backpropagate(
  network: Network,
  { inputs, target }: Sample,
  loss: TrainingLoss,
): Network {
  const { hiddenSums, hiddenOutputs, logits } = forward(network, inputs);
  const outputDeltas = loss.gradient(logits, target);
  const hiddenDeltas = hiddenSums.map((sum, i) => {
    if (sum <= 0) return 0;
    const { weights } = network.output;
    return outputDeltas.reduce(
      (all, delta, j) => all + weights[j][i] * delta,
      0,
    );
  });
  return {
    hidden: slopesOf(hiddenDeltas, inputs),
    output: slopesOf(outputDeltas, hiddenOutputs),
  };
}

/** The slopes of one layer, from the δ of its nodes and what came in. */
function slopesOf(deltas: readonly number[], inputs: readonly number[]): Layer {
  return {
    weights: deltas.map((delta) => inputs.map((input) => delta * input)),
    biases: deltas,
  };
}
