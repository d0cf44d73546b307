import assert from "assert";
import { oneHotTarget } from "@lesson/cross-entropy";

Deno.test("oneHotTarget() is 1 for the observed class and 0 for every other", () => {
  assert.deepEqual(oneHotTarget(0, 1), [1]);
  assert.deepEqual(oneHotTarget(0, 3), [1, 0, 0]);
  assert.deepEqual(oneHotTarget(1, 3), [0, 1, 0]);
  assert.deepEqual(oneHotTarget(2, 3), [0, 0, 1]);
});

Deno.test("oneHotTarget() refuses what is not a count of classes", () => {
  for (const classes of [0, -1, 2.5, NaN, Infinity]) {
    assert.throws(() => oneHotTarget(0, classes), {
      name: "RangeError",
      message:
        `oneHotTarget: classes must be an integer of at least 1, got ${classes}`,
    });
  }
});
