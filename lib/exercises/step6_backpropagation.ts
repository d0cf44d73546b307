import { backpropagate } from "../network/backpropagation.ts";
import { crossEntropyGradientInLogits } from "../math/cross_entropy.ts";
import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { gradientDescent } from "../network/gradient_descent.ts";
import { forward, withOutputBias } from "../network/network.ts";
import { oneHotTarget } from "../math/one_hot_target.ts";
import { softmax } from "../math/softmax.ts";
import { trainingLosses } from "../math/losses.ts";
import type { Exercises } from "./exercise.ts";

const loss = trainingLosses.crossEntropy;
const START = -2;
const RATE = 0.5;
const [setosa] = exampleFlowers;

/** The exercises of step 6, backpropagation with cross-entropy. */
export const backpropagationExercises = {
  biasStep: {
    kind: "number",
    expected: () => biasAfterStep(RATE),
    mistakes: {
      uphill: () => START - (biasAfterStep(RATE) - START),
      fullRate: () => biasAfterStep(1),
      mean: () => biasAfterStep(RATE, "mean"),
      onlyStep: () => biasAfterStep(RATE) - START,
    },
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
    expected: crossEntropyGradientInLogits,
    mistakes: {
      wrongSign: (logits, target) =>
        crossEntropyGradientInLogits(logits, target).map((slope) => -slope),
      forgotObserved: (logits) => softmax(logits),
      subtractedEverywhere: (logits) => softmax(logits).map((p) => p - 1),
      noSum: (logits, target) => {
        const y = oneHotTarget(target, logits.length);
        return logits.map((z, j) => Math.exp(z) - y[j]);
      },
    },
  },
  weightSlope: {
    kind: "number",
    expected: () => slopes().weights[0][0],
    mistakes: {
      forgotHidden: () => slopes().biases[0],
      wrongSign: () => -slopes().weights[0][0],
      weightForHidden: () =>
        slopes().biases[0] * exampleNetwork.output.weights[0][0],
      forgotObserved: () => {
        const { hiddenOutputs, probabilities } = forward(
          exampleNetwork,
          setosa.inputs,
        );
        return probabilities[0] * hiddenOutputs[0];
      },
    },
  },
} satisfies Pick<Exercises, "biasStep" | "gradientInLogits" | "weightSlope">;

/** b3 after one step of gradient descent on the three flowers. */
function biasAfterStep(
  learningRate: number,
  reduction: "sum" | "mean" = "sum",
): number {
  const start = withOutputBias(exampleNetwork, 0, START);
  const [, { network }] = gradientDescent(start, exampleFlowers, {
    loss,
    learningRate,
    reduction,
    steps: 1,
  });
  return network.output.biases[0];
}

/** The Setosa's slopes in the weights and biases of the output layer. */
const slopes = () => backpropagate(exampleNetwork, setosa, loss).output;
