import {
  exampleNetwork,
  gradientDescent,
  loadFlowers,
  toSamples,
  trainingLosses,
} from "@lesson/cross-entropy/notebook";
import { type Contestant, pythonContestant, timedHere } from "./contest.ts";
import { tensorflow } from "./npm_peers.ts";
import type { PythonPeers } from "./python_peers.ts";

const samples = toSamples(loadFlowers());
const rate = 0.1;
const { hidden, output } = exampleNetwork;
/** The network and the flowers as the peers take them. */
const problem = {
  parameters: [hidden.weights, hidden.biases, output.weights, output.biases],
  inputs: samples.map(({ inputs }) => inputs),
  targets: samples.map(({ target }) => target),
  rate,
};

/**
 * Training of the example network on the 150 flowers, full batch, mean
 * cross-entropy. A call is a step; what must agree is the loss after 20 steps.
 */
export function trainingContestants(python: PythonPeers): Contestant[] {
  return [
    ours,
    ...["NumPy", "PyTorch", "PyTorch, TorchScript"].map((peer) =>
      pythonContestant(python, { do: "prepare_training", peer, ...problem })
    ),
    tfjs("wasm"),
    tfjs("cpu"),
  ];
}

function train(steps: number): number {
  const history = gradientDescent(exampleNetwork, samples, {
    loss: trainingLosses.crossEntropy,
    learningRate: rate,
    reduction: "mean",
    steps,
  });
  return history[steps].loss;
}

const STEPS = 500;

const ours: Contestant = {
  name: "ours",
  prepare: () => ({
    check: [train(20)],
    timed: (seconds) => timedHere(() => train(STEPS), seconds) / STEPS,
  }),
};

function tfjs(backend: "cpu" | "wasm"): Contestant {
  return {
    name: `tfjs ${backend}, float32`,
    tolerance: 1e-4,
    prepare: async () => {
      const tf = await tensorflow(backend);
      const inputs = tf.tensor2d(problem.inputs);
      const targets = tf.oneHot(problem.targets, 3);
      const [w1, b1, w2, b2] = problem.parameters
        .map((values) => tf.variable(tf.tensor(values)));
      const optimizer = tf.train.sgd(rate);
      const loss = () => {
        const hidden = inputs.matMul(w1, false, true).add(b1).relu();
        const logits = hidden.matMul(w2, false, true).add(b2);
        return tf.losses.softmaxCrossEntropy(targets, logits);
      };
      const step = () => tf.tidy(() => optimizer.minimize(loss));
      for (let i = 0; i < 20; i++) step();
      return {
        check: [tf.tidy(loss).dataSync()[0]],
        timed: async (seconds) => {
          await tf.setBackend(backend);
          return timedHere(step, seconds);
        },
        end: () => tf.disposeVariables(),
      };
    },
  };
}
