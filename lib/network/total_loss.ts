import { compensatedSum } from "../math/compensated_sum.ts";
import { forward, type Network } from "./network.ts";
import type { Sample } from "./scaling.ts";

/**
 * A loss of one sample, from its logits and the index of the observed class.
 */
export type Loss = (logits: readonly number[], target: number) => number;

/**
 * The loss of each sample of a data set.
 *
 * @example Cross-entropy of the three flowers
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyFromLogits, exampleFlowers, exampleNetwork, sampleLosses } from "@lesson/cross-entropy";
 * const losses = sampleLosses(exampleNetwork, exampleFlowers, crossEntropyFromLogits);
 * assert.deepEqual(losses.map((loss) => loss.toFixed(3)), ["0.566", "0.551", "0.657"]);
 * ```
 *
 * @param network Weights and biases.
 * @param samples The data set, N ≥ 1 samples.
 * @param loss For instance {@linkcode crossEntropyFromLogits}.
 * @returns The losses, shape [N].
 * @throws {TypeError} When there are no samples, or one does not fit the
 * network.
 */
export function sampleLosses(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number[] {
  checkSamples("sampleLosses", samples);
  return samples.map(({ inputs, target }) =>
    loss(forward(network, inputs).logits, target)
  );
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
 * @throws {TypeError} When there are no samples, or one does not fit the
 * network.
 */
export function totalLoss(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number {
  checkSamples("totalLoss", samples);
  return compensatedSum(sampleLosses(network, samples, loss));
}

/**
 * The mean loss: {@linkcode totalLoss} divided by the number of samples, so
 * that data sets of different sizes compare.
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
 * @throws {TypeError} When there are no samples, or one does not fit the
 * network.
 */
export function meanLoss(
  network: Network,
  samples: readonly Sample[],
  loss: Loss,
): number {
  checkSamples("meanLoss", samples);
  return totalLoss(network, samples, loss) / samples.length;
}

function checkSamples(caller: string, samples: readonly Sample[]): void {
  if (!Array.isArray(samples) || samples.length === 0) {
    throw new TypeError(`${caller}: samples must be an array of at least one`);
  }
}
