import assert from "assert";
import {
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  logSoftmax,
  softmax,
  trainingLosses,
} from "@lesson/cross-entropy";
import {
  edges,
  errorInUlps,
  type ExactValues,
  exactValues,
  type Prediction,
  predictions,
} from "../exact.ts";
import { fastExp } from "../../lib/fast_exp.ts";
import { ulpsApart } from "../ulps.ts";

/** What each function gives, and what is exact. */
const functions: Record<
  string,
  {
    actual: (at: Prediction) => readonly number[];
    exact: (values: ExactValues) => ExactValues["softmax"];
    /** The largest error that `deno task accuracy` finds in 100,000 inputs. */
    measured: number;
  }
> = {
  softmax: {
    actual: ({ logits }) => softmax(logits),
    exact: (values) => values.softmax,
    measured: 2.5,
  },
  logSoftmax: {
    actual: ({ logits }) => logSoftmax(logits),
    exact: (values) => values.logSoftmax,
    measured: 2.5,
  },
  crossEntropyFromLogits: {
    actual: ({ logits, target }) => [crossEntropyFromLogits(logits, target)],
    exact: (values) => [values.crossEntropy],
    measured: 2.5,
  },
  crossEntropyGradientInLogits: {
    actual: ({ logits, target }) =>
      crossEntropyGradientInLogits(logits, target),
    exact: (values) => values.gradient,
    measured: 2.5,
  },
  "crossEntropy.rows": {
    actual: ({ logits, target }) => rows(logits, target),
    exact: (values) => [values.crossEntropy, ...values.gradient],
    measured: 3,
  },
};

/** The loss and the gradient of one row. */
function rows(logits: readonly number[], target: number): number[] {
  const gradient = new Float64Array(logits.length);
  const loss = trainingLosses.crossEntropy.rows(
    Float64Array.from(logits),
    Uint32Array.of(target),
    gradient,
  );
  return [loss, ...gradient];
}

const inputs = [...edges, ...predictions(600, 2026)]
  .map((at) => ({ at, values: exactValues(at.logits, at.target) }));

for (const [name, { actual, exact, measured }] of Object.entries(functions)) {
  Deno.test(`${name} is within ${measured} ULP of the exact value, on edges and random inputs`, () => {
    for (const { at, values } of inputs) {
      const wanted = exact(values);
      actual(at).forEach((number, j) => {
        const error = errorInUlps(number, wanted[j]);
        assert(
          error <= measured,
          `${error} ULP at ${j} of ${JSON.stringify(at).slice(0, 200)}`,
        );
      });
    }
  });
}

Deno.test("fastExp() is within 2 ULP of Math.exp(), and 0 where that is", () => {
  for (let x = 0; x > -745; x -= 0.0137) {
    assert(ulpsApart(fastExp(x, 0), Math.exp(x)) <= 2, `${x}`);
  }
  assert.deepEqual([0, -746, -1e308, -Infinity].map((x) => fastExp(x, 0)), [
    1,
    0,
    0,
    0,
  ]);
});

Deno.test("fastExp() puts back what its argument has lost", () => {
  const lost = 2 ** -43; // one ULP of 600
  assert.equal(fastExp(-600, -lost), fastExp(-600 - lost, 0));
  assert.notEqual(fastExp(-600, -lost), fastExp(-600, 0));
});
