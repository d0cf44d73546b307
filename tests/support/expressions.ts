/**
 * Numbers that the lesson's text states and that no cell puts out, by notebook and
 * cell: what gives them stands here.
 *
 * @module
 */

import {
  crossEntropyFromLogits,
  exampleFlowers,
  exampleNetwork,
  forward,
  gradientDescent,
  loadFlowers,
  softmax,
  toSamples,
  type TrainingLoss,
  trainingLosses,
  withOutputBias,
} from "@lesson/cross-entropy/notebook";

const samples = toSamples(loadFlowers());
const [setosa] = exampleFlowers;
const start = withOutputBias(exampleNetwork, 0, -2);
const hopeless = withOutputBias(exampleNetwork, 0, -8);
const { crossEntropy, squaredResidual, sumOfSquaredResiduals } = trainingLosses;

/** How many flowers are correct before each step, and after the last. */
function correct(loss: TrainingLoss, learningRate: number, steps: number) {
  const options = { loss, learningRate, steps, reduction: "mean" } as const;
  return gradientDescent(hopeless, samples, options)
    .map(({ accuracy }) => Math.round(150 * accuracy));
}

/** After how many steps 140 flowers are correct; Infinity if never. */
function arrival(loss: TrainingLoss, learningRate: number, most: number) {
  const history = gradientDescent(hopeless, samples, {
    loss,
    learningRate,
    steps: most,
    reduction: "mean",
    watch: ({ accuracy }) => accuracy >= 140 / 150,
  });
  const arrived = history.at(-1)!.accuracy >= 140 / 150;
  return arrived ? history.length - 1 : Infinity;
}

/** The most flowers that anybody can name who sees only both widths. */
function mostCorrect(): number {
  const points = Map.groupBy(samples, ({ inputs }) => inputs.join());
  return [...points.values()].map((together) =>
    Math.max(
      ...[0, 1, 2].map((species) =>
        together.filter(({ target }) => target === species).length
      ),
    )
  ).reduce((sum, most) => sum + most);
}

/** The curvature of the total in b3 where gradient descent comes to rest. */
function curvature(): number {
  const { network } = gradientDescent(start, exampleFlowers, {
    loss: crossEntropy,
    learningRate: 1,
    steps: 200,
    trainable: ["output.biases[0]"],
  }).at(-1)!;
  return exampleFlowers
    .map(({ inputs }) => forward(network, inputs).probabilities[0])
    .reduce((sum, p) => sum + p * (1 - p), 0);
}

const parameters = [exampleNetwork.hidden, exampleNetwork.output]
  .flatMap(({ weights, biases }) => [...weights.flat(), ...biases]).length;
const racers = [crossEntropy, squaredResidual, sumOfSquaredResiduals]
  .map((loss) => correct(loss, 0.5, 300));
const { logits } = forward(exampleNetwork, setosa.inputs);
/** A limit of steps that SR does not keep to at either rate. */
const limit =
  [0.1, 0.2].every((rate) =>
      arrival(squaredResidual, rate, 60_000) === Infinity
    )
    ? 60_000
    : NaN;

/** The numbers, by the notebook's name and the cell's id. */
export const expressions: Readonly<
  Record<string, Readonly<Record<string, readonly number[]>>>
> = {
  "02_softmax": {
    "hidden-by-hand-read": [0.6 * setosa.inputs[1]],
    "softmax-formula": [Math.E],
    // A wrong answer to choose from: one more than the difference.
    "differences-ask": [1 + logits[0] - logits[2]],
    "soft": [-6, 6],
    "large-logits-read": [
      Math.floor(1000 / Math.LN10) + 1,
      Math.floor(Math.log10(Number.MAX_VALUE)) + 1,
    ],
  },
  "03_cross_entropy": {
    // An example of the notation.
    "certain-ask": [2e-5],
    "exercise-cross-entropy-from-logits": [999],
  },
  "06_backpropagation": {
    "pulls-ask": [softmax([3, 0, 1])[0]],
    "pulls": [softmax([3, 0, 1])[0], softmax([-4, 0, 4])[0]],
    "backward-ask": [forward(start, setosa.inputs).hiddenOutputs[1]],
    "all-ask": [parameters],
    "all-plot": [
      gradientDescent(start, samples, {
        loss: crossEntropy,
        learningRate: 0.1,
        steps: 0,
        reduction: "mean",
      })[0].loss,
    ],
    "regions-read": [mostCorrect()],
  },
  "07_race": {
    "starts-read": [38 / 13, 189 / 38, 1275 / 189, Math.exp(2)],
    // The first rate of the explorable above the one that is stable.
    "race-read": [Math.ceil(2 * (2 / curvature())) / 2],
    "all-ask": [parameters],
    "all-plot": [
      racers[0][0],
      Math.min(...racers[0]),
      Math.max(...racers[0]),
      racers[0][300],
      Math.min(...racers[2]),
      racers[1][300],
      racers[2][300],
    ],
    "all-read": [racers[0][10]],
    "cap-read": [limit, arrival(squaredResidual, 4, 10_000)],
    "random-ask": [Math.sqrt(3), -Math.sqrt(3)],
    "random-read": [
      Math.max(
        ...samples.slice(0, 50).map(({ inputs }) =>
          forward(hopeless, inputs).probabilities[0]
        ),
      ),
    ],
  },
  "08_rounding": {
    "stairs": [
      crossEntropyFromLogits([30, 0, 0], 0),
      crossEntropyFromLogits([42, 0, 0], 0),
    ],
    "so-what-read": [-1000],
    "difference-ask": [350.1 + 349.7],
    "exercise-loss-of-margin": [-1000, 1000],
  },
};
