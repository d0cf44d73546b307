import assert from "assert";
import {
  crossEntropy,
  crossEntropyFromLogits,
  softmax,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadLogits,
  assertRefusesBadProbabilities,
  assertRefusesBadTargets,
} from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

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

Deno.test("crossEntropyFromLogits() is unchanged when a constant is added to every logit", () => {
  for (const { logits, target } of randomCases) {
    for (const constant of [-1000, -7.25, 13, 1000]) {
      assert.equal(
        crossEntropyFromLogits(logits.map((z) => z + constant), target),
        crossEntropyFromLogits(logits, target),
      );
    }
  }
});

Deno.test("crossEntropyFromLogits() does not depend on the order of the classes", () => {
  for (const { logits, target } of randomCases) {
    // The exponentials are summed in another order; measured 1 ULP.
    assertClose(
      crossEntropyFromLogits(logits.toReversed(), logits.length - 1 - target),
      crossEntropyFromLogits(logits, target),
      { ulps: 2 },
    );
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

Deno.test("crossEntropy() and crossEntropyFromLogits() refuse bad input", () => {
  assertRefusesBadProbabilities("crossEntropy", (p) => crossEntropy(p, 0));
  assertRefusesBadTargets("crossEntropy", (k) => crossEntropy([0.5, 0.5], k));
  assertRefusesBadLogits(
    "crossEntropyFromLogits",
    (z) => crossEntropyFromLogits(z, 0),
  );
  assertRefusesBadTargets(
    "crossEntropyFromLogits",
    (k) => crossEntropyFromLogits([1, 2], k),
  );
});
