import assert from "assert";
import {
  crossEntropyFromLogits,
  exampleFlowers,
  exampleNetwork,
  forward,
  meanLoss,
  sampleLosses,
  totalLoss,
} from "@lesson/cross-entropy";

Deno.test("sampleLosses() gives the loss its logits and the target of each sample, in order", () => {
  const calls: unknown[] = [];
  const losses = sampleLosses(exampleNetwork, exampleFlowers, (...call) => {
    return calls.push(call);
  });
  assert.deepEqual(losses, [1, 2, 3]);
  assert.deepEqual(
    calls,
    exampleFlowers.map(({ inputs, target }) => [
      forward(exampleNetwork, inputs).logits,
      target,
    ]),
  );
});

Deno.test("totalLoss() is the sum over the samples, meanLoss() that sum divided by their number", () => {
  const [a, b, c] = sampleLosses(
    exampleNetwork,
    exampleFlowers,
    crossEntropyFromLogits,
  );
  const total = totalLoss(
    exampleNetwork,
    exampleFlowers,
    crossEntropyFromLogits,
  );
  assert.equal(total, a + b + c);
  const mean = meanLoss(exampleNetwork, exampleFlowers, crossEntropyFromLogits);
  assert.equal(mean, total / 3);
});

Deno.test("sampleLosses(), totalLoss() and meanLoss() take a loss of your own", () => {
  const pair = exampleFlowers.slice(0, 2);
  const targets = (_: readonly number[], target: number) => target;
  assert.deepEqual(sampleLosses(exampleNetwork, pair, targets), [0, 1]);
  assert.equal(totalLoss(exampleNetwork, pair, targets), 1);
  assert.equal(meanLoss(exampleNetwork, pair, targets), 0.5);
});

Deno.test("sampleLosses(), totalLoss() and meanLoss() refuse an empty data set and what does not fit the network", () => {
  for (const loss of [sampleLosses, totalLoss, meanLoss]) {
    assert.throws(() => loss(exampleNetwork, [], crossEntropyFromLogits), {
      name: "TypeError",
      message: `${loss.name}: samples must not be empty`,
    });
    const short = [{ inputs: [1], target: 0 }];
    assert.throws(() => loss(exampleNetwork, short, crossEntropyFromLogits), {
      name: "TypeError",
      message: `${loss.name}: samples[0].inputs must have 2 numbers, got 1`,
    });
    const fourth = [{ inputs: [1, 1], target: 3 }];
    assert.throws(() => loss(exampleNetwork, fourth, crossEntropyFromLogits), {
      name: "RangeError",
      message:
        `${loss.name}: samples[0].target must be an integer in [0, 3), got 3`,
    });
  }
});
