/** Random numbers in [0, 1) that are the same at each run: mulberry32. */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A prediction to try a property on. */
export interface RandomCase {
  /** From 1 to 12 of them, in ±30. */
  readonly logits: readonly number[];
  /** One of the classes. */
  readonly target: number;
  /** Soft labels: as many numbers, summing to 1. */
  readonly distribution: readonly number[];
}

/** The same 400 predictions at each run; frozen, so that a change throws. */
export const randomCases: readonly RandomCase[] = cases(400);

function cases(count: number): RandomCase[] {
  const random = seeded(2024);
  return Array.from({ length: count }, (_, i) => {
    const classes = 1 + i % 12;
    const weights = Array.from({ length: classes }, random);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      logits: Object.freeze(weights.map(() => 60 * random() - 30)),
      target: Math.floor(classes * random()),
      distribution: Object.freeze(weights.map((weight) => weight / total)),
    };
  });
}
