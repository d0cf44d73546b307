import assert from "assert";
import { trainingLosses } from "@lesson/cross-entropy";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

for (
  const [name, { value, gradient, batch }] of Object.entries(trainingLosses)
) {
  Deno.test(`${name}: batch give what the loss of each sample gives`, () => {
    for (const classes of [1, 2, 3, 7]) {
      const cases = randomCases.filter(({ logits }) =>
        logits.length === classes
      );
      const targets = Uint32Array.from(cases, ({ target }) => target);
      const slopes = new Float64Array(classes * cases.length).fill(NaN);
      const total = batch(
        Float64Array.from(cases.flatMap(({ logits }) => logits)),
        targets,
        slopes,
      );
      const values = cases.map(({ logits, target }) => value(logits, target));
      // The squared losses of a sample subtract in another order.
      assertClose(total, sum(values), { ulps: 4, absolute: 1e-14 });
      assertClose(
        [...slopes],
        cases.flatMap(({ logits, target }) => gradient(logits, target)),
        { ulps: 4, absolute: 1e-15 },
      );
    }
  });

  Deno.test(`${name}: batch of ±1000, ±1e308 and ties stay finite, and the gradient sums to 0`, () => {
    const logits = [1000, -1000, 0, 5, 5, 5, -1e308, 1e308, 0];
    const slopes = new Float64Array(9);
    const total = batch(
      Float64Array.from(logits),
      Uint32Array.from([1, 0, 1]),
      slopes,
    );
    assert(Number.isFinite(total));
    for (const row of [0, 1, 2]) {
      assertClose(sum([...slopes.slice(3 * row, 3 * row + 3)]), 0, {
        absolute: 1e-15,
      });
    }
  });
}

Deno.test("crossEntropy: batch keep a loss near 0, and its gradient", () => {
  const slopes = new Float64Array(3);
  const total = trainingLosses.crossEntropy.batch(
    Float64Array.from([40, 0, 0]),
    Uint32Array.from([0]),
    slopes,
  );
  assertClose(total, 2 * Math.exp(-40), { ulps: 1 });
  assertClose(slopes[0], -2 * Math.exp(-40), { ulps: 1 });
});

Deno.test("squaredResidual: batch keep a loss near 0, and its gradient", () => {
  const slopes = new Float64Array(3);
  const total = trainingLosses.squaredResidual.batch(
    Float64Array.from([40, 0, 0]),
    Uint32Array.from([0]),
    slopes,
  );
  assertClose(total, 4 * Math.exp(-80), { ulps: 3 });
  assertClose(slopes[0], -8 * Math.exp(-80), { ulps: 3 });
});

Deno.test("crossEntropy: the total of 100,000 batch is the sum of their losses", () => {
  const count = 100_000;
  const total = trainingLosses.crossEntropy.batch(
    new Float64Array(3 * count),
    new Uint32Array(count),
    new Float64Array(3 * count),
  );
  // Hundreds of sums are added up, each rounded.
  assertClose(total / (count * Math.log(3)), 1, { absolute: 1e-13 });
});
