import assert from "assert";
import {
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropySoft,
  crossEntropySoftFromLogits,
  logSoftmax,
  oneHotTarget,
  softmax,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadDistributions,
  assertRefusesBadLogits,
  assertRefusesBadProbabilities,
} from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

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

Deno.test("crossEntropySoft() and crossEntropySoftFromLogits() refuse bad input", () => {
  assertRefusesBadProbabilities(
    "crossEntropySoft",
    (p) => crossEntropySoft(p, [1, 0]),
  );
  assertRefusesBadDistributions(
    "crossEntropySoft",
    (t) => crossEntropySoft([0.5, 0.5], t),
  );
  assertRefusesBadLogits(
    "crossEntropySoftFromLogits",
    (z) => crossEntropySoftFromLogits(z, [1, 0]),
  );
  assertRefusesBadDistributions(
    "crossEntropySoftFromLogits",
    (t) => crossEntropySoftFromLogits([1, 2], t),
  );
});
