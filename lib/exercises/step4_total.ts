import { crossEntropy } from "../math/cross_entropy.ts";
import { roundTo } from "../math/rounding.ts";
import type { Exercises } from "./exercise.ts";
import type { Draw } from "./random_inputs.ts";

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
      caret: () => Math.E ^ -MEAN,
    },
    hints: { oneMinus: 3, noMinus: 2 },
  },
  total: {
    kind: "function",
    cases: [
      [[[0.7, 0.3], [0.4, 0.6]], [0, 1]],
      [[[0.57, 0.2, 0.23], [0.21, 0.21, 0.58], [0.18, 0.52, 0.3]], [0, 2, 1]],
      [[[0.1, 0.2, 0.7]], [1]],
      [[[0.9, 0.1], [0.2, 0.8], [0.99, 0.01], [0.5, 0.5]], [1, 1, 1, 0]],
    ],
    hardCases: [
      [[[0.3, 0.7], [1e-12, 1]], [0, 0]],
      [[[1 - 1e-9, 1e-9]], [0]],
      [Array(500).fill([0.2, 0.8]), Array(500).fill(0)],
    ],
    randomInputs: randomSamples,
    expected: (probabilities, targets) => sum(losses(probabilities, targets)),
    // The logarithm of 1 / p is right as well: 1 / p is rounded by half an epsilon.
    absoluteTolerance: (probabilities) =>
      2 * Number.EPSILON * probabilities.length,
    mistakes: {
      mean: (probabilities, targets) =>
        sum(losses(probabilities, targets)) / targets.length,
      noMinus: (probabilities, targets) => -sum(losses(probabilities, targets)),
      base10: (probabilities, targets) =>
        sum(losses(probabilities, targets)) / Math.LN10,
      base2: (probabilities, targets) =>
        sum(losses(probabilities, targets)) / Math.LN2,
      eachRounded: (probabilities, targets) =>
        sum(losses(probabilities, targets).map((loss) => roundTo(loss, 2))),
      probabilitiesRounded: (probabilities, targets) =>
        sum(targets.map((k, i) => -Math.log(roundTo(probabilities[i][k], 2)))),
      likelihood: (probabilities, targets) =>
        targets.reduce((product, k, i) => product * probabilities[i][k], 1),
      underflow: (probabilities, targets) =>
        -Math.log(
          targets.reduce((product, k, i) => product * probabilities[i][k], 1),
        ),
      lossOfMean: (probabilities, targets) =>
        -Math.log(
          sum(targets.map((k, i) => probabilities[i][k])) / targets.length,
        ),
    },
    hints: { noMinus: 3, eachRounded: 3, likelihood: 3, lossOfMean: 3 },
  },
  accuracy: {
    kind: "function",
    cases: [
      [[[0.7, 0.3], [0.4, 0.6]], [0, 0]],
      [[[0.57, 0.2, 0.23], [0.2, 0.22, 0.58], [0.18, 0.52, 0.3]], [0, 2, 1]],
      [[[0.5, 0.3, 0.2], [0.1, 0.3, 0.6], [0.2, 0.7, 0.1]], [1, 0, 1]],
      [[[0.4, 0.35, 0.25]], [0]],
      [[[0.9, 0.1], [0.2, 0.8], [0.99, 0.01], [0.45, 0.55]], [1, 1, 1, 0]],
    ],
    hardCases: [
      [Array(3).fill([0.3, 0.36, 0.34]), [1, 0, 2]],
      [[
        [0.1, 0.2, 0.24, 0.26, 0.2],
        [0.1, 0.2, 0.26, 0.24, 0.2],
        [0.6, 0.1, 0.1, 0.1, 0.1],
        [0.7, 0.1, 0.1, 0.05, 0.05],
      ], [3, 3, 4, 3]],
    ],
    randomInputs: randomSamples,
    expected: (probabilities, targets) =>
      correct(probabilities, targets) / targets.length,
    mistakes: {
      count: correct,
      meanProbability: (probabilities, targets) =>
        sum(targets.map((k, i) => probabilities[i][k])) / targets.length,
      countedFromOne: (probabilities, targets) =>
        correct(probabilities, targets.map((k) => k - 1)) / targets.length,
      overHalf: (probabilities, targets) =>
        targets.filter((k, i) => probabilities[i][k] > 0.5).length /
        targets.length,
      wrongShare: (probabilities, targets) =>
        1 - correct(probabilities, targets) / targets.length,
    },
    hints: { count: 3, meanProbability: 1, overHalf: 1, wrongShare: 2 },
  },
} satisfies Partial<Exercises>;

function losses(
  probabilities: readonly number[][],
  targets: readonly number[],
): number[] {
  return targets.map((target, i) => crossEntropy(probabilities[i], target));
}

/** How many samples have their observed class as the most probable one. */
function correct(
  probabilities: readonly number[][],
  targets: readonly number[],
): number {
  return targets.filter((target, i) =>
    probabilities[i][target] === Math.max(...probabilities[i])
  ).length;
}

function randomSamples(draw: Draw): [number[][], number[]] {
  const [samples, classes] = [draw.integer(1, 6), draw.integer(2, 4)];
  const table = Array.from(
    { length: samples },
    () => draw.probabilities(classes),
  );
  return [table, table.map(() => draw.integer(0, classes - 1))];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
