import assert from "assert";
import { softmax, softmaxJacobian } from "@lesson/cross-entropy";
import { randomCases, sum } from "../support/seeded.ts";
import { numericalGradient } from "../support/slopes.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("softmaxJacobian() agrees with central differences of softmax()", () => {
  for (const { logits } of randomCases.slice(0, 120)) {
    softmaxJacobian(logits).forEach((row, i) => {
      const tried = numericalGradient((z) => softmax(z)[i], logits);
      // Measured 6.7e-10.
      assertClose(row, tried, { absolute: 2e-9 });
    });
  }
});

Deno.test("softmaxJacobian() is symmetric, and each of its rows sums to 0", () => {
  for (const { logits } of randomCases) {
    const jacobian = softmaxJacobian(logits);
    jacobian.forEach((row, i) => {
      assert.deepEqual(row, jacobian.map((other) => other[i]));
      // Measured 1.7e-16.
      assertClose(sum(row), 0, { absolute: 4e-16 });
    });
  }
});

Deno.test("softmaxJacobian() of one class is 0: its probability is always 1", () => {
  assert.deepEqual(softmaxJacobian([3]), [[0]]);
});
