import assert from "assert";
import { fixed } from "@lesson/cross-entropy";

Deno.test("fixed() writes each number with as many decimals", () => {
  assert.equal(fixed([0.567652, -1.2, 3], 2), "0.57 -1.20 3.00");
  assert.equal(fixed([2.5], 0), "3");
});

Deno.test("fixed() refuses what is not a list of numbers", () => {
  assert.throws(() => fixed([], 2), {
    name: "TypeError",
    message: "fixed: values must not be empty",
  });
  assert.throws(() => fixed([1], -1), { name: "RangeError" });
});
