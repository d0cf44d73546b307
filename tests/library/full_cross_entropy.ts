import assert from "assert";
import {
  crossEntropy,
  crossEntropyFromLogits,
  fullCrossEntropy,
  fullCrossEntropyFromLogits,
  logSoftmax,
  oneHotTarget,
  softmax,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadDistributions,
  assertRefusesBadLogits,
  assertRefusesBadProbabilities,
} from "../bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases } from "../seeded.ts";
import { assertClose } from "../ulps.ts";

Deno.test("fullCrossEntropy() weighs each -ln p with the observed probability", () => {
  assert.equal(fullCrossEntropy([0.5, 0.25], [0.5, 0.5]), 1.5 * Math.log(2));
  assert.equal(fullCrossEntropy([0.5, 0.25], [0.25, 0.75]), 1.75 * Math.log(2));
});

Deno.test("fullCrossEntropy() of a one-hot target is crossEntropy()", () => {
  for (const { probabilities, target } of randomCases) {
    const observed = oneHotTarget(target, probabilities.length);
    assert.equal(
      fullCrossEntropy(probabilities, observed),
      crossEntropy(probabilities, target),
    );
  }
  assert.equal(fullCrossEntropy([1, 0], [1, 0]), 0);
  assert.equal(fullCrossEntropy([1, 0], [0, 1]), Infinity);
});

Deno.test("fullCrossEntropy() is smallest when the prediction is the target", () => {
  for (const { distribution, logits } of randomCases) {
    const least = fullCrossEntropy(distribution, distribution);
    // Both are rounded; they are equal when there is one class.
    assert(fullCrossEntropy(softmax(logits), distribution) >= least - 1e-15);
  }
});

Deno.test("fullCrossEntropyFromLogits() of soft labels agrees with mpmath", () => {
  for (const row of reference) {
    const { logits, targetDistribution } = row;
    const loss = fullCrossEntropyFromLogits(logits, targetDistribution);
    // The logarithm of a probability of exp(-2e308) is beyond the largest number.
    const beyond = logSoftmax(logits).includes(-Infinity);
    const expected = beyond ? Infinity : row.fullCrossEntropy;
    assertClose(loss, expected, { ulps: 2 }, row.name);
  }
});

Deno.test("fullCrossEntropyFromLogits() of a one-hot target agrees with mpmath", () => {
  for (const { name, logits, target, crossEntropy: expected } of reference) {
    const observed = oneHotTarget(target, logits.length);
    const loss = fullCrossEntropyFromLogits(logits, observed);
    assertClose(loss, expected, { ulps: 1 }, name);
    assert.equal(loss, crossEntropyFromLogits(logits, target));
  }
});

Deno.test("fullCrossEntropyFromLogits() is fullCrossEntropy() of softmax(), and never negative", () => {
  for (const { logits, distribution } of randomCases) {
    const loss = fullCrossEntropyFromLogits(logits, distribution);
    assert(loss >= 0);
    // Measured 3 ULP: up to 12 terms.
    assertClose(fullCrossEntropy(softmax(logits), distribution), loss, {
      ulps: 6,
    });
  }
});

Deno.test("fullCrossEntropyFromLogits() is finite where probabilities underflow, and 0 times -Infinity is 0", () => {
  assert.equal(fullCrossEntropyFromLogits([0, -1000], [0.5, 0.5]), 500);
  assert.equal(fullCrossEntropyFromLogits([7, -Infinity], [1, 0]), 0);
  assert.equal(
    fullCrossEntropyFromLogits([7, -Infinity], [0.5, 0.5]),
    Infinity,
  );
});

Deno.test("fullCrossEntropy() takes a target whose sum is 1 up to rounding", () => {
  const tenths = Array(10).fill(0.1);
  // Ten tenths sum to 0.9999999999999999.
  assertClose(fullCrossEntropy(tenths, tenths), Math.log(10), { ulps: 4 });
});

Deno.test("fullCrossEntropy() and fullCrossEntropyFromLogits() refuse bad input", () => {
  assertRefusesBadProbabilities(
    "fullCrossEntropy",
    (p) => fullCrossEntropy(p, [1, 0]),
  );
  assertRefusesBadDistributions(
    "fullCrossEntropy",
    (t) => fullCrossEntropy([0.5, 0.5], t),
  );
  assertRefusesBadLogits(
    "fullCrossEntropyFromLogits",
    (z) => fullCrossEntropyFromLogits(z, [1, 0]),
  );
  assertRefusesBadDistributions(
    "fullCrossEntropyFromLogits",
    (t) => fullCrossEntropyFromLogits([1, 2], t),
  );
});
