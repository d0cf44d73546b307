import assert from "assert";
import { linspace } from "@lesson/cross-entropy";
import { assertClose } from "../support/ulps.ts";

Deno.test("linspace() includes both ends, exactly", () => {
  for (const [from, to, count] of [[0.1, 0.7, 7], [-6, 6, 121], [3, 1, 4]]) {
    const values = linspace(from, to, count);
    assert.equal(values.length, count);
    assert.equal(values[0], from);
    assert.equal(values[count - 1], to);
  }
  assert.deepEqual(linspace(0, 1, 2), [0, 1]);
});

Deno.test("linspace() is evenly spaced, up or down", () => {
  assert.deepEqual(linspace(0, 1, 5), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(linspace(1, -1, 5), [1, 0.5, 0, -0.5, -1]);
  assertClose(linspace(0, 1, 11), [
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

Deno.test("linspace() reaches from one end of the numbers to the other", () => {
  assert.deepEqual(
    linspace(-1e308, 1e308, 5),
    [-1e308, -5e307, 0, 5e307, 1e308],
  );
});

Deno.test("linspace() refuses ends that are not finite and counts under 2", () => {
  const ends: [from: number, to: number, wrong: string][] = [
    [NaN, 1, "from must be finite, got NaN"],
    [0, Infinity, "to must be finite, got Infinity"],
    [-Infinity, 0, "from must be finite, got -Infinity"],
  ];
  for (const [from, to, wrong] of ends) {
    assert.throws(() => linspace(from, to, 3), {
      name: "RangeError",
      message: `linspace: ${wrong}`,
    });
  }
  for (const count of [1, 0, -2, 2.5, NaN, Infinity]) {
    assert.throws(() => linspace(0, 1, count), {
      name: "RangeError",
      message: `linspace: count must be an integer of at least 2, got ${count}`,
    });
  }
});

Deno.test("linspace() keeps whole numbers whole, and does not overflow at one large end", () => {
  const whole = Array.from({ length: 50 }, (_, i) => i);
  assert.deepEqual(linspace(0, 49, 50), whole);
  assert.deepEqual(
    linspace(1e308, 0, 5),
    [1e308, 7.5e307, 5e307, 2.5e307, 0],
  );
  assert.deepEqual(
    linspace(0, -1e308, 5),
    [0, -2.5e307, -5e307, -7.5e307, -1e308],
  );
});
