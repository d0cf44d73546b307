import {
  crossEntropyCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import type { Exercises } from "./exercise.ts";
import { sum } from "./sums.ts";

const CURVATURE = 0.8;
const P = 0.001;
const pullOfCE = crossEntropyCurve.slopeInLogit(P);
const pullOfSR = squaredResidualCurve.slopeInLogit(P);

function curvature(probabilities: readonly number[]): number {
  return sum(probabilities.map((p) => p * (1 - p)));
}

/** The exercises of step 7, the race. */
export const raceExercises = {
  largestRate: {
    kind: "number",
    expected: () => 2 / CURVATURE,
    mistakes: {
      oneStep: () => 1 / CURVATURE,
      inverted: () => CURVATURE / 2,
      product: () => 2 * CURVATURE,
      curvature: () => CURVATURE,
    },
    hints: { oneStep: 3, inverted: 3, product: 2, curvature: 1 },
  },
  curvature: {
    kind: "function",
    cases: [
      [[0.5]],
      [[0.2, 0.7]],
      [[0.15, 0.04, 0.04]],
      [[0.9, 0.8, 0.7, 0.1]],
      [[0.999, 0.001]],
    ],
    hardCases: [[[1e-12]], [[1 - 1e-9, 1e-9]], [Array(150).fill(0.3)]],
    randomInputs: (draw) => [draw.probabilities(draw.integer(2, 6))],
    expected: curvature,
    // A sum of p minus a sum of p² is right as well, and rounds both.
    absoluteTolerance: () => 4 * Number.EPSILON,
    mistakes: {
      sumOfP: sum,
      sumOfRest: (probabilities) => sum(probabilities.map((p) => 1 - p)),
      sumOfSquares: (probabilities) => sum(probabilities.map((p) => p * p)),
      wrongSign: (probabilities) => -curvature(probabilities),
      mean: (probabilities) => curvature(probabilities) / probabilities.length,
      productOfSums: (probabilities) =>
        sum(probabilities) * (1 - sum(probabilities)),
    },
    hints: {
      sumOfP: 2,
      sumOfRest: 2,
      sumOfSquares: 2,
      productOfSums: 3,
      mean: 3,
    },
  },
  pullRatio: {
    kind: "number",
    expected: () => pullOfCE / pullOfSR,
    mistakes: {
      inverted: () => 1 / (pullOfCE / pullOfSR),
      forgotTwo: () => 2 * (pullOfCE / pullOfSR),
      difference: () => pullOfSR - pullOfCE,
    },
    hints: { inverted: 1, forgotTwo: 2, difference: 1 },
  },
} satisfies Partial<Exercises>;
