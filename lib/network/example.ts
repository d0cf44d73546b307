import type { Network } from "./network.ts";
import type { Sample } from "./sample.ts";

/**
 * The network of the lesson: petal width and sepal width in, two hidden ReLU nodes, and
 * one logit each for Setosa, Versicolor and Virginica. The first output bias is the b3
 * of the lesson, here at 0.
 *
 * Source of the weights: J. Starmer, StatQuest, "Neural Networks" parts 4 to 7.
 */
export const exampleNetwork: Network = {
  hidden: {
    weights: [[-2.5, 0.6], [-1.5, 0.4]],
    biases: [1.6, 0.7],
  },
  output: {
    weights: [[-0.1, 1.5], [2.4, -5.2], [-2.2, 3.7]],
    biases: [0, 0, 1],
  },
};

/**
 * The three flowers of the lesson, one of each species in the order of the classes,
 * with both widths scaled over all 150 flowers and rounded to two decimals, as the
 * lesson computes with them: a Setosa (flowers 2, 26 and 39 measure the same), a
 * Versicolor (59, 65, 75, 97, 98; its sepal width, 0.375, lies half-way and is taken as
 * 0.37) and a Virginica (101, 145).
 */
export const exampleFlowers: readonly Sample[] = [
  { inputs: [0.04, 0.42], target: 0 },
  { inputs: [0.50, 0.37], target: 1 },
  { inputs: [1.00, 0.54], target: 2 },
];
