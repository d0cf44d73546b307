import { Decimal } from "decimal.js";
import { seededRandom } from "@lesson/cross-entropy";

/** Fifty digits, and exponents that never end. */
const Exact = Decimal.clone({
  precision: 50,
  minE: -9e15,
  maxE: 9e15,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** What softmax and its losses are, to fifty digits, at some logits. */
export interface ExactValues {
  readonly softmax: Decimal[];
  readonly logSoftmax: Decimal[];
  readonly logSumExp: Decimal;
  readonly crossEntropy: Decimal;
  readonly gradient: Decimal[];
  /** The gradient of the softmax at the target. */
  readonly jacobianRow: Decimal[];
  readonly squaredResidualGradient: Decimal[];
  readonly sumOfSquaredResidualsGradient: Decimal[];
}

/** The exact values for the doubles in `logits`, which may hold -Infinity. */
export function exactValues(
  logits: readonly number[],
  target: number,
): ExactValues {
  const largest = Math.max(...logits);
  const index = logits.indexOf(largest);
  const behind = logits.map((z) => exact(largest).minus(exact(z)));
  const each = behind.map((d) => d.gt(1e5) ? exact(0) : d.neg().exp());
  const rest = sumOf(each.filter((_, j) => j !== index));
  const total = rest.plus(1);
  const logarithm = log1p(rest);
  const softmax = each.map((term) => term.div(total));
  const p = softmax[target];
  const gradient = softmax.map((p, j) => {
    if (j !== target) return p;
    return j === index ? rest.div(total).neg() : p.minus(1);
  });
  const factor = p.times(gradient[target]).times(-2);
  const average = sumOf(softmax.map((p, j) => p.times(gradient[j])));
  return {
    softmax,
    logSoftmax: behind.map((d) => d.plus(logarithm).neg()),
    logSumExp: logarithm.plus(exact(largest)),
    crossEntropy: behind[target].plus(logarithm),
    gradient,
    jacobianRow: gradient.map((slope) => p.times(slope).neg()),
    squaredResidualGradient: gradient.map((slope) => factor.times(slope)),
    sumOfSquaredResidualsGradient: softmax.map((p, j) =>
      p.times(2).times(gradient[j].minus(average))
    ),
  };
}

/** The exact sum of exact numbers. */
export function sumOf(terms: readonly Decimal[]): Decimal {
  return terms.reduce((sum, term) => sum.plus(term), exact(0));
}

/** A double as it is, not as it is written. */
export function exact(x: number): Decimal {
  return new Exact(Number.isFinite(x) ? x.toPrecision(100) : x);
}

/** log(1 + x), by its series where 1 + x would lose digits. */
export function log1p(x: Decimal): Decimal {
  if (x.abs().gt(1e-12)) return x.plus(1).ln();
  const terms = [1, 2, 3, 4, 5].map((n) =>
    x.pow(n).div(n).times(n % 2 === 1 ? 1 : -1)
  );
  return terms.reduce((sum, term) => sum.plus(term));
}

/**
 * How far a double is from an exact value, in units in the last place of that
 * value, or of another magnitude: 0.5 is as near as a double can be.
 */
export function errorInUlps(
  actual: number,
  wanted: Decimal,
  of: number = wanted.toNumber(),
): number {
  const nearest = wanted.toNumber();
  if (Object.is(actual, nearest) || actual === nearest) return 0;
  if (!Number.isFinite(actual) || !Number.isFinite(nearest)) return Infinity;
  const magnitude = Math.max(Math.abs(of), 2 ** -1022);
  const ulp = 2 ** (Math.floor(Math.log2(magnitude)) - 52);
  return exact(actual).minus(wanted).abs().div(ulp).toNumber();
}

/** Logits and the index of the observed class. */
export interface Prediction {
  readonly logits: readonly number[];
  readonly target: number;
}

/** Inputs on which something is easily lost. */
export const edges: readonly Prediction[] = [
  [[1000, 999, 998.5], 1],
  [[-1000, -999, -998.5], 2],
  [[1e308, 1e308, -1e308], 0],
  [[1e16, 1e16 + 2, 0], 0],
  [[0, -740, 1], 1],
  [[0, -744.9], 1],
  [[0, 1e-310], 0],
  [[0.1, 0.1 + 2 ** -55], 0],
  [[2.5, 2.5, -1], 1],
  [[3], 0],
  [[40, 0, 0], 0],
  [[700, 0, 0], 0],
  [[-4, 0, 4], 0],
  [[-Infinity, 0, 1], 1],
  [Array<number>(11).fill(-1e10), 5],
  [Array<number>(1000).fill(7), 999],
  [[50, ...Array<number>(999).fill(0)], 0],
].map(([logits, target]) => ({ logits, target }) as Prediction);

/**
 * Random predictions, the same for the same seed: from 1 to 12 classes, one in a
 * hundred up to 1000, and differences from tiny to ±2000.
 */
export function* predictions(
  count: number,
  seed: number,
): Generator<Prediction> {
  const random = seededRandom(seed);
  const scales = [0.01, 1, 5, 30, 350, 1000];
  for (let i = 0; i < count; i++) {
    const many = i % 100 === 99;
    const classes = many
      ? 13 + Math.floor(988 * random())
      : 1 + Math.floor(12 * random());
    const scale = scales[i % scales.length];
    yield {
      logits: Array.from({ length: classes }, () => scale * (2 * random() - 1)),
      target: Math.floor(classes * random()),
    };
  }
}
