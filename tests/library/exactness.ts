import assert from "assert";
import { edges, predictions } from "../exact.ts";
import { caseOf, errorsOf, measured } from "../measured.ts";
import { fastExp } from "../../lib/fast_exp.ts";
import { ulpsApart } from "../ulps.ts";

const cases = [...edges, ...predictions(600, 2026)].map(caseOf);

for (const [name, its] of Object.entries(measured)) {
  Deno.test(`${name} is within ${its.ulps} ULP of the exact value, on edges and random inputs`, () => {
    for (const at of cases) {
      errorsOf(its, at).forEach((error, j) => {
        const where = `${j} of ${JSON.stringify(at.logits).slice(0, 200)}`;
        assert(error <= its.ulps, `${error} ULP at ${where}`);
      });
    }
  });
}

Deno.test("fastExp() is within 2 ULP of Math.exp(), and 0 where that is", () => {
  for (let x = 0; x > -745; x -= 0.0137) {
    assert(ulpsApart(fastExp(x, 0), Math.exp(x)) <= 2, `${x}`);
  }
  assert.deepEqual([0, -746, -1e308, -Infinity].map((x) => fastExp(x, 0)), [
    1,
    0,
    0,
    0,
  ]);
});

Deno.test("fastExp() of NaN is NaN", () => {
  assert.equal(fastExp(NaN, 0), NaN);
});

Deno.test("fastExp() puts back what its argument has lost", () => {
  const lost = 2 ** -43; // one ULP of 600
  assert.equal(fastExp(-600, -lost), fastExp(-600 - lost, 0));
  assert.notEqual(fastExp(-600, -lost), fastExp(-600, 0));
});
