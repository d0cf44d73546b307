import assert from "assert";
import fc from "fast-check";
import {
  accuracy,
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  crossEntropySoftFromLogits,
  exampleNetwork,
  gradientDescent,
  logSoftmax,
  logSumExp,
  meanLoss,
  minMaxScaling,
  oneHotTarget,
  type Sample,
  softmax,
  squaredResidual,
  sumOfSquaredResiduals,
  totalLoss,
  trainingLosses,
} from "@lesson/cross-entropy";
import { sum } from "../support/seeded.ts";

/** Whole numbers over 16, so that adding and taking away whole numbers is exact. */
const logit = fc.integer({ min: -1600, max: 1600 }).map((n) => n / 16);

/** Logits, and the index of one of them. */
const prediction = fc.array(logit, { minLength: 1, maxLength: 40 })
  .chain((logits) =>
    fc.record({
      logits: fc.constant(logits),
      target: fc.nat({ max: logits.length - 1 }),
    })
  );

const sample: fc.Arbitrary<Sample> = fc.record({
  inputs: fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  target: fc.nat({ max: 2 }),
});
const samples = fc.array(sample, { minLength: 1, maxLength: 8 });

/** Fails with the smallest counterexample that fast-check finds. */
function holds<T>(
  title: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
) {
  Deno.test(
    title,
    () => fc.assert(fc.property(inputs, check), { seed: 42, numRuns: 100 }),
  );
}

function near(
  actual: number,
  wanted: number,
  relative: number,
  absolute = 0,
): void {
  const distance = Math.abs(actual - wanted);
  assert(
    distance <= relative * Math.abs(wanted) + absolute,
    `${actual} and ${wanted}`,
  );
}

holds(
  "softmax() is a distribution in the order of the logits",
  prediction,
  ({ logits }) => {
    const p = softmax(logits);
    near(sum(p), 1, 1e-14);
    logits.forEach((z, i) =>
      logits.forEach((other, j) => assert(z < other ? p[i] <= p[j] : true))
    );
  },
);

holds(
  "a constant added to all logits changes no probability, loss or gradient, to the last bit",
  fc.tuple(prediction, fc.integer({ min: -1000, max: 1000 })),
  ([{ logits, target }, constant]) => {
    const shifted = logits.map((z) => z + constant);
    assert.deepEqual(softmax(shifted), softmax(logits));
    assert.deepEqual(logSoftmax(shifted), logSoftmax(logits));
    for (const { value, gradient } of Object.values(trainingLosses)) {
      assert.equal(value(shifted, target), value(logits, target));
      assert.deepEqual(gradient(shifted, target), gradient(logits, target));
    }
    near(logSumExp(shifted), logSumExp(logits) + constant, 0, 1e-12);
  },
);

holds(
  "classes in another order give the same probabilities, losses and gradients in that order",
  prediction.chain(({ logits, target }) =>
    fc.record({
      logits: fc.constant(logits),
      target: fc.constant(target),
      order: fc.shuffledSubarray(logits.map((_, i) => i), {
        minLength: logits.length,
      }),
    })
  ),
  ({ logits, target, order }) => {
    const permuted = order.map((i) => logits[i]);
    const moved = order.indexOf(target);
    const p = softmax(logits);
    softmax(permuted).forEach((pj, j) => near(pj, p[order[j]], 4.4e-16));
    for (const { value, gradient } of Object.values(trainingLosses)) {
      near(value(permuted, moved), value(logits, target), 4.4e-16, 1e-300);
      const slopes = gradient(logits, target);
      gradient(permuted, moved).forEach((slope, j) =>
        near(slope, slopes[order[j]], 8.8e-16, 1e-16)
      );
    }
  },
);

holds(
  "a class that can not be, with a logit of -Infinity, changes nothing for the others",
  prediction,
  ({ logits, target }) => {
    const more = [...logits, -Infinity];
    assert.deepEqual(softmax(more), [...softmax(logits), 0]);
    assert.equal(
      crossEntropyFromLogits(more, target),
      crossEntropyFromLogits(logits, target),
    );
  },
);

holds(
  "every loss is at least 0, and finite",
  prediction,
  ({ logits, target }) => {
    for (const { value } of Object.values(trainingLosses)) {
      const loss = value(logits, target);
      assert(loss >= 0 && loss < Infinity, `${loss}`);
    }
  },
);

holds(
  "the squared residual is at most 1, and the sum over the classes at most twice the residual's size",
  prediction,
  ({ logits, target }) => {
    const p = softmax(logits);
    assert(squaredResidual(p, target) <= 1);
    assert(sumOfSquaredResiduals(p, target) <= 2);
    assert(sumOfSquaredResiduals(p, target) >= squaredResidual(p, target));
  },
);

holds(
  "every gradient in the logits sums to 0, and pulls the observed class up",
  prediction,
  ({ logits, target }) => {
    for (const { gradient } of Object.values(trainingLosses)) {
      const slopes = gradient(logits, target);
      near(sum(slopes), 0, 0, 1e-14);
      assert(slopes[target] <= 0);
    }
  },
);

holds(
  "cross-entropy from logits is that from probabilities, and the full formula with a one-hot target",
  prediction,
  ({ logits, target }) => {
    const loss = crossEntropyFromLogits(logits, target);
    near(crossEntropy(softmax(logits), target), loss, 1e-12, 1e-15);
    const full = crossEntropySoftFromLogits(
      logits,
      oneHotTarget(target, logits.length),
    );
    near(full, loss, 1e-15);
  },
);

holds(
  "cross-entropy's slope in a logit is never larger than 1 in size",
  prediction,
  ({ logits, target }) => {
    for (const slope of crossEntropyGradientInLogits(logits, target)) {
      assert(Math.abs(slope) <= 1);
    }
  },
);

holds(
  "a data set said twice has twice the total, the same mean and accuracy, and trains as with twice the rate",
  samples,
  (data) => {
    const twice = [...data, ...data];
    const { value } = trainingLosses.crossEntropy;
    const total = totalLoss(exampleNetwork, data, value);
    near(totalLoss(exampleNetwork, twice, value), 2 * total, 1e-14);
    near(meanLoss(exampleNetwork, twice, value), total / data.length, 1e-14);
    assert.equal(
      accuracy(exampleNetwork, twice),
      accuracy(exampleNetwork, data),
    );
    for (const loss of Object.values(trainingLosses)) {
      const end = (set: Sample[], learningRate: number) =>
        gradientDescent(exampleNetwork, set, {
          loss,
          learningRate,
          steps: 3,
        })[3];
      near(end(twice, 0.05).loss, 2 * end(data, 0.1).loss, 1e-9);
    }
  },
);

holds("the order of a data set does not matter", samples, (data) => {
  const reversed = data.toReversed();
  for (const loss of Object.values(trainingLosses)) {
    const end = (set: Sample[]) =>
      gradientDescent(exampleNetwork, set, {
        loss,
        learningRate: 0.1,
        steps: 3,
      })[3];
    near(end(reversed).loss, end(data).loss, 1e-9);
  }
});

holds(
  "classes with other numbers train to the same losses",
  samples,
  (data) => {
    const renamed = data.map(({ inputs, target }) => ({
      inputs,
      target: (target + 1) % 3,
    }));
    const { hidden, output } = exampleNetwork;
    const turn = <T>(rows: readonly T[]): T[] => [rows[2], rows[0], rows[1]];
    const network = {
      hidden,
      output: { weights: turn(output.weights), biases: turn(output.biases) },
    };
    for (const loss of Object.values(trainingLosses)) {
      const options = { loss, learningRate: 0.1, steps: 3 };
      const [one, other] = [
        gradientDescent(exampleNetwork, data, options)[3],
        gradientDescent(network, renamed, options)[3],
      ];
      near(other.loss, one.loss, 1e-9);
      assert.equal(other.accuracy, one.accuracy);
    }
  },
);

holds(
  "min-max scaling takes another unit for the same measure",
  fc.tuple(
    fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }).filter((
      values,
    ) => new Set(values).size > 1),
    fc.integer({ min: 1, max: 64 }),
    fc.integer({ min: -1000, max: 1000 }),
  ),
  ([values, factor, shift]) => {
    const [one, other] = [values, values.map((x) => factor * x + shift)];
    const scaled = (list: number[]) => list.map(minMaxScaling(list).scale);
    scaled(other).forEach((x, i) => near(x, scaled(one)[i], 1e-15));
    assert.deepEqual([Math.min(...scaled(one)), Math.max(...scaled(one))], [
      0,
      1,
    ]);
  },
);
