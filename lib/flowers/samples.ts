import type { Sample } from "../network/sample.ts";
import { minMaxScaling } from "../network/scaling.ts";
import { type Flower, species } from "./flowers.ts";

/**
 * Flowers as samples for the network: the inputs are petal width and sepal
 * width, each scaled to 0..1 over all the flowers given; the target is the
 * index of the species.
 *
 * @example The second flower, a Setosa
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadFlowers, toSamples } from "@lesson/cross-entropy/notebook";
 * const flower2 = toSamples(loadFlowers())[1];
 * assert.deepEqual(flower2.inputs.map((x) => x.toFixed(2)), ["0.04", "0.42"]);
 * assert.equal(flower2.target, 0);
 * ```
 *
 * @param flowers At least two flowers that differ in both widths.
 * @returns The samples, in the same order.
 * @throws {TypeError} When there are no flowers.
 * @throws {RangeError} When all petal widths, or all sepal widths, are equal, or
 * a species is unknown.
 */
export function toSamples(flowers: readonly Flower[]): Sample[] {
  const unknown = flowers.find((flower) => !species.includes(flower.species));
  if (unknown) {
    throw new RangeError(`toSamples: unknown species ${unknown.species}`);
  }
  const petal = minMaxScaling(flowers.map((flower) => flower.petalWidth));
  const sepal = minMaxScaling(flowers.map((flower) => flower.sepalWidth));
  return flowers.map((flower) => ({
    inputs: [petal.scale(flower.petalWidth), sepal.scale(flower.sepalWidth)],
    target: species.indexOf(flower.species),
  }));
}
