import { checkLogits } from "./arguments.ts";
import { add, divide, multiply, type Pair } from "./double_double.ts";
import { exponentials } from "./exponentials.ts";

/**
 * Softmax's Jacobian: how each probability answers to each logit.
 *
 * `∂pᵢ/∂zⱼ = pᵢ (1 − pᵢ)` on the diagonal and `−pᵢ pⱼ` off it. The matrix is symmetric
 * and each row sums to 0: what one class gains, the others lose. The probability of all
 * others, `1 − pᵢ`, keeps its digits where pᵢ rounds to 1.
 *
 * Within 2.6 ULP of the exact value: 1.02 of each exponential, 0.5 of the quotient.
 *
 * @example Two classes at one half
 * ```ts
 * import assert from "node:assert/strict";
 * import { softmaxJacobian } from "@lesson/cross-entropy";
 * assert.deepEqual(softmaxJacobian([3, 3]), [[0.25, -0.25], [-0.25, 0.25]]);
 * ```
 *
 * @param logits Raw outputs, shape [K], K ≥ 1, below Infinity.
 * @returns The matrix, shape [K][K]: row i is the gradient of pᵢ.
 * @throws {TypeError} When `logits` is not an array of at least one number.
 * @throws {RangeError} When a logit is NaN or Infinity, or all are -Infinity.
 */
export function softmaxJacobian(logits: readonly number[]): number[][] {
  checkLogits("softmaxJacobian", logits);
  const { each, total } = exponentials(logits);
  const square = multiply(total, total);
  return logits.map((_, i) =>
    logits.map((_, j) => {
      const minus: Pair = [-each[j], 0];
      const factor = i === j ? add(total, minus) : minus;
      // Scaled, for products below 1e-290 lose their rounding errors.
      const product = multiply([2 ** 300 * each[i], 0], factor);
      return 0 + 2 ** -300 * divide(product, square)[0];
    })
  );
}
