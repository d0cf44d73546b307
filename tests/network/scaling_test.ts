import assert from "assert";
import {
  loadFlowers,
  minMaxScaling,
  toSamples,
} from "@lesson/cross-entropy/notebook";
import { assertClose } from "../support/ulps.ts";

Deno.test("minMaxScaling() takes the smallest value to 0 and the largest to 1, in a straight line", () => {
  const { minimum, maximum, scale } = minMaxScaling(
    Object.freeze([3, -1, 7, 5]),
  );
  assert.deepEqual([minimum, maximum], [-1, 7]);
  assert.deepEqual([-1, 1, 3, 7].map(scale), [0, 0.25, 0.5, 1]);
  assert.deepEqual([-9, 15].map(scale), [-1, 2]);
});

Deno.test("minMaxScaling() refuses values that have no range", () => {
  const cases: [values: unknown, name: string, message: string][] = [
    [[], "TypeError", "values must not be empty"],
    [
      "12",
      "TypeError",
      'values must be an array of numbers, got the string "12"',
    ],
    [[1, "2"], "TypeError", 'values[1] must be a number, got the string "2"'],
    [[1, NaN], "RangeError", "values[1] must be finite, got NaN"],
    [[-Infinity, 1], "RangeError", "values[0] must be finite, got -Infinity"],
    [[2, 2, 2], "RangeError", "values must not all be equal, got only 2"],
    [[2], "RangeError", "values must not all be equal, got only 2"],
    [
      [-1e308, 1e308],
      "RangeError",
      "values must lie less than 1.8e308 apart, got -1e+308 and 1e+308",
    ],
  ];
  for (const [values, name, message] of cases) {
    assert.throws(() => minMaxScaling(values as number[]), {
      name,
      message: `minMaxScaling: ${message}`,
    });
  }
});

Deno.test("toSamples() scales petal width (w - 0.1) / 2.4 and sepal width (w - 2) / 2.4, in this order", () => {
  const flowers = loadFlowers();
  toSamples(flowers).forEach(({ inputs }, i) => {
    const { petalWidth, sepalWidth } = flowers[i];
    // 4.4 − 2 is not the double nearest to 2.4.
    assertClose(inputs, [(petalWidth - 0.1) / 2.4, (sepalWidth - 2) / 2.4], {
      absolute: 4.5e-16,
    });
  });
});

Deno.test("toSamples() gives the index of the species as the target", () => {
  const targets = toSamples(loadFlowers()).map(({ target }) => target);
  assert.deepEqual(targets, [0, 1, 2].flatMap((k) => Array(50).fill(k)));
});

Deno.test("toSamples() scales over the flowers given, and leaves them as they are", () => {
  const flowers = loadFlowers().slice(50, 53).map((flower) =>
    Object.freeze(flower)
  );
  // Petal widths 1.4, 1.5, 1.5 and sepal widths 3.2, 3.2, 3.1.
  assert.deepEqual(toSamples(Object.freeze(flowers)), [
    { inputs: [0, 1], target: 1 },
    { inputs: [1, 1], target: 1 },
    { inputs: [1, 0], target: 1 },
  ]);
});

Deno.test("toSamples() refuses flowers that have no range", () => {
  assert.throws(() => toSamples([]), { name: "TypeError" });
  assert.throws(() => toSamples(loadFlowers().slice(0, 1)), {
    name: "RangeError",
    message: "toSamples: petalWidth must not all be equal, got only 0.2",
  });
});

Deno.test("toSamples() refuses a species that it does not know", () => {
  const [first, ...rest] = loadFlowers();
  const rose = { ...first, species: "rose" } as unknown as typeof first;
  assert.throws(() => toSamples([rose, ...rest]), {
    name: "RangeError",
    message:
      'toSamples: flowers[0].species must be one of setosa, versicolor, virginica, got the string "rose"',
  });
});
