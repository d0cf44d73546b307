import { crossEntropy } from "../math/cross_entropy.ts";
import { roundTo } from "../math/rounding.ts";
import type { Exercises } from "./exercise.ts";

const MEAN = 0.2;

/** The exercises of step 4, the total over all flowers. */
export const totalExercises = {
  typicalProbability: {
    kind: "number",
    expected: () => Math.exp(-MEAN),
    mistakes: {
      oneMinus: () => 1 - MEAN,
      base10: () => 10 ** -MEAN,
      base2: () => 2 ** -MEAN,
      noMinus: () => Math.exp(MEAN),
    },
  },
  total: {
    kind: "function",
    cases: [
      [[[0.7, 0.3], [0.4, 0.6]], [0, 1]],
      [[[0.57, 0.2, 0.23], [0.21, 0.21, 0.58], [0.18, 0.52, 0.3]], [0, 2, 1]],
      [[[0.1, 0.2, 0.7]], [1]],
      [[[0.9, 0.1], [0.2, 0.8], [0.99, 0.01], [0.5, 0.5]], [1, 1, 1, 0]],
    ],
    expected: (probabilities, targets) => sum(losses(probabilities, targets)),
    mistakes: {
      mean: (probabilities, targets) =>
        sum(losses(probabilities, targets)) / targets.length,
      noMinus: (probabilities, targets) => -sum(losses(probabilities, targets)),
      base10: (probabilities, targets) =>
        sum(losses(probabilities, targets)) / Math.LN10,
      rounded: (probabilities, targets) =>
        sum(losses(probabilities, targets).map((loss) => roundTo(loss, 2))),
      likelihood: (probabilities, targets) =>
        targets.reduce((product, k, i) => product * probabilities[i][k], 1),
      lossOfMean: (probabilities, targets) =>
        -Math.log(
          sum(targets.map((k, i) => probabilities[i][k])) / targets.length,
        ),
    },
  },
} satisfies Pick<Exercises, "typicalProbability" | "total">;

function losses(
  probabilities: readonly number[][],
  targets: readonly number[],
): number[] {
  return targets.map((target, i) => crossEntropy(probabilities[i], target));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
