import assert from "assert";
import {
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
  softmax,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadLogits,
  assertRefusesBadProbabilities,
  assertRefusesBadTargets,
} from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases, sum } from "../support/seeded.ts";
import { numericalGradient, throughSoftmax } from "../support/slopes.ts";
import { assertClose } from "../support/ulps.ts";

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

Deno.test("crossEntropyGradientInLogits() of classes in another order is the gradient in that order", () => {
  for (const { logits, target } of randomCases) {
    const last = logits.length - 1;
    // The exponentials are summed in another order; measured 2 ULP.
    assertClose(
      crossEntropyGradientInLogits(logits.toReversed(), last - target),
      crossEntropyGradientInLogits(logits, target).reverse(),
      { ulps: 4 },
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

Deno.test("crossEntropyGradientInProbabilities() and …InLogits() refuse bad input", () => {
  assertRefusesBadProbabilities(
    "crossEntropyGradientInProbabilities",
    (p) => crossEntropyGradientInProbabilities(p, 0),
  );
  assertRefusesBadTargets(
    "crossEntropyGradientInProbabilities",
    (k) => crossEntropyGradientInProbabilities([0.5, 0.5], k),
  );
  assertRefusesBadLogits(
    "crossEntropyGradientInLogits",
    (z) => crossEntropyGradientInLogits(z, 0),
  );
  assertRefusesBadTargets(
    "crossEntropyGradientInLogits",
    (k) => crossEntropyGradientInLogits([1, 2], k),
  );
});
