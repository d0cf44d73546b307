import assert from "assert";
import { logSoftmax, logSumExp, softmax } from "@lesson/cross-entropy";
import { assertRefusesBadLogits } from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("logSoftmax() agrees with mpmath: ordinary, ±1000, ties, one class, a hundred, subnormal", () => {
  for (const { name, logits, logSoftmax: expected } of reference) {
    assertClose(logSoftmax(logits), expected, { ulps: 1 }, name);
  }
});

Deno.test("logSoftmax() is the logarithm of softmax(), and never above 0", () => {
  for (const { logits } of randomCases) {
    const logs = logSoftmax(logits);
    assert(logs.every((log) => log <= 0), `${logs}`);
    // Logs go down to -60, where doubles are 7e-15 apart.
    assertClose(logs, softmax(logits).map(Math.log), { absolute: 1.5e-14 });
  }
});

Deno.test("logSoftmax() is each logit minus logSumExp()", () => {
  for (const { logits } of randomCases) {
    const total = logSumExp(logits);
    // Logs go down to -60, where doubles are 7e-15 apart.
    assertClose(logSoftmax(logits), logits.map((z) => z - total), {
      absolute: 1.5e-14,
    });
  }
});

Deno.test("logSoftmax() is unchanged when a constant is added to every logit", () => {
  for (const { logits } of randomCases) {
    for (const constant of [-1000, -7.25, 13, 1000]) {
      assert.deepEqual(
        logSoftmax(logits.map((z) => z + constant)),
        logSoftmax(logits),
      );
    }
  }
});

Deno.test("logSoftmax() keeps what softmax() loses to 0 and to 1", () => {
  assert.deepEqual(logSoftmax([0, -1000]), [0, -1000]);
  assert.deepEqual(logSoftmax([0, -100]), [-Math.exp(-100), -100]);
});

Deno.test("logSoftmax() of a logit of -Infinity is -Infinity", () => {
  assert.deepEqual(logSoftmax([3, -Infinity]), [0, -Infinity]);
});

Deno.test("logSoftmax() refuses what is not logits", () => {
  assertRefusesBadLogits("logSoftmax", logSoftmax);
});
