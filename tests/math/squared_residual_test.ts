import assert from "assert";
import reference from "../fixtures/reference.json" with { type: "json" };
import {
  crossEntropyGradientInLogits,
  softmax,
  squaredResidual,
  squaredResidualGradientInLogits,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsGradientInLogits,
  sumOfSquaredResidualsGradientInProbabilities,
} from "@lesson/cross-entropy";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";
import { numericalGradient, throughSoftmax } from "../support/slopes.ts";

Deno.test("squaredResidual() is (1 - p)² of the observed class, whatever the others are", () => {
  assert.equal(squaredResidual([0.75, 0.25], 0), 0.0625);
  assert.equal(squaredResidual([0.75, 0.25], 1), 0.5625);
  assert.equal(squaredResidual([0.75, 0.125, 0.125], 0), 0.0625);
});

Deno.test("sumOfSquaredResiduals() adds the squared probabilities of the other classes", () => {
  assert.equal(sumOfSquaredResiduals([0.5, 0.25, 0.25], 0), 0.375);
  assert.equal(sumOfSquaredResiduals([0.5, 0.25, 0.25], 1), 0.875);
});

Deno.test("squaredResidual() goes from 0 to 1, sumOfSquaredResiduals() from 0 to 2", () => {
  assert.equal(squaredResidual([1, 0], 0), 0);
  assert.equal(squaredResidual([1, 0], 1), 1);
  assert.equal(sumOfSquaredResiduals([1, 0], 0), 0);
  assert.equal(sumOfSquaredResiduals([1, 0], 1), 2);
  for (const { logits, target } of randomCases) {
    const p = Object.freeze(softmax(logits));
    const [one, all] = [
      squaredResidual(p, target),
      sumOfSquaredResiduals(p, target),
    ];
    assert(one >= 0 && one <= all && all <= 2, `${one} ${all}`);
  }
});

Deno.test("squaredResidual() and sumOfSquaredResiduals() of softmax() agree with mpmath", () => {
  for (const row of reference) {
    const p = softmax(row.logits);
    // They start from the rounded p, so 1 − p loses its digits where p is near
    // 1; measured 1.1e-16 and 2.2e-16.
    assertClose(squaredResidual(p, row.target), row.squaredResidual, {
      absolute: 2.3e-16,
    }, row.name);
    assertClose(
      sumOfSquaredResiduals(p, row.target),
      row.sumOfSquaredResiduals,
      {
        absolute: 4.5e-16,
      },
      row.name,
    );
  }
});

Deno.test("squaredResidualGradientInProbabilities() is -2 (1 - p) for the observed class and 0 for the others", () => {
  assert.deepEqual(
    squaredResidualGradientInProbabilities([0.25, 0.75], 0),
    [-1.5, 0],
  );
  assert.deepEqual(
    squaredResidualGradientInProbabilities([1, 0], 1),
    [0, -2],
  );
});

Deno.test("sumOfSquaredResidualsGradientInProbabilities() is 2 (p - y) for every class", () => {
  assert.deepEqual(
    sumOfSquaredResidualsGradientInProbabilities([0.25, 0.5, 0.25], 0),
    [-1.5, 1, 0.5],
  );
});

Deno.test("both gradients in the probabilities agree with central differences", () => {
  for (const { probabilities, target } of randomCases) {
    // Measured 1.7e-11 and 3.1e-11: a parabola leaves only the rounding.
    assertClose(
      squaredResidualGradientInProbabilities(probabilities, target),
      numericalGradient((p) => squaredResidual(p, target), probabilities),
      { absolute: 1e-10 },
    );
    assertClose(
      sumOfSquaredResidualsGradientInProbabilities(probabilities, target),
      numericalGradient((p) => sumOfSquaredResiduals(p, target), probabilities),
      { absolute: 1e-10 },
    );
  }
});

Deno.test("squaredResidualGradientInLogits() agrees with mpmath, also where p rounds to 1", () => {
  for (const { name, logits, target, squaredResidualGradient } of reference) {
    const gradient = squaredResidualGradientInLogits(logits, target);
    assertClose(gradient, squaredResidualGradient, { ulps: 5 }, name);
  }
});

Deno.test("sumOfSquaredResidualsGradientInLogits() agrees with mpmath", () => {
  for (const row of reference) {
    // The residual and the average cancel where a p is near 1; measured 1.3e-16.
    assertClose(
      sumOfSquaredResidualsGradientInLogits(row.logits, row.target),
      row.sumOfSquaredResidualsGradient,
      { absolute: 2.3e-16 },
      row.name,
    );
  }
});

Deno.test("both gradients in the logits agree with central differences, and sum to 0", () => {
  for (const { logits, target } of randomCases) {
    const one = squaredResidualGradientInLogits(logits, target);
    const all = sumOfSquaredResidualsGradientInLogits(logits, target);
    // Steps of up to 2e-4: measured 1.1e-9 and 2.1e-9.
    assertClose(
      one,
      numericalGradient((z) => squaredResidual(softmax(z), target), logits),
      { absolute: 4e-9 },
    );
    assertClose(
      all,
      numericalGradient(
        (z) => sumOfSquaredResiduals(softmax(z), target),
        logits,
      ),
      { absolute: 4e-9 },
    );
    // Up to 12 rounded numbers; measured 1.2e-16 and 5.8e-16.
    assertClose([sum(one), sum(all)], [0, 0], { absolute: 1e-15 });
  }
});

Deno.test("both gradients in the logits are those in the probabilities times softmax's Jacobian", () => {
  for (const { logits, target } of randomCases) {
    const p = Object.freeze(softmax(logits));
    // Measured 1.2e-16 and 3.8e-16.
    assertClose(
      throughSoftmax(squaredResidualGradientInProbabilities(p, target), logits),
      squaredResidualGradientInLogits(logits, target),
      { absolute: 8e-16 },
    );
    assertClose(
      throughSoftmax(
        sumOfSquaredResidualsGradientInProbabilities(p, target),
        logits,
      ),
      sumOfSquaredResidualsGradientInLogits(logits, target),
      { absolute: 8e-16 },
    );
  }
});

Deno.test("squaredResidualGradientInLogits() is at most half of cross-entropy's gradient", () => {
  for (const { logits, target } of randomCases) {
    const small = squaredResidualGradientInLogits(logits, target);
    crossEntropyGradientInLogits(logits, target).forEach((slope, j) => {
      assert(Math.abs(small[j]) <= Math.abs(slope) / 2 + 1e-16);
      assert(small[j] * slope >= 0, "both go downhill the same way");
    });
  }
});

Deno.test("squaredResidualGradientInLogits() vanishes for a confidently wrong network, cross-entropy's does not", () => {
  const wrong = [-20, 20];
  assert(Math.abs(squaredResidualGradientInLogits(wrong, 0)[0]) < 1e-16);
  assert(Math.abs(sumOfSquaredResidualsGradientInLogits(wrong, 0)[0]) < 1e-16);
  assert.equal(crossEntropyGradientInLogits(wrong, 0)[0], -1);
});

Deno.test("both gradients in the logits of one class are 0, on a tie equal and opposite", () => {
  assert.deepEqual(squaredResidualGradientInLogits([3], 0), [0]);
  assert.deepEqual(sumOfSquaredResidualsGradientInLogits([3], 0), [0]);
  assert.deepEqual(squaredResidualGradientInLogits([2, 2], 1), [0.25, -0.25]);
  assert.deepEqual(
    sumOfSquaredResidualsGradientInLogits([2, 2], 1),
    [0.5, -0.5],
  );
});
