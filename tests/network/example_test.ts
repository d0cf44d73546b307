import assert from "assert";
import {
  crossEntropy,
  crossEntropyFromLogits,
  exampleFlowers,
  exampleNetwork,
  forward,
  loadFlowers,
  roundTo,
  softmax,
  species,
  toSamples,
  totalLoss,
} from "@lesson/cross-entropy/notebook";
import { sum } from "../support/seeded.ts";

const passes = exampleFlowers.map(({ inputs }) =>
  forward(exampleNetwork, inputs)
);
const observed = passes.map(({ probabilities }, i) =>
  probabilities[exampleFlowers[i].target]
);

Deno.test("the example: a Setosa, a Versicolor and a Virginica, in the order of the classes", () => {
  assert.deepEqual(exampleFlowers.map(({ target }) => species[target]), [
    "setosa",
    "versicolor",
    "virginica",
  ]);
});

Deno.test("the example: predicted probabilities of the observed flowers, to six decimals", () => {
  assert.deepEqual(observed.map((p) => p.toFixed(6)), [
    "0.567652",
    "0.518249",
    "0.576117",
  ]);
});

Deno.test("the example: cross-entropy of each flower and the total, to six decimals", () => {
  const losses = passes.map(({ logits }, i) =>
    crossEntropyFromLogits(logits, exampleFlowers[i].target)
  );
  assert.deepEqual(losses.map((loss) => loss.toFixed(6)), [
    "0.566247",
    "0.657300",
    "0.551445",
  ]);
  const total = totalLoss(
    exampleNetwork,
    exampleFlowers,
    crossEntropyFromLogits,
  );
  assert.equal(total.toFixed(6), "1.774992");
});

Deno.test("the example: rounding p to two decimals first gives the published 0.56, 0.65, 0.54 and 1.75", () => {
  const published = observed.map((p) =>
    roundTo(crossEntropy([roundTo(p, 2)], 0), 2)
  );
  assert.deepEqual(published, [0.56, 0.65, 0.54]);
  assert.equal(sum(published).toFixed(2), "1.75");
});

Deno.test("the example: petal 0.5, sepal 0.37 gives the logits 0.09, 0.86, 0.10", () => {
  const { logits } = forward(exampleNetwork, [0.5, 0.37]);
  assert.deepEqual(logits.map((z) => z.toFixed(2)), ["0.09", "0.86", "0.10"]);
});

Deno.test("the example: softmax of 1.43, -0.40, 0.23 is 0.6842, 0.1098, 0.2061", () => {
  const p = softmax([1.43, -0.4, 0.23]);
  assert.deepEqual(p.map((pj) => pj.toFixed(4)), [
    "0.6842",
    "0.1098",
    "0.2061",
  ]);
});

Deno.test("the example: its inputs are flowers 2, 26, 39; 59, 65, 75, 97, 98; 101, 145, scaled and rounded to two decimals", () => {
  // 0.375, for a sepal of 2.9 cm, comes out of the scaling as 0.37499….
  const rounded = (x: number) => Number(x.toFixed(2));
  const samples = toSamples(loadFlowers());
  const numbers = exampleFlowers.map(({ inputs, target }) =>
    samples.flatMap((sample, i) =>
      sample.target === target &&
        sample.inputs.every((x, j) => rounded(x) === inputs[j])
        ? [i + 1]
        : []
    )
  );
  assert.deepEqual(numbers, [[2, 26, 39], [59, 65, 75, 97, 98], [101, 145]]);
});

Deno.test("the example: with inputs that are not rounded the total is 1.7805", () => {
  const samples = toSamples(loadFlowers());
  const unrounded = [2, 59, 101].map((number) => samples[number - 1]);
  const total = totalLoss(exampleNetwork, unrounded, crossEntropyFromLogits);
  assert.equal(total.toFixed(4), "1.7805");
});
