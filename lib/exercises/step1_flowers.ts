import { loadFlowers, species } from "../flowers/flowers.ts";
import { minMaxScaling } from "../network/scaling.ts";
import type { Exercises } from "./exercise.ts";
import { sum } from "./sums.ts";

const WIDTH = 0.7;

const flowers = loadFlowers();
const petal = minMaxScaling(flowers.map(({ petalWidth }) => petalWidth));

/** For each pair of petal and sepal width, how many flowers of each species. */
const countsAtPoints = [
  ...Map.groupBy(
    flowers,
    ({ petalWidth, sepalWidth }) => `${petalWidth} ${sepalWidth}`,
  ).values(),
].map((alike) =>
  species.map((name) => alike.filter((each) => each.species === name).length)
);

/** Those of the points with one species only. */
const unshared = countsAtPoints.filter((counts) =>
  counts.filter((count) => count > 0).length === 1
);

/** The exercises of step 1, the flowers. */
export const flowerExercises = {
  scaledPetal: {
    kind: "number",
    expected: () => petal.scale(WIDTH),
    mistakes: {
      byLargest: () => WIDTH / petal.maximum,
      shiftedByLargest: () => (WIDTH - petal.minimum) / petal.maximum,
      notShifted: () => WIDTH / (petal.maximum - petal.minimum),
      notDivided: () => WIDTH - petal.minimum,
    },
    hints: { byLargest: 3, shiftedByLargest: 3, notShifted: 2, notDivided: 3 },
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
    hardCases: [[[3e-9, 1e-9, 2.2e-9]], [[-2e12, 5e11, 1e12]], [[-7, -5, -9]]],
    randomInputs: (draw) => [draw.logits(draw.integer(3, 6)).concat(31)],
    expected: (values) => values.map(minMaxScaling(values).scale),
    // x / range − minimum / range is right as well, and rounds both.
    absoluteTolerance: (values) =>
      1e-15 * Math.max(...values.map(Math.abs)) /
      (Math.max(...values) - Math.min(...values)),
    mistakes: {
      byLargest: (values) => values.map((x) => x / Math.max(...values)),
      onlyShifted: (values) => values.map((x) => x - Math.min(...values)),
      shiftedByLargest: (values) =>
        values.map((x) => (x - Math.min(...values)) / Math.max(...values)),
      notShifted: (values) =>
        values.map((x) => x / (Math.max(...values) - Math.min(...values))),
    },
    hints: { byLargest: 2, onlyShifted: 3, shiftedByLargest: 3, notShifted: 2 },
  },
  mostCorrect: {
    kind: "number",
    tolerance: 0,
    expected: () => sum(countsAtPoints.map((counts) => Math.max(...counts))),
    mistakes: {
      everyFlower: () => flowers.length,
      points: () => countsAtPoints.length,
      unsharedPoints: () => unshared.length,
      unsharedFlowers: () => sum(unshared.flat()),
      network: () => 143,
    },
    hints: { points: 3, unsharedPoints: 3, unsharedFlowers: 2, everyFlower: 1 },
  },
} satisfies Partial<Exercises>;
