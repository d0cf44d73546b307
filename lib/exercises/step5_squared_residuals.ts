import {
  crossEntropyCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import {
  squaredResidual,
  sumOfSquaredResiduals,
} from "../math/squared_residual.ts";
import type { Exercises } from "./exercise.ts";

const P = 0.2;

/** The exercises of step 5, why not squared residuals. */
export const squaredResidualExercises = {
  slopeInLogit: {
    kind: "number",
    expected: () => crossEntropyCurve.slopeInLogit(P),
    mistakes: {
      wrongSign: () => -crossEntropyCurve.slopeInLogit(P),
      slopeInProbability: () => crossEntropyCurve.slope(P),
      squaredResidual: () => squaredResidualCurve.slopeInLogit(P),
      predicted: () => P,
    },
  },
  squaredResidual: {
    kind: "function",
    cases: [
      [[0.7, 0.2, 0.1], 1],
      [[0.25, 0.75], 1],
      [[0.57, 0.2, 0.23], 0],
      [[0.1, 0.2, 0.3, 0.4], 3],
      [[0.01, 0.5, 0.49], 0],
    ],
    expected: squaredResidual,
    mistakes: {
      notSquared: (probabilities, target) => 1 - probabilities[target],
      probabilitySquared: (probabilities, target) => probabilities[target] ** 2,
      allClasses: sumOfSquaredResiduals,
      negative: (probabilities, target) =>
        -squaredResidual(probabilities, target),
    },
  },
  squaredResidualSlope: {
    kind: "function",
    cases: [[0.1], [0.2], [0.5], [0.9], [0.3], [0.01], [0.99]],
    expected: squaredResidualCurve.slopeInLogit,
    mistakes: {
      wrongSign: (p) => -squaredResidualCurve.slopeInLogit(p),
      slopeInProbability: squaredResidualCurve.slope,
      forgotTwo: (p) => squaredResidualCurve.slopeInLogit(p) / 2,
      crossEntropy: crossEntropyCurve.slopeInLogit,
    },
  },
} satisfies Pick<
  Exercises,
  "slopeInLogit" | "squaredResidual" | "squaredResidualSlope"
>;
