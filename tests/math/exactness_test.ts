import assert from "assert";
import {
  crossEntropy,
  crossEntropyGradientInProbabilities,
  crossEntropySoft,
  crossEntropySoftGradientInProbabilities,
  logSoftmax,
  logSumExp,
  seededRandom,
  softmax,
  softmaxJacobian,
  squaredResidual,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsGradientInProbabilities,
  trainingLosses,
} from "@lesson/cross-entropy";
import {
  edges,
  errorIn,
  errorInUlps,
  exact,
  type Prediction,
  predictions,
  thirty,
} from "../support/exact.ts";
import { caseIn, caseOf, errorsOf, measured } from "../support/measured.ts";
import { exponentials } from "../../lib/math/exponentials.ts";
import { plusLog1p } from "../../lib/math/log1p.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { assertClose, ulpsApart } from "../support/ulps.ts";

const cases = [...edges, ...predictions(90, 2026)]
  .map((at) => caseIn(thirty, at));

for (const [name, its] of Object.entries(measured)) {
  Deno.test(`${name} is within ${its.ulps} ULP of the exact value, on edges and random inputs`, () => {
    const check = (errors: number[], { logits }: Prediction) =>
      errors.forEach((error, j) => {
        const where = `${j} of ${JSON.stringify(logits).slice(0, 200)}`;
        assert(error <= its.ulps, `${error} ULP at ${where}`);
      });
    for (const at of cases) {
      const errors = errorsOf(its, at);
      // Fifty digits judge what thirty-one find close to the bound.
      const clear = errors.every((error) => error <= its.ulps - 1e-6);
      check(clear ? errors : errorsOf(its, caseOf(at)), at);
    }
  });
}

Deno.test("exponentials() are within 0.51 ULP of the exact value, and 0 where that is; their rest is within 2^-62", () => {
  const random = seededRandom(5);
  for (let i = 0; i < 1500; i++) {
    const x = -(i % 2 === 0 ? 10 : 650) * random();
    const { each, rest, lost } = exponentials([x, 0]);
    const wanted = thirty.from(x).exp();
    const error = errorIn(thirty, each[0], wanted);
    assert(error <= 0.51, `${error} ULP at ${x}`);
    const off = thirty.from(rest).plus(thirty.from(lost)).div(wanted).minus(1);
    assert(off.abs().toNumber() < 2 ** -62, `${off.toNumber()} at ${x}`);
  }
  // Below 2^-1022 a number has fewer digits, and is rounded twice.
  for (let x = -708; x > -745; x -= 0.0437) {
    assert(ulpsApart(exponentials([x, 0]).each[0], Math.exp(x)) <= 1, `${x}`);
  }
  const ends = [0, -745.2, -746, -1e308, -Infinity];
  assert.deepEqual([...exponentials(ends).each], [1, 0, 0, 0, 0]);
});

Deno.test("exponentials() put back what the difference of two logits has lost", () => {
  // Of −600 half a ULP, 2^-44, is lost in the difference.
  const { each: [each] } = exponentials([-600, 2 ** -44]);
  const wanted = exact(-600).minus(exact(2 ** -44)).exp();
  assert(errorInUlps(each, wanted) <= 0.51);
  assert.notEqual(each, exponentials([-600, 0]).each[0]);
});

Deno.test("plusLog1p() is within 0.52 ULP of the exact value, alone and beside another number", () => {
  const random = seededRandom(7);
  for (let i = 0; i < 2000; i++) {
    // The first entries of its table lie near 2^-8.
    const [first, width] = [[-4, 4], [-60, 90], [-9, 3]][i % 3];
    const x = 2 ** (first + width * random());
    const a = i % 2 === 0 ? 0 : 2 ** (20 * random() - 10);
    const wanted = thirty.from(x).log1p().plus(a);
    const error = errorIn(thirty, plusLog1p(a, 0, x, 0), wanted);
    assert(error <= 0.52, `${error} ULP at ${a} and ${x}`);
  }
  assert.equal(plusLog1p(0, 0, 0, 0), 0);
  assert.equal(plusLog1p(0, 0, 1e-300, 0), 1e-300);
  assert.equal(plusLog1p(0, 0, 1, 0), Math.LN2);
});

/** What mpmath found, ours, and how far they may be apart. */
const compared: Record<
  string,
  (row: typeof reference[number]) => [
    actual: number | number[],
    expected: number | number[],
    tolerance: { ulps?: number; absolute?: number },
  ]
> = {
  softmax: (row) => [softmax(row.logits), row.softmax, { ulps: 3 }],
  logSoftmax: (row) => [logSoftmax(row.logits), row.logSoftmax, { ulps: 1 }],
  logSumExp: (row) => [logSumExp(row.logits), row.logSumExp, { ulps: 1 }],
  softmaxJacobian: (
    { logits, target, jacobianRow },
  ) => [softmaxJacobian(logits)[target], jacobianRow, { ulps: 3 }],
  crossEntropy: (
    { logits, target, crossEntropy },
  ) => [trainingLosses.crossEntropy.value(logits, target), crossEntropy, {
    ulps: 1,
  }],
  crossEntropyGradient: (
    { logits, target, crossEntropyGradient },
  ) => [
    trainingLosses.crossEntropy.gradient(logits, target),
    crossEntropyGradient,
    { ulps: 3 },
  ],
  squaredResidualGradient: (
    { logits, target, squaredResidualGradient },
  ) => [
    trainingLosses.squaredResidual.gradient(logits, target),
    squaredResidualGradient,
    { ulps: 4 },
  ],
  // The residual and the average cancel where a p is near 1; measured 1.3e-16.
  sumOfSquaredResidualsGradient: (
    { logits, target, sumOfSquaredResidualsGradient },
  ) => [
    trainingLosses.sumOfSquaredResiduals.gradient(logits, target),
    sumOfSquaredResidualsGradient,
    { absolute: 2.3e-16 },
  ],
  // They start from the rounded p, so 1 − p loses its digits where p is near 1;
  // measured 1.1e-16 and 2.2e-16.
  squaredResidual: (
    row,
  ) => [squaredResidual(softmax(row.logits), row.target), row.squaredResidual, {
    absolute: 2.3e-16,
  }],
  sumOfSquaredResiduals: (
    row,
  ) => [
    sumOfSquaredResiduals(softmax(row.logits), row.target),
    row.sumOfSquaredResiduals,
    { absolute: 4.5e-16 },
  ],
};
for (const [name, compare] of Object.entries(compared)) {
  Deno.test(`${name} agrees with mpmath: ordinary, ±1000, ties, one class, a hundred, subnormal`, () => {
    for (const row of reference) assertClose(...compare(row), row.name);
  });
}

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
