import {
  backwardPass,
  biasCurve,
  biasRace,
  correctRace,
  crossEntropyFromLogits,
  crossEntropyTerms,
  decisionRegions,
  descentCurve,
  exampleFlowers,
  exampleNetwork,
  type Figure,
  flowerScatter,
  forward,
  gradientDescent,
  learningRateSweep,
  likelihoodCurve,
  linspace,
  loadFlowers,
  logitPulls,
  lossBars,
  lossContours,
  lossCurvePlot,
  lossOverLogitPlot,
  lossScatter,
  networkDiagram,
  outputBars,
  probabilityBars,
  roundedLossPlot,
  sampleLosses,
  sampleScatter,
  seedComparison,
  softmaxCurves,
  softTargetPlot,
  steepnessPlot,
  toSamples,
  totalLoss,
  trainingHistory,
  trainingLosses,
  withOutputBias,
} from "@lesson/cross-entropy/notebook";
import { stacked } from "../../lib/figures/figure.ts";

// All inputs are frozen: a figure that changes one throws.
freeze([exampleFlowers, exampleNetwork]);

export const flowers = freeze(loadFlowers());
export const samples = freeze(toSamples(flowers));
const byTarget = (target: number) =>
  exampleFlowers.find((flower) => flower.target === target)!;
export const setosa = byTarget(0);
// The Virginica: both of its hidden sums are negative.
export const pass = freeze(forward(exampleNetwork, byTarget(2).inputs));
export const outputs = freeze(
  exampleFlowers.map(({ inputs }) =>
    forward(exampleNetwork, inputs).probabilities
  ),
);
export const { logits, probabilities } = pass;
export const losses = freeze(sampleLosses(
  exampleNetwork,
  samples,
  crossEntropyFromLogits,
));
export const exampleLosses = freeze(sampleLosses(
  exampleNetwork,
  exampleFlowers,
  crossEntropyFromLogits,
));
export const biases = freeze(linspace(-3, 3, 61));
export const totals = freeze(biases.map((bias) =>
  totalLoss(
    withOutputBias(exampleNetwork, 0, bias),
    exampleFlowers,
    crossEntropyFromLogits,
  )
));
export const targets = freeze([
  { name: "α", distribution: [1, 0, 0] },
  { name: "β", distribution: [0.5, 0.25, 0.25] },
]);

export const history = freeze(gradientDescent(exampleNetwork, samples, {
  loss: trainingLosses.crossEntropy,
  learningRate: 0.1,
  reduction: "mean",
  steps: 3,
}));
export const paths = freeze({
  crossEntropy: [-8, -4, -0.05],
  squaredResidual: [-8, -7.9],
  sumOfSquaredResiduals: [-8, -7, -6],
});
export const sweep = freeze({
  crossEntropy: [30, 9],
  squaredResidual: [100, Infinity],
});
export const margins = freeze([1, 30, 40]);
const rounded = freeze({
  fromProbability: [0.5, 1e-16, 0],
  fromLogits: [0.5, 2e-16, 3e-17],
});
export const predictions = freeze([
  { name: "α", logits: [4, 1, 0], target: 0 },
  { name: "β", logits: [-4, 1, 0], target: 0 },
]);
export const valleys = freeze({
  crossEntropy: (x: number, y: number) => (x - 1) ** 2 + (y + 1) ** 2,
  squaredResidual: (x: number, y: number) => Math.tanh(x) + y / 4,
});
export const contourOptions = freeze(
  {
    names: ["α", "β"],
    range: [-4, 4],
    paths: { crossEntropy: [[-3, 3], [0, 0]] },
  } as const,
);
export const walk = freeze([{ bias: -2, total: 3 }, { bias: -1, total: 2 }]);

/** Every figure of the library, in the reader's language, over the same data. */
export const figures: Record<string, () => Figure> = {
  flowerScatter: () => flowerScatter(flowers),
  sampleScatter: () => sampleScatter(samples, exampleFlowers),
  networkDiagram: () => networkDiagram(exampleNetwork, pass),
  backwardPass: () => backwardPass(exampleNetwork, setosa),
  probabilityBars: () => probabilityBars(logits),
  softmaxCurves: () => softmaxCurves(logits, 1),
  outputBars: () => outputBars(exampleFlowers, outputs),
  crossEntropyTerms: () => crossEntropyTerms(probabilities, targets),
  softTargetPlot: () => softTargetPlot(0.75),
  lossBars: () => lossBars(exampleFlowers, exampleLosses),
  lossScatter: () => lossScatter(samples, losses),
  biasCurve: () => biasCurve(biases, totals),
  likelihoodCurve: () => likelihoodCurve(biases, totals),
  lossCurvePlot: () =>
    lossCurvePlot(["crossEntropy", "squaredResidual"], {
      tangents: [0.1, 0.8],
    }),
  oneLossCurve: () => lossCurvePlot(["squaredResidual"]),
  steepnessPlot: () => steepnessPlot(),
  logitPulls: () => logitPulls(predictions),
  lossContours: () => lossContours(valleys, contourOptions),
  descentCurve: () => descentCurve(biases, totals, walk),
  trainingHistory: () => trainingHistory(history, samples.length),
  decisionRegions: () => decisionRegions(exampleNetwork, samples),
  lossOverLogitPlot: () =>
    lossOverLogitPlot(["crossEntropy", "squaredResidual"], {
      tangents: [0.1, 0.8],
    }),
  roundedLossPlot: () => roundedLossPlot(margins, rounded),
  biasRace: () => biasRace(paths, { goal: [-0.1, 0.1] }),
  correctRace: () => correctRace({ crossEntropy: history }, samples.length),
  learningRateSweep: () => learningRateSweep([0.1, 1], sweep, 300),
  seedComparison: () => seedComparison([1, 2], sweep, 300),
};

/** Figures of unusual data, by what is unusual. */
export const unusualFigures: Record<string, () => Figure> = {
  "two plots, one above the other": () =>
    stacked([figures.lossCurvePlot(), figures.lossOverLogitPlot()], 640),
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
  "a margin on both lines, and one on the only line left": () =>
    stacked([1, 40].map((at) => roundedLossPlot(margins, rounded, at)), 640),
  "a race that has not begun": () =>
    biasRace({ crossEntropy: [-8] }, { goal: [-0.1, 0.1] }),
  "a race of 700 steps": () =>
    biasRace({ squaredResidual: linspace(-8, 0, 701) }, {
      goal: [-0.1, 0.1],
    }),
  "a sweep of up to 2000 steps": () => learningRateSweep([0.1, 1], sweep, 2000),
};

/** Freezes a value and all that is in it. */
function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.values(Object.freeze(value)).forEach(freeze);
  }
  return value;
}
