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

const perSample = {
  softmax,
  crossEntropyFromLogits: (z: number[]) => crossEntropyFromLogits(z, 0),
  crossEntropyGradientInLogits: (z: number[]) =>
    crossEntropyGradientInLogits(z, 0),
};
for (const classes of [3, 1000]) {
  const logits = [...randomRows(1, classes).logits];
  const group = `one sample, ${classes} classes`;
  for (const [name, work] of Object.entries(perSample)) {
    Deno.bench({ name, group, fn: () => void work(logits) });
  }
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
