import { crossEntropy, crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { softmax } from "../math/softmax.ts";
import type { Exercises } from "./exercise.ts";
import { predictions } from "./inputs.ts";

const LOSS = 3;
const [SETOSA, VERSICOLOR] = [3 / 4, 1 / 4];

const term = (p: number) => -p * Math.log(p);

/** The exercises of step 3, the cross-entropy of one flower. */
export const crossEntropyExercises = {
  surprise: {
    kind: "number",
    expected: () => Math.exp(-LOSS),
    mistakes: {
      base10: () => 10 ** -LOSS,
      base2: () => 2 ** -LOSS,
      reciprocal: () => 1 / LOSS,
      aboveOne: () => Math.exp(LOSS),
      caret: () => Math.E ^ -LOSS,
    },
    hints: { reciprocal: 3, aboveOne: 2 },
  },
  crossEntropy: {
    kind: "function",
    cases: predictions,
    hardCases: [
      [[0.4, 1e-12, 0.6], 1],
      [[1e-300, 1], 0],
      [[1 - 1e-12, 1e-12], 0],
      [[0.9999999, 1e-7], 0],
    ],
    randomInputs: (draw) =>
      draw.withTarget(draw.probabilities(draw.integer(2, 6))),
    expected: crossEntropy,
    // log(1 / p) is right as well: 1 / p is rounded by half an epsilon.
    absoluteTolerance: () => 2 * Number.EPSILON,
    mistakes: {
      base10: (probabilities, target) => -Math.log10(probabilities[target]),
      base2: (probabilities, target) => -Math.log2(probabilities[target]),
      noMinus: (probabilities, target) => Math.log(probabilities[target]),
      allClasses: (probabilities) =>
        probabilities.reduce((sum, p) => sum - Math.log(p), 0),
      countedFromOne: (probabilities, target) =>
        -Math.log(probabilities[target - 1]),
      oneMinus: (probabilities, target) => 1 - probabilities[target],
      weighted: (probabilities, target) => term(probabilities[target]),
      entropy: (probabilities) =>
        probabilities.reduce((sum, p) => sum + term(p), 0),
    },
    hints: {
      base10: 2,
      base2: 2,
      noMinus: 3,
      allClasses: 1,
      countedFromOne: 1,
    },
  },
  crossEntropyFromLogits: {
    kind: "function",
    cases: [
      [[2, -1], 1],
      [[1.43, -0.4, 0.23], 0],
      [[0, 0, 0], 1],
      [[-5, 3, 1, 0], 0],
      [[7, 4.5, -2, 6], 2],
    ],
    hardCases: [
      [[1000, 999], 0],
      [[0, -1000], 1],
      // Here exp(720) overflows, and exp(-720) does not underflow yet.
      [[0, -720], 1],
      [[-1000, -1001], 1],
      [[40, 0, 0], 0],
      [[20, 1.5], 0],
      [[5, 800, -800], 2],
      [[-30, 0, 2], 0],
    ],
    randomInputs: (draw) => draw.withTarget(draw.logits(draw.integer(2, 6))),
    expected: crossEntropyFromLogits,
    // The formula of the lesson adds the largest logit and subtracts another: each
    // sum is rounded by half an epsilon of its size.
    absoluteTolerance: (logits) =>
      2 * Number.EPSILON * Math.max(1, ...logits.map(Math.abs)),
    mistakes: {
      softmaxFirst: (logits, target) => -Math.log(softmax(logits)[target]),
      notAddedBack: (logits, target) =>
        crossEntropyFromLogits(logits, target) - Math.max(...logits),
      wrongSign: (logits, target) => -crossEntropyFromLogits(logits, target),
      forgotTarget: (logits) => crossEntropyFromLogits(logits, 0) + logits[0],
      base10: (logits, target) =>
        crossEntropyFromLogits(logits, target) / Math.LN10,
      base2: (logits, target) =>
        crossEntropyFromLogits(logits, target) / Math.LN2,
    },
    hints: { overflow: 2, notAddedBack: 3, forgotTarget: 1, softmaxFirst: 1 },
  },
  lowestLoss: {
    kind: "number",
    expected: () => term(SETOSA) + term(VERSICOLOR),
    mistakes: {
      zero: () => 0,
      base2: () => (term(SETOSA) + term(VERSICOLOR)) / Math.LN2,
      base10: () => (term(SETOSA) + term(VERSICOLOR)) / Math.LN10,
      onlySetosa: () => -Math.log(SETOSA),
      onlyVersicolor: () => -Math.log(VERSICOLOR),
      oneTerm: () => term(SETOSA),
      otherTerm: () => term(VERSICOLOR),
      unweighted: () => -Math.log(SETOSA) - Math.log(VERSICOLOR),
      evenPrediction: () => Math.LN2,
    },
    hints: {
      zero: 2,
      onlySetosa: 1,
      onlyVersicolor: 1,
      oneTerm: 1,
      unweighted: 1,
    },
  },
} satisfies Partial<Exercises>;
