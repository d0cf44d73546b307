import {
  crossEntropyCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import {
  squaredResidual,
  sumOfSquaredResiduals,
} from "../math/squared_residual.ts";
import type { Exercises } from "./exercise.ts";
import { predictions } from "./inputs.ts";

const P = 0.2;

/** The exercises of step 5, why not squared residuals. */
export const squaredResidualExercises = {
  slopeInLogit: {
    kind: "number",
    expected: () => crossEntropyCurve.slopeInLogit(P),
    mistakes: {
      slopeSign: () => -crossEntropyCurve.slopeInLogit(P),
      slopeInProbability: () => crossEntropyCurve.slope(P),
      squaredResidual: () => squaredResidualCurve.slopeInLogit(P),
      softmaxSlope: () => P * (1 - P),
      predicted: () => P,
    },
    hints: { slopeInProbability: 2, softmaxSlope: 2, predicted: 3 },
  },
  squaredResidual: {
    kind: "function",
    cases: predictions,
    hardCases: [
      [[1e-12, 1 - 1e-12], 0],
      [[0.999, 0.001], 0],
      [[0.123456, 0.876544], 0],
    ],
    randomInputs: (draw) =>
      draw.withTarget(draw.probabilities(draw.integer(2, 6))),
    expected: squaredResidual,
    mistakes: {
      notSquared: (probabilities, target) => 1 - probabilities[target],
      probabilitySquared: (probabilities, target) => probabilities[target] ** 2,
      allClasses: sumOfSquaredResiduals,
      negative: (probabilities, target) =>
        -squaredResidual(probabilities, target),
      caret: (probabilities, target) => (1 - probabilities[target]) ^ 2,
      doubled: (probabilities, target) => 2 * (1 - probabilities[target]),
    },
    hints: { notSquared: 3, probabilitySquared: 1, allClasses: 2, doubled: 3 },
  },
  squaredResidualSlope: {
    kind: "function",
    cases: [[0.1], [0.2], [0.5], [0.9], [0.3], [0.01], [0.99]],
    hardCases: [[0.0001], [0.9999], [0.123456]],
    randomInputs: (draw) => [draw.integer(1, 999) / 1000],
    expected: squaredResidualCurve.slopeInLogit,
    // A slope that was measured, by moving the logit a little, counts.
    relativeTolerance: 1e-6,
    absoluteTolerance: () => 1e-8,
    mistakes: {
      slopeSign: (p) => -squaredResidualCurve.slopeInLogit(p),
      slopeInProbability: squaredResidualCurve.slope,
      forgotTwo: (p) => squaredResidualCurve.slopeInLogit(p) / 2,
      crossEntropy: crossEntropyCurve.slopeInLogit,
      // ^ cuts −2p (1 − p) to 0.
      caret: () => 0 ^ 2,
      notSquared: (p) => -2 * p * (1 - p),
    },
    hints: {
      slopeInProbability: 3,
      forgotTwo: 2,
      crossEntropy: 1,
      notSquared: 1,
    },
  },
} satisfies Partial<Exercises>;
