import assert from "assert";
import { linearSpace } from "@lesson/cross-entropy";
import { assertClose } from "../ulps.ts";

Deno.test("linearSpace() includes both ends, exactly", () => {
  for (const [from, to, count] of [[0.1, 0.7, 7], [-6, 6, 121], [3, 1, 4]]) {
    const values = linearSpace(from, to, count);
    assert.equal(values.length, count);
    assert.equal(values[0], from);
    assert.equal(values[count - 1], to);
  }
  assert.deepEqual(linearSpace(0, 1, 2), [0, 1]);
});

Deno.test("linearSpace() is evenly spaced, up or down", () => {
  assert.deepEqual(linearSpace(0, 1, 5), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(linearSpace(1, -1, 5), [1, 0.5, 0, -0.5, -1]);
  assertClose(linearSpace(0, 1, 11), [
    0,
    0.1,
    0.2,
    0.3,
    0.4,
    0.5,
    0.6,
    0.7,
    0.8,
    0.9,
    1,
  ], {});
});

Deno.test("linearSpace() refuses ends that are not finite and counts under 2", () => {
  for (const [from, to] of [[NaN, 1], [0, Infinity], [-Infinity, 0]]) {
    assert.throws(() => linearSpace(from, to, 3), {
      name: "RangeError",
      message: `linearSpace: both ends must be finite, got ${from} and ${to}`,
    });
  }
  for (const count of [1, 0, -2, 2.5, NaN, Infinity]) {
    assert.throws(() => linearSpace(0, 1, count), {
      name: "RangeError",
      message:
        `linearSpace: count must be an integer of at least 2, got ${count}`,
    });
  }
});
