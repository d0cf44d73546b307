import assert from "assert";
import {
  exampleNetwork,
  forward,
  type Network,
  relu,
  softmax,
  withOutputBias,
} from "@lesson/cross-entropy";

/** Three inputs, one hidden node, two classes; the sums are exact. */
const network: Network = {
  hidden: { weights: [[1, -2, 0.5]], biases: [0.25] },
  output: { weights: [[2], [-4]], biases: [0.5, 1] },
};

Deno.test("relu() is the number when it is positive, else 0", () => {
  assert.deepEqual([-2, -1e-300, 0, 1e-300, 3].map(relu), [0, 0, 0, 1e-300, 3]);
});

Deno.test("forward() gives every value on the way, for layers of any sizes", () => {
  assert.deepEqual(forward(network, [3, 1, 2]), {
    inputs: [3, 1, 2],
    hiddenSums: [2.25],
    hiddenOutputs: [2.25],
    logits: [5, -8],
    probabilities: softmax([5, -8]),
  });
});

Deno.test("forward() cuts off a negative hidden sum before the output layer, and only there", () => {
  const { hiddenSums, hiddenOutputs, logits } = forward(network, [0, 2, 0]);
  assert.deepEqual(hiddenSums, [-3.75]);
  assert.deepEqual(hiddenOutputs, [0]);
  assert.deepEqual(logits, [0.5, 1]);
  assert.equal(forward(network, [3, 1, 2]).logits[1], -8);
});

Deno.test("forward() changes neither the network nor the inputs", () => {
  const before = structuredClone(exampleNetwork);
  forward(exampleNetwork, Object.freeze([0.5, 0.37]));
  assert.deepEqual(exampleNetwork, before);
});

Deno.test("forward() names what does not fit", () => {
  const withHidden = (hidden: object) =>
    ({ ...network, hidden: { ...network.hidden, ...hidden } }) as Network;
  const withOutput = (output: object) =>
    ({ ...network, output: { ...network.output, ...output } }) as Network;
  const cases: [
    network: Network,
    inputs: number[],
    name: string,
    message: string,
  ][] = [
    [network, [], "TypeError", "inputs must not be empty"],
    [network, [1, NaN, 3], "RangeError", "inputs[1] must be finite, got NaN"],
    [
      network,
      [1, 2],
      "TypeError",
      "inputs must have 3 numbers, got 2",
    ],
    [
      withHidden({ biases: [1, 2] }),
      [1, 2, 3],
      "TypeError",
      "network.hidden.biases must have 1 numbers, got 2",
    ],
    [
      withHidden({ biases: [Infinity] }),
      [1, 2, 3],
      "RangeError",
      "network.hidden.biases[0] must be finite, got Infinity",
    ],
    [
      withHidden({ weights: [[1, 2, -Infinity]] }),
      [1, 2, 3],
      "RangeError",
      "network.hidden.weights[0][2] must be finite, got -Infinity",
    ],
    [
      withOutput({ weights: [[1], [1, 2]] }),
      [1, 2, 3],
      "TypeError",
      "network.output.weights[1] must have 1 numbers, got 2",
    ],
    [
      withHidden({ weights: [[1, 2, 3], [1, 2]], biases: [0, 0] }),
      [1, 2, 3],
      "TypeError",
      "network.hidden.weights[1] must have 3 numbers, got 2",
    ],
    [
      withOutput({ weights: [[1, 2], [1, 2]] }),
      [1, 2, 3],
      "TypeError",
      "network.output.weights[0] must have 1 numbers, got 2",
    ],
    [
      withOutput({ weights: 1 }),
      [1, 2, 3],
      "TypeError",
      "network.output.weights must be an array of arrays, got the number 1",
    ],
    [
      withHidden({ weights: [[1e308, 1e308, 0]] }),
      [10, 10, 0],
      "RangeError",
      "a logit overflows, got Infinity,-Infinity; are the weights too large?",
    ],
    [
      {
        hidden: { weights: [[1, 0, 0]], biases: [0] },
        output: { weights: [[1e308], [0]], biases: [1e308, 0] },
      },
      [1, 0, 0],
      "RangeError",
      "a logit overflows, got Infinity,0; are the weights too large?",
    ],
    [
      withOutput({ biases: [1] }),
      [1, 2, 3],
      "TypeError",
      "network.output.biases must have 2 numbers, got 1",
    ],
    [
      withOutput({ biases: ["0", 1] }),
      [1, 2, 3],
      "TypeError",
      'network.output.biases[0] must be a number, got the string "0"',
    ],
    [
      network,
      "123" as unknown as number[],
      "TypeError",
      'inputs must be an array of numbers, got the string "123"',
    ],
  ];
  for (const [wrong, inputs, name, message] of cases) {
    assert.throws(() => forward(wrong, inputs), {
      name,
      message: `forward: ${message}`,
    });
  }
});

Deno.test("withOutputBias() replaces one bias of the output layer in a copy", () => {
  const before = structuredClone(exampleNetwork);
  const copy = withOutputBias(exampleNetwork, 2, -2);
  assert.deepEqual(copy, {
    hidden: before.hidden,
    output: { weights: before.output.weights, biases: [0, 0, -2] },
  });
  assert.deepEqual(exampleNetwork, before);
});

Deno.test("withOutputBias() refuses an output that does not exist and a bias that is not finite", () => {
  assert.throws(() => withOutputBias(exampleNetwork, 0, NaN), {
    name: "RangeError",
    message: "withOutputBias: bias must be finite, got NaN",
  });
  for (const output of [3, -1, 0.5, NaN]) {
    assert.throws(() => withOutputBias(exampleNetwork, output, 1), {
      name: "RangeError",
      message:
        `withOutputBias: output must be an integer in [0, 3), got ${output}`,
    });
  }
});
