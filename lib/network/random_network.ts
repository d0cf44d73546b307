import { checkInteger, checkObject } from "../math/arguments.ts";
import type { Layer, Network } from "./network.ts";
import { checkSeed, seededRandom } from "../math/random.ts";

/** How many nodes each layer of a network has. */
export interface NetworkSizes {
  /** How many inputs. */
  readonly inputs: number;
  /** How many hidden nodes. */
  readonly hidden: number;
  /** How many logits, one per class. */
  readonly classes: number;
}

/**
 * An ordinary start for training: random weights, and biases of 0.
 *
 * The weights of a node with n inputs are uniform in ±√(6/n), so that their variance is
 * 2/n and the outputs of ReLU neither vanish nor explode.
 *
 * Source: K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015).
 *
 * @example Two inputs, two hidden nodes, three classes
 * ```ts
 * import assert from "node:assert/strict";
 * import { forward, randomNetwork } from "@lesson/cross-entropy";
 * const network = randomNetwork({ inputs: 2, hidden: 2, classes: 3 }, 1);
 * assert.equal(forward(network, [0.04, 0.42]).probabilities.length, 3);
 * assert.deepEqual(network.output.biases, [0, 0, 0]);
 * ```
 *
 * @param sizes Integers of at least 1.
 * @param seed An integer in [0, 2³²); the same seed gives the same network.
 * @returns The network.
 * @throws {TypeError} When `sizes` is not an object of numbers, or the seed not a
 * number.
 * @throws {RangeError} When a size is not an integer of at least 1, or the seed not an
 * integer in [0, 2³²).
 */
export function randomNetwork(sizes: NetworkSizes, seed: number): Network {
  checkObject("randomNetwork", "sizes", sizes);
  for (const name of ["inputs", "hidden", "classes"] as const) {
    checkInteger("randomNetwork", name, sizes[name], 1);
  }
  checkSeed("randomNetwork", seed);
  const random = seededRandom(seed);
  const layer = (inputs: number, nodes: number): Layer => {
    const limit = Math.sqrt(6 / inputs);
    const weight = () => limit * (2 * random() - 1);
    return {
      weights: Array.from(
        { length: nodes },
        () => Array.from({ length: inputs }, weight),
      ),
      biases: Array<number>(nodes).fill(0),
    };
  };
  return {
    hidden: layer(sizes.inputs, sizes.hidden),
    output: layer(sizes.hidden, sizes.classes),
  };
}
