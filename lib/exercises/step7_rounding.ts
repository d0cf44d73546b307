import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import type { Exercises } from "./exercise.ts";

/** The gap between 1 and the next double. */
const GAP_AT_1 = 2 ** -52;

/** The exercises of step 7, rounding. */
export const roundingExercises = {
  gapAtBillion: {
    kind: "number",
    // A billion lies between 2²⁹ and 2³⁰.
    expected: () => 2 ** 29 * GAP_AT_1,
    mistakes: {
      gapAtOne: () => GAP_AT_1,
      timesBillion: () => 1e9 * GAP_AT_1,
      nextPower: () => 2 ** 30 * GAP_AT_1,
    },
  },
  lossOfMargin: {
    kind: "function",
    cases: [[2], [-1], [0], [0.5]],
    hardCases: [[-1000], [1000], [40], [36.5]],
    // The hard cases have losses near 0.
    absoluteTolerance: 0,
    expected: (lead) => crossEntropyFromLogits([lead, 0], 0),
    mistakes: {
      asWritten: (lead) => Math.log(1 + Math.exp(-lead)),
      noLog1p: (lead) =>
        lead > 0
          ? Math.log(1 + Math.exp(-lead))
          : Math.log(1 + Math.exp(lead)) - lead,
      onlyLog1p: (lead) => Math.log1p(Math.exp(-lead)),
      wrongSign: (lead) => crossEntropyFromLogits([-lead, 0], 0),
    },
  },
} satisfies Pick<Exercises, "gapAtBillion" | "lossOfMargin">;
