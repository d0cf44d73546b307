import assert from "assert";
import {
  backpropagate,
  centralDifference,
  forward,
  type Layer,
  type Network,
  trainingLosses,
} from "@lesson/cross-entropy";
import { assertClose } from "../support/ulps.ts";
import { randomExample } from "../support/random_example.ts";

const sizes: [inputs: number, hidden: number, classes: number][] = [
  [2, 2, 3],
  [1, 1, 1],
  [3, 4, 2],
  [1, 5, 4],
];

for (const [name, loss] of Object.entries(trainingLosses)) {
  Deno.test(`backpropagate() agrees with central differences of ${name} in every parameter`, () => {
    sizes.forEach((size, seed) => {
      const { network, sample } = randomExample(seed + 1, ...size);
      const slopes = backpropagate(network, sample, loss);
      for (const layer of ["hidden", "output"] as const) {
        forEachParameter(network[layer], (value, replace, read) => {
          const lossAt = (x: number) =>
            loss.value(
              forward({ ...network, [layer]: replace(x) }, sample.inputs)
                .logits,
              sample.target,
            );
          assertClose(
            read(slopes[layer]),
            centralDifference(lossAt, value),
            // What is left of a central difference after rounding.
            { absolute: 1e-9 },
            `${name}, ${layer}, sizes ${size}`,
          );
        });
      }
    });
  });
}

Deno.test("backpropagate() lets nothing through a hidden node that ReLU cuts off, or whose sum is 0", () => {
  const network: Network = {
    hidden: { weights: [[1], [-1], [0]], biases: [0, 0, 0] },
    output: { weights: [[1, 2, 3], [0, 1, 0]], biases: [0, 0] },
  };
  const { hidden } = backpropagate(
    network,
    { inputs: [2], target: 0 },
    trainingLosses.crossEntropy,
  );
  assert(hidden.biases[0] !== 0);
  assert.deepEqual(hidden.biases.slice(1), [0, 0]);
  assert.deepEqual(hidden.weights.slice(1), [[0], [0]]);
});

Deno.test("backpropagate() never gives −0", () => {
  const { network } = randomExample(1, 2, 3, 3);
  const sample = { inputs: [0, -0.5], target: 0 };
  for (const loss of Object.values(trainingLosses)) {
    const { hidden, output } = backpropagate(network, sample, loss);
    for (const slope of [hidden.weights, output.weights].flat(2)) {
      assert(!Object.is(slope, -0));
    }
  }
});

Deno.test("backpropagate() refuses a sample that does not fit the network", () => {
  const { network } = randomExample(1, 2, 2, 3);
  const { crossEntropy } = trainingLosses;
  assert.throws(
    () => backpropagate(network, { inputs: [1], target: 0 }, crossEntropy),
    { name: "TypeError" },
  );
  assert.throws(
    () => backpropagate(network, { inputs: [1, 1], target: 3 }, crossEntropy),
    { name: "RangeError" },
  );
});

Deno.test("backpropagate() refuses a loss whose gradient is not one number for each class", () => {
  const { network } = randomExample(1, 2, 2, 3);
  const loss = { ...trainingLosses.crossEntropy, gradient: () => [0, 0] };
  assert.throws(
    () => backpropagate(network, { inputs: [1, 1], target: 0 }, loss),
    {
      name: "TypeError",
      message:
        "backpropagate: loss.gradient's result must have 3 numbers, got 2",
    },
  );
});

/** Visits each weight and bias: its value, the layer with another, its place. */
function forEachParameter(
  layer: Layer,
  visit: (
    value: number,
    replace: (value: number) => Layer,
    read: (layer: Layer) => number,
  ) => void,
): void {
  const { weights, biases } = layer;
  weights.forEach((row, j) =>
    row.forEach((weight, i) =>
      visit(
        weight,
        (x) => ({ weights: weights.with(j, row.with(i, x)), biases }),
        (each) => each.weights[j][i],
      )
    )
  );
  biases.forEach((bias, j) =>
    visit(
      bias,
      (x) => ({ weights, biases: biases.with(j, x) }),
      (each) => each.biases[j],
    )
  );
}
