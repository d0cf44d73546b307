import assert from "assert";
import {
  crossEntropy,
  crossEntropyGradientInProbabilities,
  crossEntropySoft,
  crossEntropySoftGradientInProbabilities,
  seededRandom,
  squaredResidual,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsGradientInProbabilities,
} from "@lesson/cross-entropy";
import { edges, errorInUlps, exact, predictions } from "../support/exact.ts";
import { caseOf, errorsOf, measured } from "../support/measured.ts";
import { fastExp } from "../../lib/math/fast_exp.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { assertClose, ulpsApart } from "../support/ulps.ts";

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

Deno.test("fastExp() is within 0.8 ULP of the exact value, and 0 where that is", () => {
  const random = seededRandom(5);
  for (let i = 0; i < 3000; i++) {
    const x = -(i % 2 === 0 ? 10 : 708) * random();
    const error = errorInUlps(fastExp(x, 0), exact(x).exp());
    assert(error <= 0.8, `${error} ULP at ${x}`);
  }
  // Below 2^-1022 a number has fewer digits, and is rounded twice.
  for (let x = -708; x > -745; x -= 0.0137) {
    assert(ulpsApart(fastExp(x, 0), Math.exp(x)) <= 1, `${x}`);
  }
  const ends = [0, -745.2, -746, -1e308, -Infinity];
  assert.deepEqual(ends.map((x) => fastExp(x, 0)), [1, 0, 0, 0, 0]);
});

Deno.test("fastExp() of NaN is NaN", () => {
  assert.equal(fastExp(NaN, 0), NaN);
});

Deno.test("fastExp() puts back what its argument has lost", () => {
  const lost = 2 ** -43; // one ULP of 600
  assert.equal(fastExp(-600, -lost), fastExp(-600 - lost, 0));
  assert.notEqual(fastExp(-600, -lost), fastExp(-600, 0));
});

Deno.test("losses of probabilities, and their slopes, agree with mpmath", () => {
  for (const row of reference) {
    const { name, target, targetDistribution, softmax: p } = row;
    const wanted = row.ofRoundedProbabilities;
    const compare = (actual: number, expected: number, ulps: number) =>
      assertClose(actual, expected, { ulps }, name);
    compare(crossEntropy(p, target), wanted.crossEntropy, 0);
    compare(
      crossEntropySoft(p, targetDistribution),
      wanted.crossEntropySoft,
      1,
    );
    compare(squaredResidual(p, target), wanted.squaredResidual, 1);
    compare(sumOfSquaredResiduals(p, target), wanted.sumOfSquaredResiduals, 1);
    compare(
      crossEntropyGradientInProbabilities(p, target)[target],
      wanted.crossEntropySlope,
      0,
    );
    compare(
      crossEntropySoftGradientInProbabilities(p, targetDistribution)[target],
      wanted.crossEntropySoftSlope,
      0,
    );
    compare(
      squaredResidualGradientInProbabilities(p, target)[target],
      wanted.squaredResidualSlope,
      0,
    );
    compare(
      sumOfSquaredResidualsGradientInProbabilities(p, target)[target],
      wanted.squaredResidualSlope,
      0,
    );
  }
});
