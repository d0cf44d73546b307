import assert from "assert";
import reference from "../fixtures/reference.json" with { type: "json" };
import {
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
  softmax,
} from "@lesson/cross-entropy";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";
import { numericalGradient, throughSoftmax } from "../support/slopes.ts";

Deno.test("crossEntropy() is minus the natural logarithm of the observed class's probability", () => {
  const p = [0.5, 0.25, 0.125];
  assert.equal(crossEntropy(p, 0), Math.log(2));
  assert.equal(crossEntropy(p, 1), 2 * Math.log(2));
  assert.equal(crossEntropy(p, 2), 3 * Math.log(2));
  for (const { probabilities, target } of randomCases) {
    const loss = crossEntropy(probabilities, target);
    assert.equal(loss, -Math.log(probabilities[target]));
    assert(loss >= 0);
  }
});

Deno.test("crossEntropy() of a certain right answer is 0, of a certain wrong one Infinity", () => {
  assert.equal(crossEntropy([1, 0], 0), 0);
  assert.equal(crossEntropy([1, 0], 1), Infinity);
});

Deno.test("crossEntropyFromLogits() agrees with mpmath: ordinary, ±1000, ties, one class, eleven of -1e10", () => {
  for (const { name, logits, target, crossEntropy: expected } of reference) {
    const loss = crossEntropyFromLogits(logits, target);
    assertClose(loss, expected, { ulps: 1 }, name);
  }
});

Deno.test("crossEntropyFromLogits() is crossEntropy() of softmax(), and never negative", () => {
  for (const { logits, target } of randomCases) {
    const loss = crossEntropyFromLogits(logits, target);
    assert(loss >= 0);
    // Losses go up to 60, where doubles are 7e-15 apart.
    assertClose(crossEntropy(softmax(logits), target), loss, {
      absolute: 1.5e-14,
    });
  }
});

Deno.test("crossEntropyFromLogits() has no hole where a probability underflows to 0 or rounds to 1", () => {
  assert.equal(crossEntropyFromLogits([0, -1000], 1), 1000);
  assert.equal(crossEntropyFromLogits([0, -100], 0), Math.exp(-100));
});

Deno.test("crossEntropyFromLogits() is Infinity for a class whose logit is -Infinity, and the others do without it", () => {
  assert.equal(crossEntropyFromLogits([1, -Infinity, 2], 1), Infinity);
  assert.equal(
    crossEntropyFromLogits([1, -Infinity, 2], 2),
    crossEntropyFromLogits([1, 2], 1),
  );
});

Deno.test("crossEntropyGradientInProbabilities() is -1/p for the observed class and 0 for the others", () => {
  assert.deepEqual(
    crossEntropyGradientInProbabilities([0.5, 0.25, 0.25], 1),
    [0, -4, 0],
  );
  assert.deepEqual(
    crossEntropyGradientInProbabilities([0, 1], 0),
    [-Infinity, 0],
  );
});

Deno.test("crossEntropyGradientInProbabilities() agrees with central differences", () => {
  for (const { probabilities, target } of randomCases) {
    const tried = numericalGradient(
      (p) => crossEntropy(p, target),
      probabilities,
    );
    // The curve bends most at p = 0.05: h² / 3p³ is 1e-7.
    assertClose(
      crossEntropyGradientInProbabilities(probabilities, target),
      tried,
      { absolute: 2e-7 },
    );
  }
});

Deno.test("crossEntropyGradientInLogits() agrees with mpmath, also where p rounds to 1", () => {
  for (const { name, logits, target, crossEntropyGradient } of reference) {
    const gradient = crossEntropyGradientInLogits(logits, target);
    assertClose(gradient, crossEntropyGradient, { ulps: 3 }, name);
  }
});

Deno.test("crossEntropyGradientInLogits() agrees with central differences", () => {
  for (const { logits, target } of randomCases) {
    const tried = numericalGradient(
      (z) => crossEntropyFromLogits(z, target),
      logits,
    );
    // Losses up to 60, steps of about 1e-5: measured 5.3e-10.
    assertClose(crossEntropyGradientInLogits(logits, target), tried, {
      absolute: 2e-9,
    });
  }
});

Deno.test("crossEntropyGradientInLogits() is predicted minus observed, within ±1, and sums to 0", () => {
  for (const { logits, target } of randomCases) {
    const gradient = crossEntropyGradientInLogits(logits, target);
    const p = softmax(logits);
    assertClose(gradient, p.map((pj, j) => j === target ? pj - 1 : pj), {
      absolute: 2e-16,
    });
    assert(gradient.every((slope) => Math.abs(slope) <= 1));
    // Up to 12 rounded numbers; measured 2.4e-16.
    assertClose(sum(gradient), 0, { absolute: 5e-16 });
  }
});

Deno.test("crossEntropyGradientInLogits() is the gradient in the probabilities times softmax's Jacobian", () => {
  for (const { logits, target } of randomCases) {
    const inP = crossEntropyGradientInProbabilities(softmax(logits), target);
    // 1/p carries the rounding of softmax, the Jacobian does not; measured 4.5e-16.
    assertClose(
      throughSoftmax(inP, logits),
      crossEntropyGradientInLogits(logits, target),
      { absolute: 9e-16 },
    );
  }
});

Deno.test("crossEntropyGradientInLogits() of one class is 0, on a tie 1/2, of a logit of -Infinity 0 or -1", () => {
  assert.deepEqual(crossEntropyGradientInLogits([3], 0), [0]);
  assert.deepEqual(crossEntropyGradientInLogits([2, 2], 0), [-0.5, 0.5]);
  assert.deepEqual(crossEntropyGradientInLogits([2, 2], 1), [0.5, -0.5]);
  assert.deepEqual(crossEntropyGradientInLogits([2, -Infinity], 0), [0, 0]);
  assert.deepEqual(crossEntropyGradientInLogits([2, -Infinity], 1), [1, -1]);
});
