/**
 * `deno task bench`, its first part: what each piece of ours costs, with `deno
 * bench`.
 *
 * @module
 */

import {
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  exampleNetwork,
  loadFlowers,
  softmax,
  toSamples,
  trainingLosses,
} from "@lesson/cross-entropy/notebook";
import { exponentiate } from "../lib/math/exponentials.ts";
import { batchGradient } from "../lib/network/batch_gradient.ts";
import { randomRows } from "./loss_at_scale.ts";

for (const classes of [3, 1000]) {
  const logits = [...randomRows(1, classes).logits];
  const group = `one sample, ${classes} classes`;
  Deno.bench({ name: "softmax", group, fn: () => void softmax(logits) });
  Deno.bench({
    name: "crossEntropyFromLogits",
    group,
    fn: () => void crossEntropyFromLogits(logits, 0),
  });
  Deno.bench({
    name: "crossEntropyGradientInLogits",
    group,
    fn: () => void crossEntropyGradientInLogits(logits, 0),
  });
}

const samples = toSamples(loadFlowers());
const pass = batchGradient(samples, exampleNetwork);
const { batch: loss } = trainingLosses.crossEntropy;
Deno.bench({
  name: "a training pass over 150 flowers",
  fn: () => void pass(exampleNetwork, loss),
});

const numbers = randomRows(1000, 1).logits.map((x) => x - 5);
const results = new Float64Array(numbers.length);
const row = { largest: 0, rest: 0, lost: 0 };
Deno.bench({
  name: "Math.exp",
  group: "1000 exponentials",
  baseline: true,
  fn: () => {
    for (let i = 0; i < numbers.length; i++) results[i] = Math.exp(numbers[i]);
  },
});
Deno.bench({
  name: "exponentiate",
  group: "1000 exponentials",
  fn: () => exponentiate(numbers, 0, numbers.length, results, row),
});
