import { centralDifference, softmaxJacobian } from "@lesson/cross-entropy";

/** The gradient of f, found by trying. */
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
): number[] {
  return x.map((xj, j) => centralDifference((t) => f(x.with(j, t)), xj));
}

/** The chain rule: a gradient in the probabilities, brought to the logits by softmax's Jacobian. */
export function throughSoftmax(
  gradientInProbabilities: readonly number[],
  logits: readonly number[],
): number[] {
  const jacobian = softmaxJacobian(logits);
  return logits.map((_, j) =>
    gradientInProbabilities.reduce(
      (sum, slope, i) => sum + slope * jacobian[i][j],
      0,
    )
  );
}
