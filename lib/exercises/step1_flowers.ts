import { loadFlowers } from "../flowers/flowers.ts";
import { minMaxScaling } from "../network/scaling.ts";
import type { Exercises } from "./exercise.ts";

const WIDTH = 0.7;

const petal = () =>
  minMaxScaling(loadFlowers().map((flower) => flower.petalWidth));

/** The exercises of step 1, the flowers. */
export const flowerExercises = {
  scaledPetal: {
    kind: "number",
    expected: () => petal().scale(WIDTH),
    mistakes: {
      byLargest: () => WIDTH / petal().maximum,
      shiftedByLargest: () => (WIDTH - petal().minimum) / petal().maximum,
      notShifted: () => WIDTH / (petal().maximum - petal().minimum),
    },
  },
  scale: {
    kind: "function",
    cases: [
      [[2, 4, 6]],
      [[0.1, 1.3, 0.7, 2.5]],
      [[10, 20, 15, 12, 18]],
      [[7, 3]],
      [[-3, -1, 5, 1]],
      [[1001, 1000, 1000.5]],
    ],
    expected: (values) => values.map(minMaxScaling(values).scale),
    mistakes: {
      byLargest: (values) => values.map((x) => x / Math.max(...values)),
      onlyShifted: (values) => values.map((x) => x - Math.min(...values)),
      shiftedByLargest: (values) =>
        values.map((x) => (x - Math.min(...values)) / Math.max(...values)),
      notShifted: (values) =>
        values.map((x) => x / (Math.max(...values) - Math.min(...values))),
    },
  },
} satisfies Pick<Exercises, "scaledPetal" | "scale">;
