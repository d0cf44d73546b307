/**
 * The rounding errors of sums and products, and arithmetic on numbers of twice the
 * usual precision, each stored as a pair of doubles whose exact sum is the number.
 *
 * Sources: D. E. Knuth, "The Art of Computer Programming" 2, 4.2.2 (TwoSum); T. J.
 * Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971).
 *
 * @module
 */

/** A number as the sum of two doubles, the second at most a rounding error of the first. */
export type Pair = readonly [high: number, low: number];

/** The rounding error of a + b: the exact sum is the rounded one plus this. */
export function twoSumError(a: number, b: number): number {
  const sum = a + b;
  const ofB = sum - a;
  return (a - (sum - ofB)) + (b - ofB);
}

/** The rounding error of a · b, for numbers below 1e290 in size. */
export function twoProductError(a: number, b: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return ((aHigh * bHigh - a * b) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
}

/** The upper 26 bits of a number: the product of two of them is exact. */
function upperHalf(x: number): number {
  // Stryker disable next-line ArithmeticOperator: 2^27 − 1 splits as well
  const shifted = (2 ** 27 + 1) * x;
  return shifted - (shifted - x);
}

/** a + b. */
export function add(a: Pair, b: Pair): Pair {
  return pair(a[0] + b[0], twoSumError(a[0], b[0]) + (a[1] + b[1]));
}

/** a · b. */
export function multiply(a: Pair, b: Pair): Pair {
  const lost = twoProductError(a[0], b[0]) + (a[0] * b[1] + a[1] * b[0]);
  return pair(a[0] * b[0], lost);
}

/** a / b; the first number is the quotient, rounded once. */
export function divide(a: Pair, b: Pair): Pair {
  const quotient = a[0] / b[0];
  const product = quotient * b[0];
  const rest = (a[0] - product) - twoProductError(quotient, b[0]);
  return pair(quotient, (rest + a[1] - quotient * b[1]) / b[0]);
}

function pair(high: number, low: number): Pair {
  const sum = high + low;
  return [sum, low - (sum - high)];
}

/**
 * The sum of many numbers, with the rounding errors of all additions added at the end.
 * As long as the terms have the same sign, the result is as exact as a single rounding,
 * however many they are; a plain sum of a thousand times 0.1 is 99 ULP off.
 *
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen", ZAMM 54 (1974).
 */
export function compensatedSum(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    lost += twoSumError(sum, term);
    sum += term;
  }
  // The rounding error of an infinite sum is NaN.
  return Number.isFinite(sum) ? sum + lost : sum;
}
