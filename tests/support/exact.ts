import { Decimal } from "decimal.js";
import { seededRandom } from "@lesson/cross-entropy";
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
  isZero(): boolean;
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
  [[40, 0], 0],
  [[0, 0, -700], 2],
  [[0, 0, -800], 2],
  [[0, 0, -Infinity], 2],
  [[0, -36.7], 0],
  [[0, -350, -350.5], 0],
  [[1, 1 + 2 ** -52, 1 - 2 ** -53], 1],
  // On these, what was promised as 3 ULP was exceeded.
  [[-0.603709983386207, 4.343497635338631, 0.20006710149013351], 2],
  [[-1.7742909961748925, 0.995774094753123, -5.673401409941128], 1],
  [[-3.4961014871109866, -0.06158248024137992, -2.8224699480470923], 0],
  [[-0.06804916449219905, 1.1590751852163976, 1.3727146634165015], 2],
  [[-16, 10], 1],
  // The worst of a hunt, by function: the gradient, log-softmax, log-sum-exp, the loss,
  // the Jacobian, the squared residuals and their gradients, and the soft losses.
  [[-7, 2, 6, -3], 0],
  [[-47.07174527111387, 52.667959279468114, 765.0707861794147], 0],
  [[
    0.24271818371841558,
    0.5300008283484716,
    -0.6943059308423836,
    -1.1158100807624152,
  ], 0],
  [[
    -550399.9579696883,
    -550394.9467465258,
    -550401.7696880146,
    -550404.9686445164,
  ], 1],
  [[
    113.28304215467841,
    122.76600076621013,
    -583.7430412608679,
    127.66792557216635,
  ], 2],
  [[-2.5383169506676495, 4.399830205366015, 4.965516903903335], 1],
  [[
    -4.337110741534586,
    3.9671818496362183,
    3.5137879942268464,
    3.1426574374165646,
  ], 0],
  [[-1.2607432468492388, -0.6174355431896483], 1],
  [[-1.1172931623713356, 2.8646433696867284], 0],
  [[0.0012553331430353865, 2.001102647175685, 2.001678951048234], 1],
  [[
    -292.76329071970235,
    -284.9720787446872,
    371.7452617408079,
    -322.1210026454764,
  ], 3],
  [[-0.09865280939266086, -0.9720501909032464], 1],
  [[0.29545087749034926, -0.41488085059090235, 0.5138277520572293], 2],
  // Here it shows when a rounding error of the sum of squares has the wrong sign.
  [[0.6494569045051638, -15.932981426338769, 2.6155044176141806], 2],
  [[
    -4.383706795461657,
    0.0209395302185405,
    1.443834438246041,
    -9.0948455861772,
  ], 0],
  [[4.709717387904584, 8.861985834180436], 1],
  // Here, when the sum of all exponentials but 1 has lost digits beside that 1.
  [[
    -550.1632330784087,
    -76.04887788588812,
    -166.05884439168275,
    -24.396202332700692,
    -457.32517201445296,
    -532.7689380414057,
    -305.1496942507571,
  ], 3],
  [[
    -368.6666081132329,
    -51.581158821700704,
    -56.052170779513894,
    -390.7305219837809,
    -442.4181980429791,
  ], 4],
  // And here, when terms below 2^-1022 are rounded before they are added.
  [[
    0,
    -719.1808586503739,
    -743.1873089528859,
    -712.799120808534,
    -744.0346068132732,
    -729.7911047816692,
    -721.1919189969763,
    -706.367118838221,
  ], 5],
  [[
    0,
    -735.4768262936644,
    -719.0579570320277,
    -734.9929108602336,
    -709.0283083067342,
  ], 0],
  [[
    0,
    -708.7393277905554,
    -715.6158860318088,
    -744.5992101407468,
    -737.5459101661082,
  ], 0],
  [[
    0,
    -713.3174432048885,
    -721.5046076937158,
    -724.1769312967759,
    -715.7256108310869,
    -707.0997014163347,
    -724.7516967354649,
    -710.2231146844192,
  ], 1],
  // A loss, and a slope, below 2^-1022.
  [[-65.71387251716313, -271.21868835020166, 648.2362375375772], 2],
  [[-93, 638, 325, 220], 0],
  [[-93.32198786555674, 637.7619979336346, 371.7713561565585], 0],
].map(([logits, target]) => ({ logits, target }) as Prediction);

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
