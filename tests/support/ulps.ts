import assert from "assert";

/**
 * How many steps from double to double lead from one number to another: 0 when
 * they are the same, 1 when they are neighbours.
 */
export function ulpsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const apart = place(a) - place(b);
  return Number(apart < 0n ? -apart : apart);
}

/** Where a double stands when all of them are lined up and counted from 0. */
function place(x: number): bigint {
  const bits = new BigInt64Array(new Float64Array([x]).buffer)[0];
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/**
 * Fails unless `actual` is within `ulps` doubles of `expected`, or within
 * `absolute` of it, at every place of an array.
 */
export function assertClose(
  actual: number | readonly number[],
  expected: number | readonly number[],
  { ulps = 0, absolute = 0 }: { ulps?: number; absolute?: number },
  what: string = "value",
): void {
  const [actuals, expecteds] = [[actual].flat(), [expected].flat()];
  assert.equal(actuals.length, expecteds.length, `length of ${what}`);
  expecteds.forEach((wanted, i) => {
    const apart = ulpsApart(actuals[i], wanted);
    const near = Math.abs(actuals[i] - wanted) <= absolute;
    assert(
      near || apart <= ulps,
      `${what}[${i}] is ${actuals[i]}, ${apart} ULP from ${wanted}`,
    );
  });
}
