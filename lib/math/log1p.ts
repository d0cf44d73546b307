/**
 * The logarithm of 1 + x, more exact than `Math.log1p`, plus a number, rounded only
 * once: the last step of log-sum-exp, log-softmax and cross-entropy.
 *
 * `1 + x = 2^n (1 + r) / c`, with a c of 26 bits that is near 1/(1 + i/256), so that r
 * is below 1/256 and seven terms of the series of the logarithm are enough; −log c
 * comes from a table of 256. The product with c is computed in two halves, each without
 * a rounding error, and so is n ln 2 − log c, but for a part below 2^−42.
 *
 * What is rounded at the end is known to 2^−58 of the logarithm: r is at most 2^−8, and
 * its series brings the roundings of r²/2 (2^−60 of r in all) and an end of r^8/8,
 * below 2^−59 r; what the tables leave out is below 2^−95. So the error is at most 0.53
 * ULP, unless the added number is negative and cancels.
 *
 * Source: P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE
 * floating-point arithmetic", ACM TOMS 16 (1990).
 *
 * @module
 */

import { twoSumError } from "./double_double.ts";

/** 1, as an integer with 120 binary digits after the point. */
export const ONE = 2n ** 120n;

/** log(a / b) in such integers: 2 artanh((a − b) / (a + b)), by its series. */
function logOfRatio(a: bigint, b: bigint): bigint {
  const z = ONE * (a - b) / (a + b);
  let sum = 0n;
  for (let n = 1n, power = z; power !== 0n; n += 2n) {
    sum += power / n;
    power = power * z / ONE * z / ONE;
  }
  return 2n * sum;
}

/** ln 2 in such integers. */
export const LN2 = logOfRatio(2n, 1n);

const PARTS = 256;
/** 1/(1 + i/256) in 26 bits. */
const factors = Float64Array.from(
  { length: PARTS },
  (_, i) => Math.round(2 ** 26 / (1 + i / PARTS)) / 2 ** 26,
);
/** −log of the factors, split after 42 binary digits; ln 2 alike. */
const logs = [...factors].map((c) =>
  inTwo(logOfRatio(2n ** 26n, BigInt(c * 2 ** 26)))
);
const logsHigh = Float64Array.from(logs, ([high]) => high);
const logsLow = Float64Array.from(logs, ([, low]) => low);
const [LN2_HIGH, LN2_LOW] = inTwo(LN2);

function inTwo(x: bigint): [high: number, low: number] {
  const low = x % 2n ** 78n;
  return [Number(x - low) / 2 ** 120, Number(low) / 2 ** 120];
}

/**
 * a + aLost + log(1 + x + xLost), for x in [0, 2^31); aLost and xLost are the rounding
 * errors of a and x.
 */
export function plusLog1p(
  a: number,
  aLost: number,
  x: number,
  xLost: number,
): number {
  const whole = 1 + x;
  const n = 31 - Math.clz32(whole);
  const scale = 1 / (1 << n);
  const y = whole * scale;
  const i = ((y - 1) * PARTS) | 0;
  const factor = factors[i];
  const yHigh = (y + 2 ** 27) - 2 ** 27;
  const high = yHigh * factor - 1;
  const middle = (y - yHigh) * factor;
  const tail = twoSumError(1, x) * scale * factor;
  const sum = high + middle;
  const r = sum + tail;
  const series = r * r *
    (-1 / 2 + r * (1 / 3 + r * (-1 / 4 +
              r * (1 / 5 + r * (-1 / 6 + r * (1 / 7))))));
  const table = n * LN2_HIGH + logsHigh[i];
  const log = table + r;
  // Each addition has the larger number first, so these rounding errors are exact.
  const lost = (table - log + r) + ((sum - r + tail) + (high - sum + middle));
  const low = xLost * scale * factor + (n * LN2_LOW + logsLow[i]) + series;
  return a + log + (twoSumError(a, log) + (aLost + (lost + low)));
}
