import assert from "assert";
import {
  accuracy,
  exampleFlowers,
  exampleNetwork,
  gradientDescent,
  type Network,
  type TrainingLoss,
  trainingLosses,
  type TrainingOptions,
  withOutputBias,
} from "@lesson/cross-entropy";
import reference from "../fixtures/training.json" with { type: "json" };
import { assertClose } from "../support/ulps.ts";

const start = withOutputBias(exampleNetwork, 0, -2);
const options: TrainingOptions = {
  loss: trainingLosses.crossEntropy,
  learningRate: 0.02,
  steps: 20,
};

/** With slopes of 1, a step of a bias is as long as the learning rate. */
const slopesOf1: TrainingLoss = {
  value: () => 0,
  gradient: () => [1],
  batch: (_logits, _targets, gradient) => {
    gradient.fill(1);
    return 0;
  },
};

function parametersOf({ hidden, output }: Network): Record<string, number[]> {
  return {
    hiddenWeights: hidden.weights.flat(),
    hiddenBiases: [...hidden.biases],
    outputWeights: output.weights.flat(),
    outputBiases: [...output.biases],
  };
}

for (
  const name of [
    "crossEntropy",
    "squaredResidual",
    "sumOfSquaredResiduals",
  ] as const
) {
  Deno.test(`gradientDescent() on ${name} goes the way that NumPy goes`, () => {
    const loss = trainingLosses[name];
    const history = gradientDescent(start, exampleFlowers, {
      ...options,
      loss,
    });
    // Twenty steps add up the roundings of two different orders of summing.
    const tolerance = { absolute: 1e-12 };
    assertClose(
      history.map((state) => state.loss),
      reference[name].losses,
      tolerance,
    );
    const reached = parametersOf(history.at(-1)!.network);
    for (const [key, values] of Object.entries(reached)) {
      const wanted =
        reference[name][key as keyof typeof reference[typeof name]];
      assertClose(
        values,
        (wanted as (number | number[])[]).flat(),
        tolerance,
        key,
      );
    }
  });
}

Deno.test("gradientDescent() returns the start and every step, and leaves the start as it was", () => {
  const before = structuredClone(start);
  const history = gradientDescent(start, exampleFlowers, {
    ...options,
    steps: 2,
  });
  assert.deepEqual(history.map(({ step }) => step), [0, 1, 2]);
  assert.deepEqual(history[0].network, start);
  assert.deepEqual(start, before);
  const none = gradientDescent(start, exampleFlowers, { ...options, steps: 0 });
  assert.equal(none.length, 1);
});

Deno.test("gradientDescent() moves only what is trainable", () => {
  const [, { network }] = gradientDescent(start, exampleFlowers, {
    ...options,
    steps: 1,
    trainable: ["output.biases[0]", "hidden.weights[1][0]"],
  });
  const [was, is] = [parametersOf(start), parametersOf(network)];
  const moved = Object.keys(was).flatMap((key) =>
    was[key].flatMap((value, i) => is[key][i] === value ? [] : [`${key} ${i}`])
  );
  assert.deepEqual(moved, ["hiddenWeights 2", "outputBiases 0"]);
});

Deno.test("gradientDescent() refuses names of parameters that the network does not have", () => {
  const refused = (trainable: TrainingOptions["trainable"], got: string) =>
    assert.throws(
      () => gradientDescent(start, exampleFlowers, { ...options, trainable }),
      {
        name: "RangeError",
        message:
          `gradientDescent: trainable must name parameters of the network, such as "output.biases[0]", got the string "${got}"`,
      },
    );
  // @ts-expect-error: the layers are called hidden and output.
  refused(["outputs.biases[0]"], "outputs.biases[0]");
  // @ts-expect-error: a layer has weights and biases.
  refused(["output.bias[0]"], "output.bias[0]");
  // @ts-expect-error: a weight has two indices.
  refused(["hidden.weights[0]"], "hidden.weights[0]");
  // The example network has two inputs, two hidden nodes and three outputs.
  for (
    const name of [
      "output.biases[3]",
      "hidden.biases[2]",
      "hidden.weights[2][0]",
      "hidden.weights[0][2]",
      "output.weights[3][0]",
      "output.weights[0][-1]",
    ] as const
  ) {
    refused(["output.biases[0]", name], name);
  }
  refused(["hidden.biases[1.5]"], "hidden.biases[1.5]");
  // @ts-expect-error: nothing stands before the layer.
  refused(["an output.biases[0]"], "an output.biases[0]");
  // @ts-expect-error: nor behind the index.
  refused(["output.biases[0] too"], "output.biases[0] too");
});

Deno.test("gradientDescent() knows parameters with indices of two digits", () => {
  const wide: Network = {
    hidden: {
      weights: Array.from({ length: 12 }, () => Array<number>(12).fill(1)),
      biases: Array<number>(12).fill(1),
    },
    output: { weights: [Array<number>(12).fill(1)], biases: [0] },
  };
  const sample = { inputs: Array<number>(12).fill(1), target: 0 };
  const [, { network: { hidden, output } }] = gradientDescent(wide, [sample], {
    loss: slopesOf1,
    learningRate: 0.5,
    steps: 1,
    trainable: [
      "hidden.weights[10][11]",
      "hidden.biases[10]",
      "output.weights[0][10]",
    ],
  });
  assert.equal(hidden.weights[10][11], 0.5);
  assert.equal(hidden.biases[10], 0.5);
  assert.equal(output.weights[0][10], 1 - 0.5 * 13);
});

Deno.test("gradientDescent() and accuracy() say what a network or a loss of one's own gives that is no number", () => {
  for (
    const [total, got] of [
      [NaN, "the number NaN"],
      [undefined, "undefined"],
      ["1", 'the string "1"'],
    ]
  ) {
    const loss = { ...slopesOf1, batch: () => total as number };
    assert.throws(
      () => gradientDescent(start, exampleFlowers, { ...options, loss }),
      {
        name: "TypeError",
        message: `gradientDescent: loss.batch must return a number, got ${got}`,
      },
    );
  }
  const trainable = 5 as unknown as [];
  assert.throws(
    () => gradientDescent(start, exampleFlowers, { ...options, trainable }),
    {
      message:
        "gradientDescent: options.trainable must be an array of names of parameters, got the number 5",
    },
  );
  const huge = withOutputBias(exampleNetwork, 0, 1e308);
  const { hidden } = huge;
  const output = { ...huge.output, weights: [[1e308, 1e308], [0, 0], [0, 0]] };
  assert.throws(() => accuracy({ hidden, output }, exampleFlowers), {
    name: "RangeError",
    message: /^accuracy: a logit overflows, got Infinity,/,
  });
});

Deno.test("gradientDescent() with the mean loss steps as with the sum at a rate divided by the samples", () => {
  const mean = gradientDescent(start, exampleFlowers, {
    ...options,
    reduction: "mean",
    learningRate: 0.06,
  });
  const sum = gradientDescent(start, exampleFlowers, options);
  mean.forEach((state, i) => {
    assertClose(3 * state.loss, sum[i].loss, { absolute: 1e-12 });
  });
});

Deno.test("gradientDescent() ends when watch says so", () => {
  const history = gradientDescent(start, exampleFlowers, {
    ...options,
    watch: ({ step }) => step === 4,
  });
  assert.equal(history.length, 5);
});

Deno.test("gradientDescent() says when training has diverged", () => {
  const huge = { ...options, learningRate: 1e120 };
  assert.throws(() => gradientDescent(start, exampleFlowers, huge), {
    name: "RangeError",
    message:
      /^gradientDescent: diverged at step \d+; try a learning rate below 1e\+120$/,
  });
});

Deno.test("gradientDescent() refuses a learning rate or steps out of range, and an empty data set", () => {
  for (
    const [name, wanted, values] of [
      ["learningRate", "above 0, and finite", [0, -1, NaN, Infinity]],
      ["steps", "an integer of at least 0", [-1, 1.5, NaN]],
    ] as const
  ) {
    for (const value of values) {
      assert.throws(
        () =>
          gradientDescent(start, exampleFlowers, { ...options, [name]: value }),
        {
          name: "RangeError",
          message:
            `gradientDescent: options.${name} must be ${wanted}, got ${value}`,
        },
      );
    }
  }
  assert.throws(() => gradientDescent(start, [], options), {
    name: "TypeError",
  });
});

Deno.test("gradientDescent() says what is wrong with samples, and with a target that the network does not know", () => {
  for (
    const [samples, wanted] of [
      [[], "not be empty"],
      [null as unknown as [], "be an array of samples, got null"],
    ] as const
  ) {
    assert.throws(() => gradientDescent(start, samples, options), {
      name: "TypeError",
      message: `gradientDescent: samples must ${wanted}`,
    });
  }
  const unknown = { ...exampleFlowers[0], target: 3 };
  assert.throws(() => gradientDescent(start, [unknown], options), {
    name: "RangeError",
    message:
      "gradientDescent: samples[0].target must be an integer in [0, 3), got 3",
  });
});

Deno.test("gradientDescent() refuses a misspelt option, which would do nothing", () => {
  const misspelt = { ...options, trainables: ["output.biases[0]"] };
  assert.throws(() => gradientDescent(start, exampleFlowers, misspelt), {
    name: "TypeError",
    message:
      "gradientDescent: options must have no parts but loss, learningRate, steps, reduction, trainable, watch, got trainables",
  });
});

Deno.test("gradientDescent() tells the share of samples that the network is right about", () => {
  const [{ accuracy: share }] = gradientDescent(
    withOutputBias(exampleNetwork, 0, -5),
    exampleFlowers,
    { ...options, steps: 0 },
  );
  assert.equal(share, 2 / 3);
});

Deno.test("gradientDescent() allows weights and biases below 1e100, and none at it", () => {
  const plain: Network = {
    hidden: { weights: [[0, 0]], biases: [1] },
    output: { weights: [[0]], biases: [0] },
  };
  for (const only of ["output.weights[0][0]", "output.biases[0]"] as const) {
    const moved = (learningRate: number) =>
      gradientDescent(plain, [{ inputs: [0, 0], target: 0 }], {
        loss: slopesOf1,
        learningRate,
        steps: 1,
        trainable: [only],
      });
    assert.equal(moved(0.99e100).length, 2);
    assert.throws(() => moved(1e100), /diverged at step 1/, only);
  }
});

Deno.test("gradientDescent() counts the step that has diverged from 1, whichever parameter it was", () => {
  for (
    const only of [
      "hidden.weights[0][0]",
      "hidden.biases[0]",
      "output.weights[0][0]",
      "output.biases[0]",
    ] as const
  ) {
    assert.throws(
      () =>
        gradientDescent(start, exampleFlowers, {
          ...options,
          learningRate: 1e120,
          trainable: [only],
        }),
      {
        name: "RangeError",
        message:
          "gradientDescent: diverged at step 1; try a learning rate below 1e+120",
      },
      only,
    );
  }
});

Deno.test("accuracy() is the share of samples whose class is more probable than any other", () => {
  assert.equal(accuracy(exampleNetwork, exampleFlowers), 1);
  assert.equal(
    accuracy(withOutputBias(exampleNetwork, 0, -5), exampleFlowers),
    2 / 3,
  );
  const even: Network = {
    hidden: { weights: [[0, 0]], biases: [0] },
    output: { weights: [[0], [0], [0]], biases: [1, 1, 0] },
  };
  assert.equal(accuracy(even, exampleFlowers), 0);
  assert.throws(() => accuracy(even, []), {
    name: "TypeError",
    message: "accuracy: samples must not be empty",
  });
});
