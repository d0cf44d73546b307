import { oneHotTarget } from "../math/one_hot_target.ts";
import { softmax } from "../math/softmax.ts";
import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { forward, withOutputBias } from "../network/network.ts";
import type { Exercises } from "./exercise.ts";

const START = -2;
const RATE = 0.5;

/** The slope of the total in b₃ at the start: predicted minus observed. */
function slope(): number {
  const network = withOutputBias(exampleNetwork, 0, START);
  return exampleFlowers.reduce((sum, { inputs, target }) => {
    const [predicted] = forward(network, inputs).probabilities;
    return sum + predicted - (target === 0 ? 1 : 0);
  }, 0);
}

/** The Setosa's pass through the example network: its p, and h₁. */
function setosa(): { p: number; h1: number } {
  const [{ inputs }] = exampleFlowers;
  const { probabilities, hiddenOutputs } = forward(exampleNetwork, inputs);
  return { p: probabilities[0], h1: hiddenOutputs[0] };
}

/** Predicted minus observed, for every class. */
function gradient(logits: readonly number[], target: number): number[] {
  const observed = oneHotTarget(target, logits.length);
  return softmax(logits).map((p, j) => p - observed[j]);
}

/** The exercises of step 6, backpropagation with cross-entropy. */
export const backpropagationExercises = {
  biasStep: {
    kind: "number",
    expected: () => START - RATE * slope(),
    mistakes: {
      uphill: () => START + RATE * slope(),
      fullRate: () => START - slope(),
      mean: () => START - RATE * slope() / exampleFlowers.length,
      onlyStep: () => -RATE * slope(),
      onlySlope: () => slope(),
    },
    hints: { uphill: 1, fullRate: 1, mean: 2, onlyStep: 3, onlySlope: 1 },
  },
  gradientInLogits: {
    kind: "function",
    cases: [
      [[0, 0], 0],
      [[1.43, -0.4, 0.23], 0],
      [[-4, 0, 4], 0],
      [[2, 1, 0, -1], 3],
      [[0.5, 2], 1],
    ],
    hardCases: [[[1000, 999], 0], [[-800, -801, -795], 2], [[-9, 3, 9], 1]],
    randomInputs: (draw) => draw.withTarget(draw.logits(draw.integer(2, 6))),
    expected: gradient,
    // A gradient that was measured, right to seven digits, counts.
    absoluteTolerance: () => 2e-7,
    mistakes: {
      wrongSign: (logits, target) =>
        gradient(logits, target).map((slope) => -slope),
      forgotObserved: (logits) => softmax(logits),
      subtractedEverywhere: (logits) => softmax(logits).map((p) => p - 1),
      noSum: (logits, target) => {
        const y = oneHotTarget(target, logits.length);
        return logits.map((z, j) => Math.exp(z) - y[j]);
      },
      onlyObserved: (logits, target) =>
        softmax(logits).map((p, j) => j === target ? p - 1 : 0),
    },
    hints: {
      forgotObserved: 2,
      subtractedEverywhere: 2,
      noSum: 1,
      overflow: 1,
      onlyObserved: 3,
    },
  },
  weightSlope: {
    kind: "number",
    expected: () => (setosa().p - 1) * setosa().h1,
    mistakes: {
      forgotHidden: () => setosa().p - 1,
      wrongSign: () => (1 - setosa().p) * setosa().h1,
      weightForHidden: () =>
        (setosa().p - 1) * exampleNetwork.output.weights[0][0],
      forgotObserved: () => setosa().p * setosa().h1,
      onlyHidden: () => setosa().h1,
    },
    hints: {
      forgotHidden: 1,
      weightForHidden: 1,
      forgotObserved: 2,
      onlyHidden: 2,
    },
  },
} satisfies Partial<Exercises>;
