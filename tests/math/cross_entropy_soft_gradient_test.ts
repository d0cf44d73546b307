import assert from "assert";
import {
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
  crossEntropySoft,
  crossEntropySoftFromLogits,
  crossEntropySoftGradientInLogits,
  crossEntropySoftGradientInProbabilities,
  oneHotTarget,
  softmax,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadDistributions,
  assertRefusesBadLogits,
  assertRefusesBadProbabilities,
} from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases, sum } from "../support/seeded.ts";
import { numericalGradient, throughSoftmax } from "../support/slopes.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("crossEntropySoftGradientInProbabilities() is -t/p, and 0 where t is 0", () => {
  assert.deepEqual(
    crossEntropySoftGradientInProbabilities([0.5, 0.25, 0.25], [0.5, 0.5, 0]),
    [-1, -2, 0],
  );
  assert.deepEqual(
    crossEntropySoftGradientInProbabilities([0, 0, 1], [0.5, 0, 0.5]),
    [-Infinity, 0, -0.5],
  );
});

Deno.test("crossEntropySoftGradientInProbabilities() agrees with central differences", () => {
  for (const { probabilities, distribution } of randomCases) {
    // The curve bends most at p = 0.05: h² / 3p³ is 1e-7.
    assertClose(
      crossEntropySoftGradientInProbabilities(probabilities, distribution),
      numericalGradient(
        (p) => crossEntropySoft(p, distribution),
        probabilities,
      ),
      { absolute: 2e-7 },
    );
  }
});

Deno.test("crossEntropySoftGradientInLogits() of soft labels agrees with mpmath", () => {
  for (const row of reference) {
    // p − t loses what p and t have in common; measured 1.1e-16.
    assertClose(
      crossEntropySoftGradientInLogits(row.logits, row.targetDistribution),
      row.crossEntropySoftGradient,
      { absolute: 2e-16 },
      row.name,
    );
  }
});

Deno.test("crossEntropySoftGradientInLogits() of a one-hot target agrees with mpmath", () => {
  for (const { name, logits, target, crossEntropyGradient } of reference) {
    const observed = oneHotTarget(target, logits.length);
    // p − 1 starts from the rounded p; measured 1.1e-16.
    assertClose(
      crossEntropySoftGradientInLogits(logits, observed),
      crossEntropyGradient,
      { absolute: 2e-16 },
      name,
    );
  }
});

Deno.test("crossEntropySoftGradientInLogits() agrees with central differences, and sums to 0", () => {
  for (const { logits, distribution } of randomCases) {
    const gradient = crossEntropySoftGradientInLogits(logits, distribution);
    const tried = numericalGradient(
      (z) => crossEntropySoftFromLogits(z, distribution),
      logits,
    );
    // Losses up to 60, steps of about 1e-5: measured 7.3e-10.
    assertClose(gradient, tried, { absolute: 2e-9 });
    // Up to 12 rounded numbers; measured 3.4e-16.
    assertClose(sum(gradient), 0, { absolute: 7e-16 });
  }
});

Deno.test("crossEntropySoftGradientInLogits() is the gradient in the probabilities times softmax's Jacobian", () => {
  for (const { logits, distribution } of randomCases) {
    // t/p carries the rounding of softmax, the Jacobian does not; measured 4.5e-16.
    assertClose(
      throughSoftmax(
        crossEntropySoftGradientInProbabilities(softmax(logits), distribution),
        logits,
      ),
      crossEntropySoftGradientInLogits(logits, distribution),
      { absolute: 9e-16 },
    );
  }
});

Deno.test("both full gradients of a one-hot target are those of crossEntropy()", () => {
  for (const { logits, probabilities, target } of randomCases) {
    const observed = oneHotTarget(target, logits.length);
    assert.deepEqual(
      crossEntropySoftGradientInProbabilities(probabilities, observed),
      crossEntropyGradientInProbabilities(probabilities, target),
    );
    // p − 1 starts from the rounded p; measured 1.3e-16.
    assertClose(
      crossEntropySoftGradientInLogits(logits, observed),
      crossEntropyGradientInLogits(logits, target),
      { absolute: 2e-16 },
    );
  }
});

Deno.test("crossEntropySoftGradientInLogits() is 0 when the prediction is the target", () => {
  assert.deepEqual(
    crossEntropySoftGradientInLogits([1, 1, 1, 1], [0.25, 0.25, 0.25, 0.25]),
    [0, 0, 0, 0],
  );
});

Deno.test("crossEntropySoftGradientInProbabilities() and …InLogits() refuse bad input", () => {
  assertRefusesBadProbabilities(
    "crossEntropySoftGradientInProbabilities",
    (p) => crossEntropySoftGradientInProbabilities(p, [1, 0]),
  );
  assertRefusesBadDistributions(
    "crossEntropySoftGradientInProbabilities",
    (t) => crossEntropySoftGradientInProbabilities([0.5, 0.5], t),
  );
  assertRefusesBadLogits(
    "crossEntropySoftGradientInLogits",
    (z) => crossEntropySoftGradientInLogits(z, [1, 0]),
  );
  assertRefusesBadDistributions(
    "crossEntropySoftGradientInLogits",
    (t) => crossEntropySoftGradientInLogits([1, 2], t),
  );
});
