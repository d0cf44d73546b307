/**
 * The worker of `deno task accuracy`: looks for inputs on which a function of ours is
 * less exact than it promises. Thirty-one digits find what is near the bound; fifty
 * digits judge it.
 *
 * @module
 */

import {
  type Prediction,
  predictions,
  thirty,
} from "../tests/support/exact.ts";
import {
  caseIn,
  caseOf,
  errorsOf,
  measured,
} from "../tests/support/measured.ts";

/** What a worker is asked: so many predictions, from this seed. */
export interface Hunt {
  readonly rows: number;
  readonly seed: number;
}

/** The worst that was found for a function. */
export interface Found {
  readonly error: number;
  readonly at?: Prediction;
}

/** What a worker says now and then, and last with all rows done. */
export interface Progress {
  readonly done: number;
  readonly found: Record<string, Found>;
}

const scope = self as unknown as Worker;

scope.onmessage = ({ data }: MessageEvent<Hunt>) => {
  const found: Record<string, Found> = {};
  let done = 0;
  for (const at of predictions(data.rows, data.seed)) {
    look(at, found);
    done++;
    if (done % 2000 === 0 && done < data.rows) {
      scope.postMessage({ done, found: {} } satisfies Progress);
    }
  }
  scope.postMessage({ done, found } satisfies Progress);
};

function look(prediction: Prediction, found: Record<string, Found>): void {
  const at = caseIn(thirty, prediction);
  for (const [name, its] of Object.entries(measured)) {
    // A row of 10,000 classes has a Jacobian of 100 million numbers.
    if (name === "softmaxJacobian" && prediction.logits.length > 12) continue;
    const worst = found[name]?.error ?? -1;
    let error = largest(errorsOf(its, at));
    if (error > worst && error > 0.98 * its.ulps) {
      error = largest(errorsOf(its, caseOf(prediction)));
    }
    if (error > worst) found[name] = { error, at: prediction };
  }
}

function largest(errors: readonly number[]): number {
  return errors.reduce((a, b) => Math.max(a, Number.isNaN(b) ? Infinity : b));
}
