import assert from "assert";
import { logSumExp } from "@lesson/cross-entropy";
import { assertRefusesBadLogits } from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("logSumExp() agrees with mpmath: ordinary, ±1000, ties, one class, a hundred", () => {
  for (const { name, logits, logSumExp: expected } of reference) {
    assertClose(logSumExp(logits), expected, { ulps: 1 }, name);
  }
});

Deno.test("logSumExp() is the logarithm of the sum of exponentials where that does not overflow", () => {
  for (const { logits } of randomCases) {
    // Sums up to exp(33): both sides round at 30, where doubles are 4e-15 apart.
    assertClose(logSumExp(logits), Math.log(sum(logits.map(Math.exp))), {
      absolute: 8e-15,
    });
  }
});

Deno.test("logSumExp() lies between the maximum and the maximum plus log K", () => {
  for (const { logits } of randomCases) {
    const above = logSumExp(logits) - Math.max(...logits);
    assert(above >= 0 && above <= Math.log(logits.length), `${above}`);
  }
});

Deno.test("logSumExp() of one logit is that logit", () => {
  for (const logit of [-1e10, -1, 0, 3.5, 1e10]) {
    assert.equal(logSumExp([logit]), logit);
  }
});

Deno.test("logSumExp() keeps a term that 1 + term would lose", () => {
  assert.equal(logSumExp([0, -100]), Math.exp(-100));
});

Deno.test("logSumExp() leaves out a logit of -Infinity", () => {
  assert.equal(logSumExp([2, -Infinity, 1]), logSumExp([2, 1]));
});

Deno.test("logSumExp() refuses what is not logits", () => {
  assertRefusesBadLogits("logSumExp", logSumExp);
});
