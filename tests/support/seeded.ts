import { seededRandom } from "@lesson/cross-entropy";

/** A prediction and a target, to try a property on. */
export interface RandomCase {
  /** From 1 to 12 numbers in ±30, with so few binary digits that adding 1000 is exact. */
  readonly logits: readonly number[];
  /** The index of one of them. */
  readonly target: number;
  /** Soft labels: as many numbers, summing to 1. */
  readonly distribution: readonly number[];
  /** As many numbers in [0.05, 0.85]: a small step does not take them out of [0, 1]. */
  readonly probabilities: readonly number[];
}

/** The same 150 cases at each run; frozen, so that a function that changes its input throws. */
export const randomCases: readonly RandomCase[] = makeCases(150);

function makeCases(count: number): RandomCase[] {
  const random = seededRandom(2024);
  return Array.from({ length: count }, (_, i) => {
    const weights = Array.from({ length: 1 + i % 12 }, random);
    const total = sum(weights);
    return {
      logits: Object.freeze(weights.map(() => 60 * random() - 30)),
      target: Math.floor(weights.length * random()),
      distribution: Object.freeze(weights.map((weight) => weight / total)),
      probabilities: Object.freeze(weights.map(() => 0.05 + 0.8 * random())),
    };
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
