import { Decimal } from "decimal.js";
import { seededRandom } from "@lesson/cross-entropy";
import hunted from "../fixtures/hunted.json" with { type: "json" };
import { Twofold } from "./twofold.ts";

/** Fifty digits, and exponents that never end. */
const Exact = Decimal.clone({
  precision: 50,
  minE: -9e15,
  maxE: 9e15,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/**
 * What the formulas need of a number that is more exact than a double. A plain number
 * is taken as it is written, so only whole ones are.
 */
export interface Long<T> {
  plus(x: T | number): T;
  minus(x: T | number): T;
  times(x: T | number): T;
  div(x: T | number): T;
  pow(n: number): T;
  neg(): T;
  abs(): T;
  exp(): T;
  ln(): T;
  gt(x: number): boolean;
  toNumber(): number;
}

/** A kind of long numbers. */
export interface Arithmetic<T extends Long<T>> {
  /** A double as it is, not as it is written. */
  readonly from: (x: number) => T;
  readonly log1p: (x: T) => T;
}

/** Fifty digits: the judge. */
export const fifty: Arithmetic<Decimal> = { from: exact, log1p };

/** Thirty-one digits, a hundred times as fast: the sieve. */
export const thirty: Arithmetic<Twofold> = {
  from: (x) => new Twofold(x),
  log1p: (x) => x.log1p(),
};

/** What softmax and its losses are at some logits. */
export interface ExactValues<T = Decimal> {
  readonly softmax: T[];
  readonly logSoftmax: T[];
  readonly logSumExp: T;
  readonly crossEntropy: T;
  readonly gradient: T[];
  /** The gradient of the softmax at the target. */
  readonly jacobianRow: T[];
  readonly squaredResidual: T;
  readonly squaredResidualGradient: T[];
  readonly sumOfSquaredResiduals: T;
  readonly sumOfSquaredResidualsGradient: T[];
}

/** The exact values for the doubles in `logits`, which may hold -Infinity. */
export function exactValues(
  logits: readonly number[],
  target: number,
): ExactValues {
  return valuesIn(fifty, logits, target);
}

/** The same in other long numbers. */
export function valuesIn<T extends Long<T>>(
  { from, log1p }: Arithmetic<T>,
  logits: readonly number[],
  target: number,
): ExactValues<T> {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const index = logits.indexOf(largest);
  const zero = from(0);
  const sum = (terms: readonly T[]) => terms.reduce((a, b) => a.plus(b), zero);
  const behind = logits.map((z) =>
    z === -Infinity ? from(Infinity) : from(largest).minus(from(z))
  );
  const each = behind.map((d) => d.gt(1e5) ? zero : d.neg().exp());
  const rest = sum(each.filter((_, j) => j !== index));
  const total = rest.plus(1);
  const logarithm = log1p(rest);
  const softmax = each.map((term) => term.div(total));
  const p = softmax[target];
  const others = sum(each.filter((_, j) => j !== target)).div(total);
  const gradient = softmax.map((p, j) => j === target ? others.neg() : p);
  const squares = softmax.map((p, j) => j === target ? zero : p.times(p));
  const sumOfSquaredResiduals = sum(squares).plus(others.times(others));
  const same = p.times(others).minus(sum(squares));
  const factor = p.times(others).times(2);
  return {
    softmax,
    logSoftmax: behind.map((d) => d.plus(logarithm).neg()),
    logSumExp: logarithm.plus(from(largest)),
    crossEntropy: behind[target].plus(logarithm),
    gradient,
    jacobianRow: gradient.map((slope) => p.times(slope).neg()),
    squaredResidual: others.times(others),
    squaredResidualGradient: gradient.map((slope) => factor.times(slope)),
    sumOfSquaredResiduals,
    sumOfSquaredResidualsGradient: softmax.map((q, j) =>
      j === target
        ? q.times(sumOfSquaredResiduals).times(-2)
        : q.times(q.plus(same)).times(2)
    ),
  };
}

/** A double as it is, not as it is written. */
export function exact(x: number): Decimal {
  return new Exact(Number.isFinite(x) ? x.toPrecision(100) : x);
}

/** log(1 + x), by its series where 1 + x would lose digits. */
function log1p(x: Decimal): Decimal {
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
  of?: number,
): number {
  return errorIn(fifty, actual, wanted, of);
}

/** The same in other long numbers. */
export function errorIn<T extends Long<T>>(
  { from }: Arithmetic<T>,
  actual: number,
  wanted: T,
  of: number = wanted.toNumber(),
): number {
  const nearest = wanted.toNumber();
  // 0 − x, not −x: a −0 is wrong.
  if (Object.is(actual, -0) && nearest === 0) return Infinity;
  if (!Number.isFinite(actual) || !Number.isFinite(nearest)) {
    return actual === nearest ? 0 : Infinity;
  }
  const magnitude = Math.max(Math.abs(of), 2 ** -1022);
  const ulp = 2 ** (Math.floor(Math.log2(magnitude)) - 52);
  return wanted.minus(from(actual)).abs().div(from(ulp)).toNumber();
}

/** Logits and the index of the observed class. */
export interface Prediction {
  readonly logits: readonly number[];
  readonly target: number;
}

const easilyLost: [logits: number[], target: number][] = [
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
  [[40, 0], 0],
  [[0, 0, -700], 2],
  [[0, 0, -800], 2],
  [[0, 0, -Infinity], 2],
  [[0, -36.7], 0],
  [[0, -350, -350.5], 0],
  [[1, 1 + 2 ** -52, 1 - 2 ** -53], 1],
];

/** Inputs on which something is easily lost, and those where most was found lost. */
export const edges: readonly Prediction[] = [
  ...easilyLost.map(([logits, target]) => ({ logits, target })),
  ...Object.values(hunted).flat(),
];

/** A number near 0, from the normal distribution. */
function gaussian(random: () => number): number {
  const size = Math.sqrt(-2 * Math.log(1 - random()));
  return size * Math.cos(2 * Math.PI * random());
}

/** How logits may be spread, by name: one logit, and the next, and so on. */
const kinds: Record<string, (random: () => number) => () => number> = {
  narrow: (random) => () => 0.01 * gaussian(random),
  ordinary: (random) => () => gaussian(random),
  wide: (random) => () => 5 * gaussian(random),
  wider: (random) => () => 30 * gaussian(random),
  widest: (random) => () => 250 * gaussian(random),
  uniform: (random) => () => 10 * random() - 5,
  "far from 0": (random) => {
    const centre = 1e6 * gaussian(random);
    return () => centre + 3 * gaussian(random);
  },
  "near ties": (random) => {
    const near = 2 ** -Math.floor(50 * random());
    return () => Math.round(2 * random()) + near * random();
  },
  "whole numbers": (random) => () => Math.round(8 * gaussian(random)),
  "one dominating": (random) => {
    let first = 60 * random();
    return () => [first, first = gaussian(random)][0];
  },
};

/**
 * Random predictions, the same for the same seed, of all kinds in turn: mostly from 2
 * to 12 classes, one in a hundred up to 200, one in 3000 up to 10,000.
 */
export function* predictions(
  count: number,
  seed: number,
): Generator<Prediction> {
  const random = seededRandom(seed);
  const makers = Object.values(kinds);
  for (let i = 0; i < count; i++) {
    const most = i % 3000 === 2999 ? 10_000 : i % 100 === 99 ? 200 : 12;
    const classes = 2 + Math.floor((most - 1) * random());
    const next = makers[i % makers.length](random);
    yield {
      logits: Array.from({ length: classes }, next),
      target: random() < 0.25 ? 0 : Math.floor(classes * random()),
    };
  }
}
