import { checkFunction, checkNumber } from "../math/arguments.ts";
import { compensatedSum } from "../math/double_double.ts";
import { checkNetwork, forwardPass, type Network } from "./network.ts";
import { checkSamples, type Sample } from "./sample.ts";

/** A loss of one sample, from its logits and the index of the observed class. */
export type Loss = (logits: readonly number[], target: number) => number;

/**
 * The loss of each sample of a data set.
 *
 * @example Cross-entropy of the three flowers
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyFromLogits, exampleFlowers, exampleNetwork, sampleLosses } from "@lesson/cross-entropy";
 * const losses = sampleLosses(exampleNetwork, exampleFlowers, crossEntropyFromLogits);
 * assert.deepEqual(losses.map((loss) => loss.toFixed(3)), ["0.566", "0.657", "0.551"]);
 * ```
 *
 * @param network Weights and biases.
 * @param samples The data set, N ≥ 1 samples.
 * @param loss For instance {@linkcode crossEntropyFromLogits}.
 * @returns The losses, shape [N].
 * @throws {TypeError} When there are no samples, one does not fit the network, or a
 * loss is not a number.
 * @throws {RangeError} When a number is not finite, or the network does not have an
 * observed class.
 */
export function sampleLosses(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number[] {
  return lossesFor("sampleLosses", network, samples, loss);
}

/**
 * The total loss: the sum over the samples of a data set.
 *
 * @example The total error of the three flowers
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyFromLogits, exampleFlowers, exampleNetwork, totalLoss } from "@lesson/cross-entropy";
 * assert.equal(totalLoss(exampleNetwork, exampleFlowers, crossEntropyFromLogits).toFixed(6), "1.774992");
 * ```
 *
 * @param network Weights and biases.
 * @param samples The data set, N ≥ 1 samples.
 * @param loss For instance {@linkcode crossEntropyFromLogits}.
 * @returns The sum, in the unit of the loss.
 * @throws What {@linkcode sampleLosses} throws.
 */
export function totalLoss(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number {
  return compensatedSum(lossesFor("totalLoss", network, samples, loss));
}

/**
 * The mean loss: {@linkcode totalLoss} divided by the number of samples, so that data
 * sets of different sizes can be compared.
 *
 * @example A third of the total
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyFromLogits, exampleFlowers, exampleNetwork, meanLoss } from "@lesson/cross-entropy";
 * assert.equal(meanLoss(exampleNetwork, exampleFlowers, crossEntropyFromLogits).toFixed(6), "0.591664");
 * ```
 *
 * @param network Weights and biases.
 * @param samples The data set, N ≥ 1 samples.
 * @param loss For instance {@linkcode crossEntropyFromLogits}.
 * @returns The mean, in the unit of the loss.
 * @throws What {@linkcode sampleLosses} throws.
 */
export function meanLoss(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number {
  const losses = lossesFor("meanLoss", network, samples, loss);
  return compensatedSum(losses) / losses.length;
}

function lossesFor(
  caller: string,
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number[] {
  checkNetwork(caller, network);
  checkSamples(caller, samples, network);
  checkFunction(caller, "loss", loss);
  return samples.map(({ inputs, target }) => {
    const value = loss(forwardPass(caller, network, inputs).logits, target);
    checkNumber(caller, "loss's result", value);
    return value;
  });
}
