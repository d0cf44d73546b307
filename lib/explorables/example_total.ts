import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { withOutputBias } from "../network/network.ts";
import { totalLoss } from "../network/total_loss.ts";

/** The total cross-entropy of the three flowers when b3 has this value. */
export function totalAt(bias: number): number {
  const network = withOutputBias(exampleNetwork, 0, bias);
  return totalLoss(network, exampleFlowers, crossEntropyFromLogits);
}
