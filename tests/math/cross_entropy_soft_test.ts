import assert from "assert";
import reference from "../fixtures/reference.json" with { type: "json" };
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
  oneHotTarget,
  softmax,
} from "@lesson/cross-entropy";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";
import { numericalGradient, throughSoftmax } from "../support/slopes.ts";

Deno.test("crossEntropySoft() weighs each -ln p with the observed probability", () => {
  assert.equal(crossEntropySoft([0.5, 0.25], [0.5, 0.5]), 1.5 * Math.log(2));
  assert.equal(crossEntropySoft([0.5, 0.25], [0.25, 0.75]), 1.75 * Math.log(2));
});

Deno.test("crossEntropySoft() of a one-hot target is crossEntropy()", () => {
  for (const { probabilities, target } of randomCases) {
    const observed = oneHotTarget(target, probabilities.length);
    assert.equal(
      crossEntropySoft(probabilities, observed),
      crossEntropy(probabilities, target),
    );
  }
  assert.equal(crossEntropySoft([1, 0], [1, 0]), 0);
  assert.equal(crossEntropySoft([1, 0], [0, 1]), Infinity);
});

Deno.test("crossEntropySoft() is smallest when the prediction is the target", () => {
  for (const { distribution, logits } of randomCases) {
    const least = crossEntropySoft(distribution, distribution);
    // Both are rounded; they are equal when there is one class.
    assert(crossEntropySoft(softmax(logits), distribution) >= least - 1e-15);
  }
});

Deno.test("crossEntropySoftFromLogits() of soft labels agrees with mpmath", () => {
  for (const row of reference) {
    const { logits, targetDistribution } = row;
    const loss = crossEntropySoftFromLogits(logits, targetDistribution);
    // The logarithm of a probability of exp(-2e308) is beyond the largest number.
    const beyond = logSoftmax(logits).includes(-Infinity);
    const expected = beyond ? Infinity : row.crossEntropySoft;
    assertClose(loss, expected, { ulps: 2 }, row.name);
  }
});

Deno.test("crossEntropySoftFromLogits() of a one-hot target agrees with mpmath", () => {
  for (const { name, logits, target, crossEntropy: expected } of reference) {
    const observed = oneHotTarget(target, logits.length);
    const loss = crossEntropySoftFromLogits(logits, observed);
    assertClose(loss, expected, { ulps: 1 }, name);
    assert.equal(loss, crossEntropyFromLogits(logits, target));
  }
});

Deno.test("crossEntropySoftFromLogits() is crossEntropySoft() of softmax(), and never negative", () => {
  for (const { logits, distribution } of randomCases) {
    const loss = crossEntropySoftFromLogits(logits, distribution);
    assert(loss >= 0);
    // Measured 3 ULP: up to 12 terms.
    assertClose(crossEntropySoft(softmax(logits), distribution), loss, {
      ulps: 6,
    });
  }
});

Deno.test("crossEntropySoftFromLogits() is finite where probabilities underflow, and 0 times -Infinity is 0", () => {
  assert.equal(crossEntropySoftFromLogits([0, -1000], [0.5, 0.5]), 500);
  assert.equal(crossEntropySoftFromLogits([7, -Infinity], [1, 0]), 0);
  assert.equal(
    crossEntropySoftFromLogits([7, -Infinity], [0.5, 0.5]),
    Infinity,
  );
});

Deno.test("crossEntropySoft() takes a target whose sum is 1 up to rounding", () => {
  const tenths = Array(10).fill(0.1);
  // Ten tenths sum to 0.9999999999999999.
  assertClose(crossEntropySoft(tenths, tenths), Math.log(10), { ulps: 4 });
});

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
