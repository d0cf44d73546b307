import assert from "assert";
import {
  type BatchLoss,
  forward,
  logSoftmax,
  randomNetwork,
  seededRandom,
  softmax,
  trainingLosses,
} from "@lesson/cross-entropy";
import { edges, type Prediction, predictions } from "../support/exact.ts";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

/** The total of some predictions, and the gradient of each. */
function run(batch: BatchLoss, rows: readonly Prediction[]) {
  const classes = rows[0].logits.length;
  const gradient = new Float64Array(classes * rows.length).fill(NaN);
  const total = batch(
    Float64Array.from(rows.flatMap(({ logits }) => logits)),
    Uint32Array.from(rows, ({ target }) => target),
    gradient,
  );
  const gradients = rows.map((_, n) => [
    ...gradient.subarray(n * classes, (n + 1) * classes),
  ]);
  return { total, gradients };
}

/** What random networks, of small and of huge weights, make of random inputs. */
function* networkPredictions(): Generator<Prediction[]> {
  const random = seededRandom(31);
  for (let seed = 0; seed < 50; seed++) {
    const classes = 1 + seed % 9;
    const network = randomNetwork({ inputs: 3, hidden: 4, classes }, seed);
    const scale = 10 ** (9 * random() - 4);
    yield Array.from({ length: 1 + seed % 40 }, () => ({
      logits: forward(
        network,
        [0, 0, 0].map(() => scale * (2 * random() - 1)),
      ).logits,
      target: Math.floor(classes * random()),
    }));
  }
}

const alone: Prediction[] = [
  ...edges,
  { logits: [40, 0], target: 0 },
  { logits: [1, -Infinity, 2], target: 1 },
  { logits: [-Infinity, 5], target: 1 },
  ...predictions(90, 99),
];

for (
  const [name, { value, gradient, batch }] of Object.entries(trainingLosses)
) {
  Deno.test(`${name}: value, gradient and batch are the same to the last bit`, () => {
    for (const at of alone) {
      const { total, gradients } = run(batch, [at]);
      assert.equal(value(at.logits, at.target), total);
      assert.deepEqual(gradient(at.logits, at.target), gradients[0]);
      if (name !== "crossEntropy") continue;
      const [p, logs] = [softmax(at.logits), logSoftmax(at.logits)];
      assert.equal(total, 0 - logs[at.target]);
      assert.deepEqual(
        gradients[0].with(at.target, 0),
        p.with(at.target, 0),
      );
    }
    for (const rows of networkPredictions()) {
      const { total, gradients } = run(batch, rows);
      const each = rows.map(({ logits, target }) => value(logits, target));
      assert.deepEqual(
        gradients,
        rows.map(({ logits, target }) => gradient(logits, target)),
      );
      for (const [n, row] of rows.entries()) {
        assert.equal(run(batch, [row]).total, each[n]);
      }
      // A total of many is added up in another order than the values are.
      assertClose(total, sum(each), { ulps: 2 * rows.length });
    }
  });

  Deno.test(`${name}: a batch of ±1000, ±1e308 and ties stays finite, and the gradient sums to 0`, () => {
    const rows = [
      { logits: [1000, -1000, 0], target: 1 },
      { logits: [5, 5, 5], target: 0 },
      { logits: [-1e308, 1e308, 0], target: 1 },
    ];
    const { total, gradients } = run(batch, rows);
    assert(Number.isFinite(total));
    for (const slopes of gradients) {
      assertClose(sum(slopes), 0, { absolute: 1e-15 });
    }
  });

  Deno.test(`${name}: a batch of rows of 1, 2, 3 and 7 classes gives what each row gives`, () => {
    for (const classes of [1, 2, 3, 7]) {
      const rows = randomCases.filter(({ logits }) =>
        logits.length === classes
      );
      const { total, gradients } = run(batch, rows);
      const values = rows.map(({ logits, target }) => value(logits, target));
      assertClose(total, sum(values), { ulps: 4, absolute: 1e-14 });
      assert.deepEqual(
        gradients,
        rows.map(({ logits, target }) => gradient(logits, target)),
      );
    }
  });
}

Deno.test("a batch keeps a loss near 0, and its gradient", () => {
  const { crossEntropy, squaredResidual } = trainingLosses;
  const row = { logits: [40, 0, 0], target: 0 };
  const one = run(crossEntropy.batch, [row]);
  assertClose(one.total, 2 * Math.exp(-40), { ulps: 1 });
  assertClose(one.gradients[0][0], -2 * Math.exp(-40), { ulps: 1 });
  const other = run(squaredResidual.batch, [row]);
  assertClose(other.total, 4 * Math.exp(-80), { ulps: 3 });
  assertClose(other.gradients[0][0], -8 * Math.exp(-80), { ulps: 3 });
});

Deno.test("crossEntropy: the total of 100,000 rows is the sum of their losses", () => {
  const count = 100_000;
  const total = trainingLosses.crossEntropy.batch(
    new Float64Array(3 * count),
    new Uint32Array(count),
    new Float64Array(3 * count),
  );
  // Thousands of logarithms are added up, each rounded.
  assertClose(total / (count * Math.log(3)), 1, { absolute: 1e-13 });
});
