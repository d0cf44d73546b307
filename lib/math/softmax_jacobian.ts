import { checkLogits } from "./arguments.ts";
import { exponentials } from "./exponentials.ts";
import { softmax } from "./softmax.ts";

/**
 * Softmax's Jacobian: how each probability answers to each logit.
 *
 * `∂pᵢ/∂zⱼ = pᵢ (1 − pᵢ)` on the diagonal and `−pᵢ pⱼ` off it. The matrix is
 * symmetric and each row sums to 0: what one class gains, the others lose. The
 * probability of all others, `1 − pᵢ`, keeps its digits where pᵢ rounds to 1.
 *
 * Within 5.1 ULP of the exact value.
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
  const p = softmax(logits);
  const { index, rest } = exponentials(logits);
  const others = (i: number) => i === index ? rest / (1 + rest) : 1 - p[i];
  return p.map((pi, i) =>
    p.map((pj, j) => (i === j ? pi * others(i) : 0 - pi * pj))
  );
}
