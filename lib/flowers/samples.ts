import type { Sample } from "../network/sample.ts";
import { scalingOf } from "../network/scaling.ts";
import { areFlowers, type Flower, species } from "./flowers.ts";

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
 * @throws {TypeError} When there are no flowers, or one lacks a measure.
 * @throws {RangeError} When all petal widths, or all sepal widths, are equal, a
 * measure is not above 0, or a species is unknown.
 */
export function toSamples(flowers: readonly Flower[]): Sample[] {
  areFlowers("toSamples", "flowers", flowers);
  const petal = scalingOf(
    "toSamples",
    "petalWidth",
    flowers.map((flower) => flower.petalWidth),
  );
  const sepal = scalingOf(
    "toSamples",
    "sepalWidth",
    flowers.map((flower) => flower.sepalWidth),
  );
  return flowers.map((flower) => ({
    inputs: [petal.scale(flower.petalWidth), sepal.scale(flower.sepalWidth)],
    target: species.indexOf(flower.species),
  }));
}
