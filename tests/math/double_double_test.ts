import assert from "assert";
import {
  compensatedSum,
  divide,
  twoSumError,
} from "../../lib/math/double_double.ts";
import { randomCases, sum } from "../support/seeded.ts";
import { assertClose, ulpsApart } from "../support/ulps.ts";

Deno.test("compensatedSum() of a thousand times 0.1 is 100, a plain sum is 99 ULP off", () => {
  const tenths = Array<number>(1000).fill(0.1);
  assert.equal(compensatedSum(tenths), 100);
  assert.equal(ulpsApart(sum(tenths), 100), 99);
});

Deno.test("compensatedSum() keeps a small term between two large ones that cancel", () => {
  assert.equal(compensatedSum([1, 1e100, 1, -1e100]), 2);
});

Deno.test("compensatedSum() of ordinary numbers is their sum, and 0 of none", () => {
  for (const { logits } of randomCases) {
    assertClose(compensatedSum(logits), sum(logits), { absolute: 1e-13 });
  }
  assert.equal(compensatedSum([]), 0);
});

Deno.test("compensatedSum() is Infinity or NaN where a plain sum is", () => {
  assert.equal(compensatedSum([1, Infinity, 1]), Infinity);
  assert.equal(compensatedSum([-Infinity]), -Infinity);
  assert.equal(compensatedSum([1, NaN]), NaN);
});

Deno.test("twoSumError() is what rounding takes from a sum", () => {
  assert.equal(twoSumError(1, 2 ** -60), 2 ** -60);
  assert.equal(twoSumError(2 ** -60, 1), 2 ** -60);
  assert.equal(twoSumError(1, -(2 ** -60)), -(2 ** -60));
  assert.equal(twoSumError(0.5, 0.25), 0);
});

Deno.test("divide() has twice the digits of a quotient", () => {
  for (const [a, b] of [[1, 3], [2, 3], [10, 7], [1, 1e10 + 7], [355, 113]]) {
    const [high, low] = divide([a, 0], [b, 0]);
    assert.equal(high, a / b);
    // (high + low) b − a in integers, with 2^-160 as the unit.
    const rest = (units(high) + units(low)) * BigInt(b) - units(a);
    assert(Number(rest) / 2 ** 160 < 2 ** -100 * a, `${a} / ${b}`);
    assert(Number(-rest) / 2 ** 160 < 2 ** -100 * a, `${a} / ${b}`);
  }
});

function units(x: number): bigint {
  return BigInt(x * 2 ** 160);
}
