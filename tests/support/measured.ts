import {
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
  crossEntropySoft,
  crossEntropySoftFromLogits,
  crossEntropySoftGradientInLogits,
  crossEntropySoftGradientInProbabilities,
  logSoftmax,
  logSumExp,
  softmax,
  softmaxJacobian,
  squaredResidual,
  squaredResidualGradientInLogits,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsGradientInLogits,
  sumOfSquaredResidualsGradientInProbabilities,
  trainingLosses,
} from "@lesson/cross-entropy";
import type { Decimal } from "decimal.js";
import {
  errorInUlps,
  exact,
  type ExactValues,
  exactValues,
  log1p,
  type Prediction,
  sumOf,
} from "./exact.ts";

/** A prediction, what follows from it in doubles, and what is exact. */
export interface Case extends Prediction {
  readonly values: ExactValues;
  /** Softmax of the logits, in doubles. */
  readonly probabilities: readonly number[];
  /** Soft labels: what softmax makes of half the logits, in doubles. */
  readonly labels: readonly number[];
}

/** A function whose error is measured. */
export interface Measured {
  readonly actual: (at: Case) => number | readonly number[];
  readonly wanted: (at: Case) => Decimal | readonly Decimal[];
  /**
   * Where two terms cancel, digits are lost that the result never had; the error is
   * then counted in ULP of the larger term.
   */
  readonly of?: (at: Case, j: number) => number;
  /** The largest error that may be: what was found in 100,000 inputs, rounded up. */
  readonly ulps: number;
}

export function caseOf({ logits, target }: Prediction): Case {
  return {
    logits,
    target,
    values: exactValues(logits, target),
    probabilities: softmax(logits),
    labels: softmax(logits.map((z) => z / 2)),
  };
}

/** The functions whose error we promise, by name. */
export const measured: Record<string, Measured> = {
  softmax: {
    actual: ({ logits }) => softmax(logits),
    wanted: ({ values }) => values.softmax,
    ulps: 2.8,
  },
  logSoftmax: {
    actual: ({ logits }) => logSoftmax(logits),
    wanted: ({ values }) => values.logSoftmax,
    ulps: 2,
  },
  logSumExp: {
    actual: ({ logits }) => logSumExp(logits),
    wanted: ({ values }) => values.logSumExp,
    of: ({ logits, values }) =>
      Math.max(...logits.map(Math.abs), values.logSumExp.abs().toNumber()),
    ulps: 1.9,
  },
  crossEntropyFromLogits: {
    actual: ({ logits, target }) => crossEntropyFromLogits(logits, target),
    wanted: ({ values }) => values.crossEntropy,
    ulps: 1.9,
  },
  crossEntropySoftFromLogits: {
    actual: ({ logits, labels }) => crossEntropySoftFromLogits(logits, labels),
    wanted: ({ values, labels }) =>
      sumOf(
        labels.flatMap((t, j) =>
          t === 0 ? [] : [values.logSoftmax[j].times(exact(-t))]
        ),
      ),
    ulps: 1.9,
  },
  crossEntropyGradientInLogits: {
    actual: ({ logits, target }) =>
      crossEntropyGradientInLogits(logits, target),
    wanted: ({ values }) => values.gradient,
    ulps: 2.8,
  },
  "trainingLosses.crossEntropy.batch": {
    actual: ({ logits, target }) => batch(logits, target),
    wanted: ({ values }) => [values.crossEntropy, ...values.gradient],
    ulps: 2.7,
  },
  softmaxJacobian: {
    actual: ({ logits, target }) => softmaxJacobian(logits)[target],
    wanted: ({ values }) => values.jacobianRow,
    ulps: 5.1,
  },
  crossEntropySoftGradientInLogits: {
    actual: ({ logits, labels }) =>
      crossEntropySoftGradientInLogits(logits, labels),
    wanted: ({ values, labels }) =>
      values.softmax.map((p, j) => p.minus(exact(labels[j]))),
    of: ({ probabilities, labels }, j) => Math.max(probabilities[j], labels[j]),
    ulps: 2.5,
  },
  squaredResidualGradientInLogits: {
    actual: ({ logits, target }) =>
      squaredResidualGradientInLogits(logits, target),
    wanted: ({ values }) => values.squaredResidualGradient,
    ulps: 7,
  },
  sumOfSquaredResidualsGradientInLogits: {
    actual: ({ logits, target }) =>
      sumOfSquaredResidualsGradientInLogits(logits, target),
    wanted: ({ values }) => values.sumOfSquaredResidualsGradient,
    of: ({ probabilities, values, target }, j) =>
      2 * probabilities[j] * Math.abs(values.gradient[target].toNumber()),
    ulps: 10.1,
  },
  crossEntropy: {
    actual: ({ probabilities, target }) => crossEntropy(probabilities, target),
    wanted: (at) => logOf(at, at.target).neg(),
    ulps: 0.5,
  },
  crossEntropySoft: {
    actual: ({ probabilities, labels }) =>
      crossEntropySoft(probabilities, labels),
    wanted: (at) =>
      sumOf(
        at.labels.flatMap((t, j) =>
          t === 0 ? [] : [logOf(at, j).times(exact(-t))]
        ),
      ),
    ulps: 1.8,
  },
  squaredResidual: {
    actual: ({ probabilities, target }) =>
      squaredResidual(probabilities, target),
    wanted: ({ probabilities, target }) =>
      exact(1).minus(exact(probabilities[target])).pow(2),
    ulps: 2,
  },
  sumOfSquaredResiduals: {
    actual: ({ probabilities, target }) =>
      sumOfSquaredResiduals(probabilities, target),
    wanted: ({ probabilities, target }) =>
      sumOf(residuals(probabilities, target).map((r) => r.pow(2))),
    ulps: 2.1,
  },
  crossEntropyGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      crossEntropyGradientInProbabilities(probabilities, target),
    wanted: ({ probabilities, target }) =>
      probabilities.map((p, j) =>
        j === target ? exact(-1).div(exact(p)) : exact(0)
      ),
    ulps: 0.5,
  },
  crossEntropySoftGradientInProbabilities: {
    actual: ({ probabilities, labels }) =>
      crossEntropySoftGradientInProbabilities(probabilities, labels),
    wanted: ({ probabilities, labels }) =>
      probabilities.map((p, j) =>
        labels[j] === 0 ? exact(0) : exact(-labels[j]).div(exact(p))
      ),
    ulps: 0.5,
  },
  squaredResidualGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      squaredResidualGradientInProbabilities(probabilities, target),
    wanted: ({ probabilities, target }) =>
      residuals(probabilities, target).map((r, j) =>
        j === target ? r.times(2) : exact(0)
      ),
    ulps: 0.5,
  },
  sumOfSquaredResidualsGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      sumOfSquaredResidualsGradientInProbabilities(probabilities, target),
    wanted: ({ probabilities, target }) =>
      residuals(probabilities, target).map((r) => r.times(2)),
    ulps: 0.5,
  },
};

/** The loss and the gradient of one row, as training has them. */
function batch(logits: readonly number[], target: number): number[] {
  const gradient = new Float64Array(logits.length);
  const loss = trainingLosses.crossEntropy.batch(
    Float64Array.from(logits),
    Uint32Array.of(target),
    gradient,
  );
  return [loss, ...gradient];
}

/** The errors of a function at the entries of its result, in ULP. */
export function errorsOf(
  { actual, wanted, of }: Measured,
  at: Case,
): number[] {
  const [numbers, exacts] = [[actual(at)].flat(), [wanted(at)].flat()];
  return numbers.map((number, j) =>
    errorInUlps(number, exacts[j], of?.(at, j))
  );
}

/**
 * The exact logarithm of a probability in doubles. Of a small one it is that of the
 * exact probability, and what its rounding changes: that is quick to compute.
 */
function logOf({ probabilities, values }: Case, j: number): Decimal {
  const p = exact(probabilities[j]);
  if (p.isZero() || p.gt(0.5)) return p.ln();
  return values.logSoftmax[j].plus(log1p(p.div(values.softmax[j]).minus(1)));
}

/** p − y, exactly, for probabilities in doubles. */
function residuals(
  probabilities: readonly number[],
  target: number,
): Decimal[] {
  return probabilities.map((p, j) => exact(p).minus(j === target ? 1 : 0));
}
