import { checkProbability } from "./arguments.ts";

/**
 * A loss as a function of one number: p, the predicted probability of the observed
 * class.
 */
export interface LossCurve {
  /** The loss at p, for p in [0, 1]. */
  readonly value: (p: number) => number;
  /** The derivative in p: what the curve over p shows. */
  readonly slope: (p: number) => number;
  /**
   * The derivative in z, the logit of the observed class: what is left after softmax's
   * own slope, `dp/dz = p (1 − p)`.
   */
  readonly slopeInLogit: (p: number) => number;
}

/**
 * Cross-entropy over p: `−ln p`, slope `−1/p`, and in the logit `p − 1`, because
 * softmax's p cancels the 1/p.
 *
 * @example Ten times less probable, ten times steeper in p; in the logit never steeper than −1
 * ```ts
 * import assert from "node:assert/strict";
 * import { crossEntropyCurve } from "@lesson/cross-entropy";
 * assert.equal(crossEntropyCurve.slope(0.01), -100);
 * assert.equal(crossEntropyCurve.slopeInLogit(0.01), -0.99);
 * ```
 *
 * Each function throws a `TypeError` when p is not a number and a `RangeError` when it
 * is outside [0, 1].
 */
export const crossEntropyCurve: LossCurve = {
  // 0 − x, not −x: the loss of a certain answer is 0, not −0.
  value: (p) => 0 - Math.log(checked("crossEntropyCurve.value", p)),
  // The slope at −0 is that at 0.
  slope: (p) => -1 / Math.abs(checked("crossEntropyCurve.slope", p)),
  slopeInLogit: (p) => checked("crossEntropyCurve.slopeInLogit", p) - 1,
};

/**
 * The squared residual over p: `(1 − p)²`, slope `−2 (1 − p)`, and in the logit `−2 p
 * (1 − p)²`, which vanishes at both ends and is steepest at p = 1/3, where it is −8/27.
 *
 * @example A wrong prediction and a hopeless one: almost the same slope in p, and in the logit less and less
 * ```ts
 * import assert from "node:assert/strict";
 * import { squaredResidualCurve } from "@lesson/cross-entropy";
 * assert.equal(squaredResidualCurve.slope(0.01), -1.98);
 * assert.equal(squaredResidualCurve.slopeInLogit(0.01).toFixed(4), "-0.0196");
 * ```
 *
 * Each function throws a `TypeError` when p is not a number and a `RangeError` when it
 * is outside [0, 1].
 */
export const squaredResidualCurve: LossCurve = {
  value: (p) => (1 - checked("squaredResidualCurve.value", p)) ** 2,
  slope: (p) => 2 * (checked("squaredResidualCurve.slope", p) - 1),
  slopeInLogit: (p) =>
    0 - 2 * checked("squaredResidualCurve.slopeInLogit", p) * (1 - p) ** 2,
};

function checked(caller: string, p: number): number {
  checkProbability(caller, "p", p);
  return p;
}
