import assert from "assert";
import { centralDifference, linspace } from "@lesson/cross-entropy";
import { assertClose } from "../support/ulps.ts";

Deno.test("centralDifference() finds known derivatives to about ten digits", () => {
  for (const x of linspace(-3, 3, 61)) {
    // Measured 1.1e-9, for exp at 3, where it bends most.
    assertClose(centralDifference(Math.exp, x), Math.exp(x), {
      absolute: 2e-9,
    });
    assertClose(centralDifference(Math.sin, x), Math.cos(x), {
      absolute: 2e-9,
    });
    assertClose(centralDifference((t) => t ** 2, x), 2 * x, {
      absolute: 2e-9,
    });
  }
});

Deno.test("centralDifference() of a straight line is its slope, near 0 and far from it", () => {
  for (const x of [-1e12, -1, 0, 1e-9, 1, 1e12]) {
    // Both points are rounded to doubles, and so is their distance.
    assertClose(centralDifference((t) => 3 * t, x), 3, { absolute: 1e-9 });
  }
});

Deno.test("centralDifference() looks at two points only, one on each side", () => {
  const seen: number[] = [];
  centralDifference((x) => seen.push(x), 10);
  assert.equal(seen.length, 2);
  assertClose(seen.sort((a, b) => a - b), [10 - 6e-5, 10 + 6e-5], {
    absolute: 1e-6,
  });
});

Deno.test("centralDifference() refuses a function that gives no number, on either side", () => {
  const nothing = () => undefined as unknown as number;
  const message =
    "centralDifference: f's result must be a number, got undefined";
  assert.throws(() => centralDifference(nothing, 0), { message });
  const halfWay = (x: number) => x < 0 ? x : nothing();
  assert.throws(() => centralDifference(halfWay, 0), { message });
});
