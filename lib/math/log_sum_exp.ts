import { checkLogits } from "./arguments.ts";
import { exponentials } from "./exponentials.ts";

/**
 * Log-sum-exp: the logarithm of softmax's denominator, a smooth version of the
 * maximum.
 *
 * `log Σⱼ exp(zⱼ)`, with the largest logit taken out first, so that nothing
 * overflows.
 *
 * Within 1.9 ULP of the exact value, counted in the larger of the largest logit and
 * the result, for the two cancel where the result is near 0.
 *
 * @example Two equal logits: log 2 above their maximum, even where exp overflows
 * ```ts
 * import assert from "node:assert/strict";
 * import { logSumExp } from "@lesson/cross-entropy";
 * assert.equal(logSumExp([1000, 1000]), 1000 + Math.log(2));
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @returns A number between max(z) and max(z) + log K.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, or all are -Infinity.
 */
export function logSumExp(logits: readonly number[]): number {
  checkLogits("logSumExp", logits);
  const { index, rest } = exponentials(logits);
  return logits[index] + Math.log1p(rest);
}
