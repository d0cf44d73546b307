import { softmax } from "../math/softmax.ts";
import type { Exercises } from "./exercise.ts";

const LEAD = 2;

/** The exercises of step 2, softmax. */
export const softmaxExercises = {
  ratio: {
    kind: "number",
    expected: () => {
      const [ahead, behind] = softmax([LEAD, 0]);
      return ahead / behind;
    },
    mistakes: {
      difference: () => LEAD,
      powerOfTwo: () => 2 ** LEAD,
      powerOfTen: () => 10 ** LEAD,
    },
  },
  softmax: {
    kind: "function",
    cases: [
      [[1, 2]],
      [[0, 0, 0]],
      [[1.43, -0.4, 0.23]],
      [[-3, 0.5, 2, 2]],
      [[12, -5]],
    ],
    hardCases: [[[1000, 999]], [[-1000, -999, -1001]]],
    expected: softmax,
    mistakes: {
      noSum: exponentials,
      noExponential: shares,
      byLargest: (logits) =>
        logits.map((z) => Math.exp(z - Math.max(...logits))),
      overflow: (logits) => shares(exponentials(logits)),
    },
  },
  undoSoftmax: {
    kind: "function",
    cases: [
      [[0.7, 0.3]],
      [[0.2, 0.7, 0.1]],
      [[0.01, 0.5, 0.49]],
      [[0.25, 0.25, 0.25, 0.25]],
      [[1e-6, 0.999999]],
    ],
    expected: (probabilities) => probabilities,
    compared: (logits) =>
      logits.every(Number.isFinite) ? softmax(logits) : logits.map(() => NaN),
    mistakes: {
      exponential: exponentials,
      unchanged: (probabilities) => probabilities,
      base10: (probabilities) => probabilities.map(Math.log10),
      base2: (probabilities) => probabilities.map(Math.log2),
      minusLogarithm: (probabilities) => probabilities.map((p) => -Math.log(p)),
    },
  },
} satisfies Pick<Exercises, "ratio" | "softmax" | "undoSoftmax">;

function exponentials(values: readonly number[]): number[] {
  return values.map(Math.exp);
}

function shares(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value);
  return values.map((value) => value / sum);
}
