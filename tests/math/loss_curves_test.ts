import assert from "assert";
import {
  centralDifference,
  crossEntropy,
  crossEntropyCurve,
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
  crossEntropySoftGradientInProbabilities,
  linspace,
  type LossCurve,
  squaredResidual,
  squaredResidualCurve,
  squaredResidualGradientInLogits,
  sumOfSquaredResidualsGradientInProbabilities,
} from "@lesson/cross-entropy";
import { assertClose } from "../support/ulps.ts";

const curves = { crossEntropyCurve, squaredResidualCurve };
const inside = linspace(0.05, 0.95, 91);

Deno.test("the curves have the slopes of the lesson's table", () => {
  const rows = [0.01, 0.1, 0.5, 0.9].map((p) =>
    [
      crossEntropyCurve.slope(p),
      squaredResidualCurve.slope(p),
      crossEntropyCurve.slopeInLogit(p),
      squaredResidualCurve.slopeInLogit(p),
    ].map((slope) => Number(slope.toPrecision(3)))
  );
  assert.deepEqual(rows, [
    [-100, -1.98, -0.99, -0.0196],
    [-10, -1.8, -0.9, -0.162],
    [-2, -1, -0.5, -0.25],
    [-1.11, -0.2, -0.1, -0.018],
  ]);
});

Deno.test("crossEntropyCurve is crossEntropy(), squaredResidualCurve squaredResidual(), over one probability", () => {
  for (const p of [0, ...inside, 1]) {
    assert.equal(crossEntropyCurve.value(p), crossEntropy([p], 0));
    assert.equal(squaredResidualCurve.value(p), squaredResidual([p], 0));
  }
});

Deno.test("the slopes of both curves agree with central differences", () => {
  for (const { value, slope } of Object.values(curves)) {
    for (const p of inside) {
      // The logarithm bends most at p = 0.05: h² / 3p³ is 1e-7.
      assertClose(slope(p), centralDifference(value, p), { absolute: 2e-7 });
    }
  }
});

Deno.test("the slopes in the logit are the slopes in p times softmax's p (1 - p)", () => {
  for (const { slope, slopeInLogit } of Object.values(curves)) {
    for (const p of inside) {
      assertClose(slopeInLogit(p), slope(p) * p * (1 - p), { ulps: 8 });
    }
  }
});

Deno.test("the slopes in the logit are the gradients in the logit of the observed class", () => {
  for (const p of inside) {
    const logits = [Math.log(p), Math.log(1 - p)];
    assertClose(
      [crossEntropyCurve.slopeInLogit(p), squaredResidualCurve.slopeInLogit(p)],
      [
        crossEntropyGradientInLogits(logits, 0)[0],
        squaredResidualGradientInLogits(logits, 0)[0],
      ],
      { absolute: 4e-16 },
    );
  }
});

Deno.test("crossEntropyCurve's slope in p is more than twice as steep as squaredResidualCurve's", () => {
  for (const p of inside) {
    assertClose(
      crossEntropyCurve.slope(p) / squaredResidualCurve.slope(p),
      1 / (2 * p * (1 - p)),
      { ulps: 8 },
    );
  }
});

Deno.test("squaredResidualCurve is steepest in the logit at p = 1/3: -8/27", () => {
  const steepest = squaredResidualCurve.slopeInLogit(1 / 3);
  assertClose(steepest, -8 / 27, { ulps: 2 });
  for (const p of [0, ...inside, 1]) {
    assert(squaredResidualCurve.slopeInLogit(p) >= steepest);
  }
});

Deno.test("the curves at both ends: Infinity only for cross-entropy in p at 0", () => {
  const at = ({ value, slope, slopeInLogit }: LossCurve, p: number) =>
    // + 0 makes −0 a 0.
    [value(p), slope(p), slopeInLogit(p)].map((x) => x + 0);
  assert.deepEqual(at(crossEntropyCurve, 0), [Infinity, -Infinity, -1]);
  assert.deepEqual(at(crossEntropyCurve, 1), [0, -1, 0]);
  assert.deepEqual(at(squaredResidualCurve, 0), [1, -2, 0]);
  assert.deepEqual(at(squaredResidualCurve, 1), [0, 0, 0]);
  assert.equal(crossEntropyCurve.value(1), 0);
});

Deno.test("a probability of −0 is one of 0", () => {
  assert.equal(crossEntropyCurve.slope(-0), -Infinity);
  assert.deepEqual(crossEntropyGradientInProbabilities([-0, 1], 0), [
    -Infinity,
    0,
  ]);
  assert.deepEqual(
    crossEntropySoftGradientInProbabilities([-0, 1], [0.5, 0.5]),
    [-Infinity, -0.5],
  );
  assert.deepEqual(
    sumOfSquaredResidualsGradientInProbabilities([-0, 1], 1),
    [0, 0],
  );
});
