/**
 * Checks of what the figures are drawn from, those of all arguments among them.
 *
 * Where one list must be as long as another, the length is read as `samples?.length`: it
 * is asked for before `samples` is checked.
 *
 * @module
 */

import {
  type Check,
  isInteger,
  isNumber,
  isProbability,
  listOf,
  numbers,
  numberThat,
  onlyOf,
  optional,
  shapeOf,
} from "../math/argument_shapes.ts";
import { classStyles, lossNames } from "./figure.ts";

export * from "../math/argument_shapes.ts";

/** The index of a species. */
export const isClass: Check = isInteger(0, classStyles.length);

/** One number per species. */
export const isPerSpecies: Check = numbers(classStyles.length);

/** One probability per species. */
export const areProbabilities: Check = listOf(
  isProbability,
  "numbers",
  classStyles.length,
);

/** A flower as a sample, inputs [petal, sepal]. */
export const isSample: Check = shapeOf({ inputs: numbers(2), target: isClass });

/** At least one of them. */
export const areSamples: Check = listOf(isSample, "samples");

export const isLoss: Check = numberThat(
  "be at least 0, and finite",
  (x) => x >= 0 && x < Infinity,
);

/** States on the way of a training, as far as figures read them. */
export const isHistory: Check = listOf(
  shapeOf({ step: isInteger(0), loss: isNumber, accuracy: isProbability }),
  "training steps",
);

/** Something for each of some losses, or of none. */
export function byLoss(check: Check): Check {
  return onlyOf(
    Object.fromEntries(lossNames.map((name) => [name, optional(check)])),
  );
}

/** Steps that a race took, at most `most`; Infinity where it was not finished. */
export function stepCounts(length: number, most: number): Check {
  const isCount = numberThat(
    `be an integer in [1, ${String(most)}], or Infinity`,
    (n) => n === Infinity || (Number.isInteger(n) && n >= 1 && n <= most),
  );
  return listOf(isCount, "numbers", length);
}
