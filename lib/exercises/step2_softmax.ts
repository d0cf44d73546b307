import { softmax } from "../math/softmax.ts";
import type { Exercises } from "./exercise.ts";
import { sum } from "./sums.ts";

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
      caret: () => Math.E ^ LEAD,
      inverse: () => Math.exp(-LEAD),
      product: () => Math.E * LEAD,
    },
    hints: {
      difference: 2,
      powerOfTwo: 2,
      powerOfTen: 2,
      inverse: 1,
      product: 2,
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
      [[-20, 3, -4.5, 1, 2]],
    ],
    hardCases: [
      [[1000, 999]],
      [[-1000, -999, -1001]],
      [[3, 800, 801]],
      [[-2000, 5, 3]],
      [[700, -30, 720, 690]],
    ],
    randomInputs: (draw) => [draw.logits(draw.integer(2, 6))],
    expected: softmax,
    mistakes: {
      noSum: exponentials,
      noExponential: shares,
      byLargest: (logits) =>
        logits.map((z) => Math.exp(z - Math.max(...logits))),
      caret: (logits) => shares(logits.map((z) => Math.E ^ z)),
    },
    hints: { noSum: 1, noExponential: 2, byLargest: 1, overflow: 3 },
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
    hardCases: [[[1e-12, 0.6, 0.4]], [[0.5, 1e-300, 0.5]]],
    randomInputs: (draw) => [draw.probabilities(draw.integer(2, 5))],
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
    hints: { exponential: 1, unchanged: 1 },
  },
  temperature: {
    kind: "function",
    cases: [
      [[1, 2], 1],
      [[1, 2], 2],
      [[1.43, -0.4, 0.23], 0.5],
      [[3, 0, -2, 1], 4],
      [[-1, -5, 2], 0.7],
    ],
    hardCases: [[[10, 9], 0.01], [[-8, -9, -12], 0.005], [[5, 1, 3], 1e6]],
    randomInputs: (draw) => [
      draw.logits(draw.integer(2, 5)),
      draw.integer(4, 60) / 10,
    ],
    expected: (logits, temperature) =>
      softmax(logits.map((z) => z / temperature)),
    mistakes: {
      multiplied: (logits, temperature) =>
        softmax(logits.map((z) => z * temperature)),
      dividedAfter: (logits, temperature) =>
        softmax(logits).map((p) => p / temperature),
      noEffect: (logits) => softmax(logits),
    },
    hints: { multiplied: 1, dividedAfter: 2, noEffect: 2, overflow: 3 },
  },
} satisfies Partial<Exercises>;

function exponentials(values: readonly number[]): number[] {
  return values.map(Math.exp);
}

function shares(values: readonly number[]): number[] {
  const all = sum(values);
  return values.map((value) => value / all);
}
