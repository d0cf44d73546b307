import { type Network, type Sample, seededRandom } from "@lesson/cross-entropy";

/**
 * A network of these sizes and a sample for it, the same for the same seed. Its
 * hidden sums keep away from 0, where ReLU has no slope.
 */
export function randomExample(
  seed: number,
  inputs: number,
  hidden: number,
  classes: number,
): { network: Network; sample: Sample } {
  const random = seededRandom(seed);
  const numbers = (count: number) =>
    Array.from({ length: count }, () => 2 * random() - 1);
  const rows = (count: number, length: number) =>
    Array.from({ length: count }, () => numbers(length));
  return {
    network: {
      hidden: { weights: rows(hidden, inputs), biases: numbers(hidden) },
      output: { weights: rows(classes, hidden), biases: numbers(classes) },
    },
    sample: {
      inputs: numbers(inputs),
      target: Math.floor(classes * random()),
    },
  };
}
