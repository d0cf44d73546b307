import assert from "assert";
import { forward, randomNetwork } from "@lesson/cross-entropy";

const sizes = { inputs: 4, hidden: 50, classes: 30 };

Deno.test("randomNetwork() has the sizes that were asked for, and biases of 0", () => {
  const { hidden, output } = randomNetwork(sizes, 3);
  assert.equal(hidden.weights.length, 50);
  assert(hidden.weights.every((row) => row.length === 4));
  assert.equal(output.weights.length, 30);
  assert(output.weights.every((row) => row.length === 50));
  assert.deepEqual(hidden.biases, Array(50).fill(0));
  assert.deepEqual(output.biases, Array(30).fill(0));
  assert.equal(
    forward(randomNetwork(sizes, 3), [1, 2, 3, 4]).logits.length,
    30,
  );
});

Deno.test("randomNetwork() draws weights from ±√(6/n), with a variance of 2/n", () => {
  const { hidden, output } = randomNetwork(sizes, 3);
  for (const [layer, n] of [[hidden, 4], [output, 50]] as const) {
    const weights = layer.weights.flat();
    const limit = Math.sqrt(6 / n);
    assert(weights.every((w) => Math.abs(w) < limit));
    const variance = weights.reduce((sum, w) => sum + w * w, 0) /
      weights.length;
    // Of 200 and of 1500 numbers: within four standard deviations of a variance.
    const deviation = Math.sqrt(0.8 / weights.length);
    assert(Math.abs(variance * n / 2 - 1) < 4 * deviation, `${variance * n}`);
  }
});

Deno.test("randomNetwork() is the same for the same seed, and another for another", () => {
  assert.deepEqual(randomNetwork(sizes, 5), randomNetwork(sizes, 5));
  assert.notDeepEqual(randomNetwork(sizes, 5), randomNetwork(sizes, 6));
});

Deno.test("randomNetwork() makes the smallest network, one node a layer", () => {
  const { hidden, output } = randomNetwork(
    { inputs: 1, hidden: 1, classes: 1 },
    1,
  );
  assert.deepEqual([hidden.biases, output.biases], [[0], [0]]);
  assert.equal(hidden.weights.flat().length, 1);
  assert.equal(output.weights.flat().length, 1);
});

Deno.test("randomNetwork() refuses sizes that no network has", () => {
  for (const name of ["inputs", "hidden", "classes"]) {
    for (const size of [0, -1, 1.5, NaN]) {
      assert.throws(() => randomNetwork({ ...sizes, [name]: size }, 1), {
        name: "RangeError",
        message:
          `randomNetwork: ${name} must be an integer of at least 1, got ${size}`,
      });
    }
  }
});
