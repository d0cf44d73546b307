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
  squaredResidualFromLogits,
  squaredResidualGradientInLogits,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsFromLogits,
  sumOfSquaredResidualsGradientInLogits,
  sumOfSquaredResidualsGradientInProbabilities,
} from "@lesson/cross-entropy";
import type { Decimal } from "decimal.js";
import {
  type Arithmetic,
  errorIn,
  type ExactValues,
  fifty,
  type Long,
  type Prediction,
  valuesIn,
} from "./exact.ts";

/** A prediction, and what follows from it in doubles. */
export interface Doubles extends Prediction {
  /** Softmax of the logits. */
  readonly probabilities: readonly number[];
  /** Soft labels: what softmax makes of half the logits. */
  readonly labels: readonly number[];
}

/** A prediction, and what is exact. */
export interface Case<T extends Long<T> = Decimal> extends Doubles {
  readonly values: ExactValues<T>;
  /** The residuals p − y of the probabilities. */
  readonly residuals: readonly T[];
  /** The logarithms of the probabilities. */
  readonly logs: readonly T[];
  readonly arithmetic: Arithmetic<T>;
  readonly exact: (x: number) => T;
  /** −Σ labels · logs, without those of 0. */
  readonly softLoss: (logs: readonly T[]) => T;
}

/** A function whose error is measured. */
export interface Measured {
  readonly actual: (at: Doubles) => number | readonly number[];
  readonly wanted: <T extends Long<T>>(at: Case<T>) => T | readonly T[];
  /**
   * Where two terms cancel, digits are lost that the result never had; the error is
   * then counted in ULP of the larger term.
   */
  readonly of?: <T extends Long<T>>(at: Case<T>, j: number) => number;
  /** The largest error that may be, by the analysis in the docstring. */
  readonly ulps: number;
}

export function caseOf(prediction: Prediction): Case {
  return caseIn(fifty, prediction);
}

/** A case in other long numbers. */
export function caseIn<T extends Long<T>>(
  arithmetic: Arithmetic<T>,
  { logits, target }: Prediction,
): Case<T> {
  const { from: exact, log1p } = arithmetic;
  const values = valuesIn(arithmetic, logits, target);
  const probabilities = softmax(logits);
  const labels = softmax(logits.map((z) => z / 2));
  return {
    logits,
    target,
    values,
    probabilities,
    labels,
    arithmetic,
    exact,
    residuals: probabilities.map((p, j) =>
      exact(p).minus(j === target ? 1 : 0)
    ),
    // Of a small probability the logarithm is that of the exact probability, and what
    // its rounding changes: that is quick to compute.
    logs: probabilities.map((x, j) => {
      const p = exact(x);
      if (x === 0) return exact(-Infinity);
      if (x > 0.5 || x < 1e-290) return p.ln();
      const change = p.div(values.softmax[j]).minus(1);
      return values.logSoftmax[j].plus(log1p(change));
    }),
    softLoss: (logs) =>
      labels.reduce(
        (sum, t, j) => t === 0 ? sum : sum.minus(logs[j].times(exact(t))),
        exact(0),
      ),
  };
}

/** The functions whose error we promise, by name. */
export const measured: Record<string, Measured> = {
  softmax: {
    actual: ({ logits }) => softmax(logits),
    wanted: ({ values }) => values.softmax,
    ulps: 2.6,
  },
  logSoftmax: {
    actual: ({ logits }) => logSoftmax(logits),
    wanted: ({ values }) => values.logSoftmax,
    ulps: 0.6,
  },
  logSumExp: {
    actual: ({ logits }) => logSumExp(logits),
    wanted: ({ values }) => values.logSumExp,
    of: ({ logits, values }) =>
      Math.max(
        Math.abs(logits.reduce((a, b) => Math.max(a, b))),
        values.logSumExp.abs().toNumber(),
      ),
    ulps: 0.6,
  },
  crossEntropyFromLogits: {
    actual: ({ logits, target }) => crossEntropyFromLogits(logits, target),
    wanted: ({ values }) => values.crossEntropy,
    ulps: 0.6,
  },
  crossEntropyGradientInLogits: {
    actual: ({ logits, target }) =>
      crossEntropyGradientInLogits(logits, target),
    wanted: ({ values }) => values.gradient,
    ulps: 2.6,
  },
  softmaxJacobian: {
    actual: ({ logits, target }) => softmaxJacobian(logits)[target],
    wanted: ({ values }) => values.jacobianRow,
    ulps: 2.6,
  },
  squaredResidualFromLogits: {
    actual: ({ logits, target }) => squaredResidualFromLogits(logits, target),
    wanted: ({ values }) => values.squaredResidual,
    ulps: 3.6,
  },
  squaredResidualGradientInLogits: {
    actual: ({ logits, target }) =>
      squaredResidualGradientInLogits(logits, target),
    wanted: ({ values }) => values.squaredResidualGradient,
    ulps: 3.6,
  },
  sumOfSquaredResidualsFromLogits: {
    actual: ({ logits, target }) =>
      sumOfSquaredResidualsFromLogits(logits, target),
    wanted: ({ values }) => values.sumOfSquaredResiduals,
    ulps: 1.8,
  },
  sumOfSquaredResidualsGradientInLogits: {
    actual: ({ logits, target }) =>
      sumOfSquaredResidualsGradientInLogits(logits, target),
    wanted: ({ values }) => values.sumOfSquaredResidualsGradient,
    of: ({ probabilities, values, target }, j) => {
      const others = Math.abs(values.gradient[target].toNumber());
      const own = values.sumOfSquaredResiduals.toNumber();
      const squares = own - others * others;
      const [p, pj] = [probabilities[target], probabilities[j]];
      return 2 * pj * (j === target ? own : pj + p * others + squares);
    },
    ulps: 3.6,
  },
  crossEntropySoftFromLogits: {
    actual: ({ logits, labels }) => crossEntropySoftFromLogits(logits, labels),
    wanted: ({ values, softLoss }) => softLoss(values.logSoftmax),
    ulps: 2.6,
  },
  crossEntropySoftGradientInLogits: {
    actual: ({ logits, labels }) =>
      crossEntropySoftGradientInLogits(logits, labels),
    wanted: ({ values, labels, exact }) =>
      values.softmax.map((p, j) => p.minus(exact(labels[j]))),
    of: ({ probabilities, labels }, j) => Math.max(probabilities[j], labels[j]),
    ulps: 3.1,
  },
  crossEntropy: {
    actual: ({ probabilities, target }) => crossEntropy(probabilities, target),
    wanted: ({ logs, target }) => logs[target].neg(),
    ulps: 1,
  },
  crossEntropySoft: {
    actual: ({ probabilities, labels }) =>
      crossEntropySoft(probabilities, labels),
    wanted: ({ logs, softLoss }) => softLoss(logs),
    ulps: 3.5,
  },
  squaredResidual: {
    actual: ({ probabilities, target }) =>
      squaredResidual(probabilities, target),
    wanted: ({ residuals, target }) => residuals[target].pow(2),
    ulps: 2.5,
  },
  sumOfSquaredResiduals: {
    actual: ({ probabilities, target }) =>
      sumOfSquaredResiduals(probabilities, target),
    wanted: ({ residuals, exact }) =>
      residuals.reduce((sum, r) => sum.plus(r.times(r)), exact(0)),
    ulps: 3.5,
  },
  crossEntropyGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      crossEntropyGradientInProbabilities(probabilities, target),
    wanted: ({ probabilities, target, exact }) =>
      probabilities.map((p, j) =>
        j === target ? exact(-1).div(exact(p)) : exact(0)
      ),
    ulps: 0.5,
  },
  crossEntropySoftGradientInProbabilities: {
    actual: ({ probabilities, labels }) =>
      crossEntropySoftGradientInProbabilities(probabilities, labels),
    wanted: ({ probabilities, labels, exact }) =>
      probabilities.map((p, j) =>
        labels[j] === 0 ? exact(0) : exact(-labels[j]).div(exact(p))
      ),
    ulps: 0.5,
  },
  squaredResidualGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      squaredResidualGradientInProbabilities(probabilities, target),
    wanted: ({ residuals, target, exact }) =>
      residuals.map((r, j) => j === target ? r.times(2) : exact(0)),
    ulps: 0.5,
  },
  sumOfSquaredResidualsGradientInProbabilities: {
    actual: ({ probabilities, target }) =>
      sumOfSquaredResidualsGradientInProbabilities(probabilities, target),
    wanted: ({ residuals }) => residuals.map((r) => r.times(2)),
    ulps: 0.5,
  },
};

/** The errors of a function at the entries of its result, in ULP. */
export function errorsOf<T extends Long<T>>(
  { actual, wanted, of }: Measured,
  at: Case<T>,
): number[] {
  const [numbers, exacts] = [[actual(at)].flat(), [wanted(at)].flat() as T[]];
  return numbers.map((number, j) =>
    errorIn(at.arithmetic, number, exacts[j], of?.(at, j))
  );
}
