import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import type { Exercises } from "./exercise.ts";

/** The gap between 1 and the next double. */
const GAP_AT_1 = 2 ** -52;

/** The exercises of step 8, rounding. */
export const roundingExercises = {
  gapAtBillion: {
    kind: "number",
    // A billion lies between 2²⁹ and 2³⁰.
    expected: () => 2 ** 29 * GAP_AT_1,
    mistakes: {
      gapAtOne: () => GAP_AT_1,
      timesBillion: () => 1e9 * GAP_AT_1,
      nextPower: () => 2 ** 30 * GAP_AT_1,
      previousPower: () => 2 ** 28 * GAP_AT_1,
      caret: () => 2 ^ (29 - 52),
    },
    hints: { gapAtOne: 1, timesBillion: 2, nextPower: 3, previousPower: 3 },
  },
  lossOfMargin: {
    kind: "function",
    cases: [[2], [-1], [0], [0.5], [-7.25]],
    hardCases: [[-1000], [1000], [40], [36.5], [-36.5], [30.25], [600]],
    randomInputs: (draw) => [draw.integer(-500, 500) / 10],
    expected: (margin) => crossEntropyFromLogits([margin, 0], 0),
    mistakes: {
      asWritten: (margin) => Math.log(1 + Math.exp(-margin)),
      noLog1p: (margin) =>
        Math.log(1 + Math.exp(-Math.abs(margin))) + Math.max(-margin, 0),
      onlyLog1p: (margin) => Math.log1p(Math.exp(-margin)),
      wrongSign: (margin) => crossEntropyFromLogits([-margin, 0], 0),
    },
    hints: { asWritten: 2, noLog1p: 2, onlyLog1p: 3 },
  },
} satisfies Partial<Exercises>;
