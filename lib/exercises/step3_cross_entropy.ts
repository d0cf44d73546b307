import { crossEntropy, crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { logSumExp } from "../math/softmax.ts";
import { softmax } from "../math/softmax.ts";
import type { Exercises } from "./exercise.ts";

const LOSS = 3;

/** The exercises of step 3, the cross-entropy of one flower. */
export const crossEntropyExercises = {
  surprise: {
    kind: "number",
    expected: () => Math.exp(-LOSS),
    mistakes: {
      base10: () => 10 ** -LOSS,
      base2: () => 2 ** -LOSS,
      reciprocal: () => 1 / LOSS,
      noMinus: () => Math.exp(LOSS),
    },
  },
  crossEntropy: {
    kind: "function",
    cases: [
      [[0.7, 0.2, 0.1], 1],
      [[0.25, 0.75], 1],
      [[0.57, 0.2, 0.23], 0],
      [[0.1, 0.2, 0.3, 0.4], 3],
      [[0.01, 0.5, 0.49], 0],
      [[0.001, 0.999], 1],
    ],
    expected: crossEntropy,
    mistakes: {
      base10: (probabilities, target) => -Math.log10(probabilities[target]),
      base2: (probabilities, target) => -Math.log2(probabilities[target]),
      noMinus: (probabilities, target) => Math.log(probabilities[target]),
      allClasses: (probabilities) =>
        probabilities.reduce((sum, p) => sum - Math.log(p), 0),
      countedFromOne: (probabilities, target) =>
        -Math.log(probabilities[target - 1]),
      oneMinus: (probabilities, target) => 1 - probabilities[target],
    },
  },
  crossEntropyFromLogits: {
    kind: "function",
    cases: [
      [[2, -1], 1],
      [[1.43, -0.4, 0.23], 0],
      [[0, 0, 0], 1],
      [[-5, 3, 1, 0], 0],
    ],
    hardCases: [
      [[1000, 999], 0],
      [[0, -1000], 1],
      [[-1000, -1001], 1],
      [[40, 0, 0], 0],
    ],
    expected: crossEntropyFromLogits,
    mistakes: {
      softmaxFirst: (logits, target) => -Math.log(softmax(logits)[target]),
      overflow: (logits, target) =>
        Math.log(sumOfExponentials(logits)) - logits[target],
      softmaxFirstWithOverflow: (logits, target) =>
        -Math.log(Math.exp(logits[target]) / sumOfExponentials(logits)),
      wrongSign: (logits, target) => logits[target] - logSumExp(logits),
      forgotTarget: (logits) => logSumExp(logits),
    },
  },
} satisfies Pick<
  Exercises,
  "surprise" | "crossEntropy" | "crossEntropyFromLogits"
>;

function sumOfExponentials(logits: readonly number[]): number {
  return logits.reduce((sum, z) => sum + Math.exp(z), 0);
}
