import { seededRandom } from "../math/random.ts";

/** Probabilities with the observed class: what a loss of one sample is tried on first. */
export const predictions: readonly [number[], number][] = [
  [[0.7, 0.2, 0.1], 1],
  [[0.25, 0.75], 1],
  [[0.57, 0.2, 0.23], 0],
  [[0.1, 0.2, 0.3, 0.4], 3],
  [[0.01, 0.5, 0.49], 0],
  [[0.001, 0.999], 1],
];

/** Draws inputs for the functions of exercises, short enough for a message. */
export interface Draw {
  /** An integer from `low` to `high`. */
  readonly integer: (low: number, high: number) => number;
  /** `count` logits from −9 to 9, with one decimal. */
  readonly logits: (count: number) => number[];
  /** `count` different probabilities, in thousandths, that sum to 1. */
  readonly probabilities: (count: number) => number[];
  /** Values, one for each class, with one of the classes. */
  readonly withTarget: (values: number[]) => [number[], number];
}

/**
 * Draws the same inputs each time, so the same answer gets the same verdict.
 */
export function seededDraw(seed: number): Draw {
  const random = seededRandom(seed);
  const integer = (low: number, high: number) =>
    low + Math.floor((high - low + 1) * random());
  const logits = (count: number) =>
    Array.from({ length: count }, () => integer(-90, 90) / 10);
  const probabilities = (count: number): number[] => {
    const cuts = Array.from({ length: count - 1 }, () => integer(1, 999));
    const ends = [...cuts.sort((a, b) => a - b), 1000];
    const parts = ends.map((end, i) => (end - (ends[i - 1] ?? 0)) / 1000);
    return new Set(parts).size === count && !parts.includes(0)
      ? parts
      : probabilities(count);
  };
  const withTarget = (values: number[]): [number[], number] => [
    values,
    integer(0, values.length - 1),
  ];
  return { integer, logits, probabilities, withTarget };
}
