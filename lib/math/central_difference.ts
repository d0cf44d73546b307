import { checkFiniteNumber, checkFunction, checkNumber } from "./arguments.ts";

/**
 * A numerical derivative: the slope of the line through two points close to x.
 *
 * `f′(x) ≈ (f(x + h) − f(x − h)) / 2h`. The error is about h² from the curve's bend
 * plus about 1e-16/h from rounding; the step h = 6e-6 · max(1, |x|), the cube root of
 * the rounding unit, keeps both near 1e-11.
 *
 * Source: W. H. Press et al., "Numerical Recipes", 3rd ed. (2007), section 5.7.
 *
 * @example The slope of −ln p at p = 1/2
 * ```ts
 * import assert from "node:assert/strict";
 * import { centralDifference } from "@lesson/cross-entropy";
 * assert.equal(centralDifference((p) => -Math.log(p), 0.5).toFixed(8), "-2.00000000");
 * ```
 *
 * @param f A function that is smooth near x.
 * @param x Where to take the slope.
 * @returns The slope, to about ten digits when f and x are of the order of 1.
 * @throws {TypeError} When `f` is not a function that returns numbers, or x is not a
 * number.
 * @throws {RangeError} When x is not finite.
 */
export function centralDifference(f: (x: number) => number, x: number): number {
  checkFunction("centralDifference", "f", f);
  checkFiniteNumber("centralDifference", "x", x);
  const step = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));
  const left = x - step;
  const right = x + step;
  const [atLeft, atRight] = [f(left), f(right)];
  checkNumber("centralDifference", "f's result", atLeft);
  checkNumber("centralDifference", "f's result", atRight);
  return (atRight - atLeft) / (right - left);
}
