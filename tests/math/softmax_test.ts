import assert from "assert";
import reference from "../fixtures/reference.json" with { type: "json" };
import { logSoftmax, logSumExp, softmax } from "@lesson/cross-entropy";
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

Deno.test("logSoftmax() keeps what softmax() loses to 0 and to 1", () => {
  assert.deepEqual(logSoftmax([0, -1000]), [0, -1000]);
  assert.deepEqual(logSoftmax([0, -100]), [-Math.exp(-100), -100]);
});

Deno.test("logSoftmax() of a logit of -Infinity is -Infinity", () => {
  assert.deepEqual(logSoftmax([3, -Infinity]), [0, -Infinity]);
});

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
