import {
  biasCurve,
  biasRace,
  crossEntropyFromLogits,
  crossEntropyTerms,
  decisionRegions,
  descentCurve,
  exampleFlowers,
  exampleNetwork,
  type Figure,
  type FigureWords,
  flowerScatter,
  flowersRightRace,
  forward,
  gradientDescent,
  learningRateSweep,
  likelihoodCurve,
  linspace,
  loadFlowers,
  lossBars,
  lossCurvePlot,
  lossOverLogitPlot,
  lossScatter,
  networkDiagram,
  probabilityBars,
  roundedLossPlot,
  sampleLosses,
  sampleScatter,
  softmaxCurves,
  steepnessPlot,
  toSamples,
  totalLoss,
  trainingHistory,
  trainingLosses,
  withOutputBias,
} from "@lesson/cross-entropy/notebook";
import { stacked } from "../../lib/figures/figure.ts";

export const flowers = loadFlowers();
export const samples = toSamples(flowers);
// The Virginica: one of its hidden sums is negative.
export const pass = forward(exampleNetwork, exampleFlowers[1].inputs);
export const { logits, probabilities } = pass;
export const losses = sampleLosses(
  exampleNetwork,
  samples,
  crossEntropyFromLogits,
);
export const exampleLosses = sampleLosses(
  exampleNetwork,
  exampleFlowers,
  crossEntropyFromLogits,
);
export const biases = linspace(-3, 3, 61);
export const totals = biases.map((bias) =>
  totalLoss(
    withOutputBias(exampleNetwork, 0, bias),
    exampleFlowers,
    crossEntropyFromLogits,
  )
);
export const targets = [
  { name: "α", distribution: [1, 0, 0] },
  { name: "β", distribution: [0.5, 0.25, 0.25] },
];

export const history = gradientDescent(exampleNetwork, samples, {
  loss: trainingLosses.crossEntropy,
  learningRate: 0.1,
  reduction: "mean",
  steps: 3,
});
export const paths = {
  crossEntropy: [-8, -4, -0.05],
  squaredResidual: [-8, -7.9],
  sumOfSquaredResiduals: [-8, -7, -6],
};
export const sweep = {
  crossEntropy: [30, 9],
  squaredResidual: [100, Infinity],
};
export const leads = [1, 30, 40];
export const walk = [{ bias: -2, total: 3 }, { bias: -1, total: 2 }];

/** Every figure of the library, in the language of `words`, over the same data. */
export const figures: Record<string, (words?: FigureWords) => Figure> = {
  flowerScatter: (words) => flowerScatter(flowers, words),
  sampleScatter: (words) => sampleScatter(samples, exampleFlowers, words),
  networkDiagram: (words) => networkDiagram(exampleNetwork, pass, words),
  probabilityBars: (words) => probabilityBars(logits, words),
  softmaxCurves: (words) => softmaxCurves(logits, 1, words),
  crossEntropyTerms: (words) =>
    crossEntropyTerms(probabilities, targets, words),
  lossBars: (words) => lossBars(exampleFlowers, exampleLosses, words),
  lossScatter: (words) => lossScatter(samples, losses, words),
  biasCurve: (words) => biasCurve(biases, totals, words),
  likelihoodCurve: (words) => likelihoodCurve(biases, totals, words),
  lossCurvePlot: (words) =>
    lossCurvePlot(
      ["crossEntropy", "squaredResidual"],
      { tangents: [0.1, 0.8] },
      words,
    ),
  oneLossCurve: (words) => lossCurvePlot(["squaredResidual"], {}, words),
  steepnessPlot: (words) => steepnessPlot("slope", words),
  steepnessInLogit: (words) => steepnessPlot("slopeInLogit", words),
  descentCurve: (words) => descentCurve(biases, totals, walk, undefined, words),
  trainingHistory: (words) => trainingHistory(history, samples.length, words),
  decisionRegions: (words) => decisionRegions(exampleNetwork, samples, words),
  lossOverLogitPlot: (words) =>
    lossOverLogitPlot(
      ["crossEntropy", "squaredResidual"],
      { tangents: [0.1, 0.8] },
      words,
    ),
  roundedLossPlot: (words) =>
    roundedLossPlot(
      leads,
      { fromProbability: [0.5, 1e-16, 0], fromLogits: [0.5, 2e-16, 3e-17] },
      words,
    ),
  biasRace: (words) => biasRace(paths, { goal: [-0.1, 0.1] }, words),
  flowersRightRace: (words) =>
    flowersRightRace({ crossEntropy: history }, samples.length, words),
  learningRateSweep: (words) => learningRateSweep([0.1, 1], sweep, 300, words),
};

/** Figures of unusual data, by what is unusual. */
export const unusualFigures: Record<string, () => Figure> = {
  "two plots, one above the other": () =>
    stacked(figures.lossCurvePlot(), figures.lossOverLogitPlot()),
  "a descent of five steps": () =>
    descentCurve(
      biases,
      totals,
      [-2, -1, 0, 1, 2, 3].map((bias) => ({ bias, total: 1 - bias })),
    ),
  "one loss over the logit": () => lossOverLogitPlot(["squaredResidual"]),
  "bars of negative logits": () => probabilityBars([-1, -2, -3]),
  "bars of equal logits": () => probabilityBars([0, 0, 0]),
  "a network with one hidden node, three inputs and four outputs": () => {
    const network = {
      hidden: { weights: [[1, 0, -1]], biases: [0.5] },
      output: { weights: [[1], [-1], [0], [2]], biases: [0, 0.5, 0, -1] },
    };
    return networkDiagram(network, forward(network, [1, 0, 0.25]));
  },
  "a race that has not begun": () =>
    biasRace({ crossEntropy: [-8] }, { goal: [-0.1, 0.1] }),
  "a race of 700 steps": () =>
    biasRace({ squaredResidual: linspace(-8, 0, 701) }, {
      goal: [-0.1, 0.1],
    }),
  "a sweep of up to 2000 steps": () => learningRateSweep([0.1, 1], sweep, 2000),
};

// All inputs are frozen: a figure that changes one throws.
[
  flowers,
  samples,
  exampleFlowers,
  exampleNetwork,
  pass,
  losses,
  exampleLosses,
  biases,
  totals,
  targets,
  history,
  walk,
  paths,
  sweep,
]
  .forEach(freeze);

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.values(Object.freeze(value)).forEach(freeze);
}
