import assert from "assert";
import { softmax } from "@lesson/cross-entropy";
import { assertRefusesBadLogits } from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("softmax() agrees with mpmath: ordinary, ±1000, ties, one class, a hundred, subnormal", () => {
  for (const { name, logits, softmax: expected } of reference) {
    assertClose(softmax(logits), expected, { ulps: 3 }, name);
  }
});

Deno.test("softmax() gives numbers from 0 to 1 that sum to 1", () => {
  for (const { logits } of randomCases) {
    const p = softmax(logits);
    assert.equal(p.length, logits.length);
    assert(p.every((pj) => pj >= 0 && pj <= 1), `${p}`);
    // Up to 12 rounded numbers; measured 2.3e-16.
    assertClose(sum(p), 1, { absolute: 5e-16 });
  }
});

Deno.test("softmax() is unchanged when a constant is added to every logit", () => {
  for (const { logits } of randomCases) {
    for (const constant of [-1000, -7.25, 13, 1000]) {
      assert.deepEqual(
        softmax(logits.map((z) => z + constant)),
        softmax(logits),
      );
    }
  }
});

Deno.test("softmax() of logits in another order is the probabilities in that order", () => {
  for (const { logits } of randomCases) {
    // The denominator is summed in another order; measured 2 ULP.
    assertClose(softmax(logits.toReversed()), softmax(logits).reverse(), {
      ulps: 2,
    });
  }
});

Deno.test("softmax() keeps the order of the logits", () => {
  for (const { logits } of randomCases) {
    const order = logits.map((_, j) => j).sort((a, b) => logits[a] - logits[b]);
    const p = softmax(logits);
    order.slice(1).forEach((j, i) => assert(p[j] > p[order[i]]));
  }
});

Deno.test("softmax() gives a logit of -Infinity probability 0, and the others share the rest", () => {
  const [p0, p1, p2] = softmax([1, -Infinity, 2]);
  assert.equal(p1, 0);
  assert.deepEqual([p0, p2], softmax([1, 2]));
});

Deno.test("softmax() neither overflows nor becomes NaN at the ends of the numbers", () => {
  const largest = Number.MAX_VALUE;
  assert.deepEqual(softmax([largest, -largest, 0]), [1, 0, 0]);
  assert.deepEqual(softmax([-largest, -largest]), [0.5, 0.5]);
  assert.deepEqual(softmax([0, -1000]), [1, 0]);
});

Deno.test("softmax() refuses what is not logits", () => {
  assertRefusesBadLogits("softmax", softmax);
});
