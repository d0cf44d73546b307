import { crossEntropy } from "../math/cross_entropy.ts";
import { roundTo } from "../math/rounding.ts";
import type { Exercises } from "./exercise.ts";
import type { Draw } from "./inputs.ts";
import { mean, product, sum } from "./sums.ts";

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
      aboveOne: () => Math.exp(MEAN),
      // ^ cuts −0.2 to 0.
      caret: () => Math.E ^ 0,
    },
    hints: { oneMinus: 3, aboveOne: 2 },
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
    expected: total,
    // The logarithm of 1 / p is right as well: 1 / p is rounded by half an epsilon.
    absoluteTolerance: () => 2 * Number.EPSILON,
    mistakes: {
      mean: (table, targets) => total(table, targets) / targets.length,
      noMinus: (table, targets) => -total(table, targets),
      base10: (table, targets) => total(table, targets) / Math.LN10,
      base2: (table, targets) => total(table, targets) / Math.LN2,
      eachRounded: (table, targets) =>
        sum(observed(table, targets).map((p) => roundTo(-Math.log(p), 2))),
      probabilitiesRounded: (table, targets) =>
        sum(observed(table, targets).map((p) => -Math.log(roundTo(p, 2)))),
      likelihood: (table, targets) => product(observed(table, targets)),
      underflow: (table, targets) =>
        -Math.log(product(observed(table, targets))),
      lossOfMean: (table, targets) => -Math.log(mean(observed(table, targets))),
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
    expected: accuracy,
    mistakes: {
      count: correct,
      meanProbability: (table, targets) => mean(observed(table, targets)),
      countedFromOne: (table, targets) =>
        accuracy(table, targets.map((target) => target - 1)),
      overHalf: (table, targets) =>
        mean(observed(table, targets).map(Math.round)),
      wrongShare: (table, targets) => 1 - accuracy(table, targets),
    },
    hints: { count: 3, meanProbability: 1, overHalf: 1, wrongShare: 2 },
  },
} satisfies Partial<Exercises>;

/** The probability of each sample's observed class. */
function observed(table: number[][], targets: number[]): number[] {
  return targets.map((target, i) => table[i][target]);
}

function total(table: number[][], targets: number[]): number {
  return sum(targets.map((target, i) => crossEntropy(table[i], target)));
}

/** How many samples have their observed class as the most probable one. */
function correct(table: number[][], targets: number[]): number {
  const isHighest = (p: number, i: number) => p === Math.max(...table[i]);
  return observed(table, targets).filter(isHighest).length;
}

function accuracy(table: number[][], targets: number[]): number {
  return correct(table, targets) / targets.length;
}

function randomSamples(draw: Draw): [number[][], number[]] {
  const [samples, classes] = [draw.integer(1, 6), draw.integer(2, 4)];
  const table = Array.from(
    { length: samples },
    () => draw.probabilities(classes),
  );
  return [table, table.map(() => draw.integer(0, classes - 1))];
}
