import assert from "assert";
import { fixed, roundTo } from "@lesson/cross-entropy";

Deno.test("roundTo() rounds to the nearest decimal number", () => {
  const cases: [value: number, decimals: number, expected: number][] = [
    [0.567652, 2, 0.57],
    [0.567652, 4, 0.5677],
    [0.654, 2, 0.65],
    [-1.2345, 1, -1.2],
    [-1.2745, 1, -1.3],
    [0.1, 15, 0.1],
    [7, 3, 7],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.45, 1, 1.4],
    [1e300, 15, 1e300],
    [-0.001, 2, 0],
    [1234.5678, 0, 1235],
  ];
  for (const [value, decimals, expected] of cases) {
    assert.equal(roundTo(value, decimals), expected);
  }
});

Deno.test("roundTo() refuses what is not a number", () => {
  assert.throws(() => roundTo("1.25" as unknown as number, 1), {
    name: "TypeError",
    message: 'roundTo: value must be a number, got the string "1.25"',
  });
});

Deno.test("roundTo() refuses a value that is not finite and decimals outside 0 to 15", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assert.throws(() => roundTo(value, 2), {
      name: "RangeError",
      message: `roundTo: value must be finite, got ${value}`,
    });
  }
  for (const decimals of [-1, 0.5, 16, NaN]) {
    assert.throws(() => roundTo(1, decimals), {
      name: "RangeError",
      message:
        `roundTo: decimals must be an integer in [0, 16), got ${decimals}`,
    });
  }
});

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
