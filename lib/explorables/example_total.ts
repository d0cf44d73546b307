import type { LossName } from "../figures/figure.ts";
import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { trainingLosses } from "../math/losses.ts";
import { batchGradient } from "../network/batch_gradient.ts";
import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { type Network, withOutputBias } from "../network/network.ts";
import { totalLoss } from "../network/total_loss.ts";

const pass = batchGradient(exampleFlowers, exampleNetwork);

/** The example network when b3 has this value. */
export function networkAt(bias: number): Network {
  return withOutputBias(exampleNetwork, 0, bias);
}

/** The total cross-entropy of the three flowers when b3 has this value. */
export function totalAt(bias: number): number {
  return totalLoss(networkAt(bias), exampleFlowers, crossEntropyFromLogits);
}

/** The slope in b3 of the total of a loss over the three flowers. */
export function slopeAt(bias: number, loss: LossName): number {
  const { gradient } = pass(networkAt(bias), trainingLosses[loss].batch);
  return gradient.output.biases[0];
}
