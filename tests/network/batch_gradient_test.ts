import assert from "assert";
import {
  accuracy,
  backpropagate,
  type Gradient,
  type Network,
  type Sample,
  totalLoss,
  trainingLosses,
} from "@lesson/cross-entropy";
import { batchGradient } from "../../lib/network/batch_gradient.ts";
import { randomExample } from "../support/random_example.ts";
import { assertClose } from "../support/ulps.ts";

const sizes = [[2, 2, 3], [1, 1, 1], [4, 6, 2], [3, 2, 5]] as const;

/** A network, and 20 samples that fit it. */
function problem(
  seed: number,
  ...[inputs, hidden, classes]: readonly number[]
): { network: Network; samples: Sample[] } {
  const { network } = randomExample(seed, inputs, hidden, classes);
  const samples = Array.from(
    { length: 20 },
    (_, i) => randomExample(1000 + i, inputs, hidden, classes).sample,
  );
  return { network, samples };
}

function numbers({ hidden, output }: Network | Gradient): number[] {
  return [hidden, output].flatMap(({ weights, biases }) => [
    ...weights.flat(),
    ...biases,
  ]);
}

Deno.test("a training pass finds the total loss, the slopes of backpropagate() summed, and the accuracy", () => {
  for (const [name, loss] of Object.entries(trainingLosses)) {
    for (const size of sizes) {
      const { network, samples } = problem(7, ...size);
      const { total, correct, gradient } = batchGradient(samples, network)(
        network,
        loss.batch,
      );
      assertClose(total, totalLoss(network, samples, loss.value), {
        absolute: 1e-13,
      });
      assert.equal(correct / samples.length, accuracy(network, samples));
      const each = samples.map((sample) =>
        numbers(backpropagate(network, sample, loss))
      );
      const sums = each[0].map((_, i) =>
        each.reduce((sum, slope) => sum + slope[i], 0)
      );
      assertClose(numbers(gradient), sums, { absolute: 1e-14 }, name);
    }
  }
});

Deno.test("a training pass remembers nothing of the pass before", () => {
  const { network, samples } = problem(3, 2, 2, 3);
  const other = problem(4, 2, 2, 3).network;
  const pass = batchGradient(samples, network);
  const { batch } = trainingLosses.crossEntropy;
  const first = structuredClone(pass(network, batch));
  pass(other, batch);
  assert.deepEqual(pass(network, batch), first);
});

Deno.test("a training pass lets no slope through a ReLU that is cut, at exactly 0 neither", () => {
  const network: Network = {
    hidden: { weights: [[1], [1]], biases: [-2, -1] },
    output: { weights: [[1, 1], [2, -1]], biases: [0, 0] },
  };
  const samples = [{ inputs: [1], target: 0 }];
  const { gradient } = batchGradient(samples, network)(
    network,
    trainingLosses.crossEntropy.batch,
  );
  assert.deepEqual(gradient.hidden.biases, [0, 0]);
  assert.deepEqual(gradient.hidden.weights, [[0], [0]]);
});
