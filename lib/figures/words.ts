/** The words that the figures show to readers, in English. */
export const english = {
  /** In the order of the classes. */
  species: ["Setosa", "Versicolor", "Virginica"],
  petal: "petal",
  sepal: "sepal",
  petalWidth: "petal width",
  sepalWidth: "sepal width",
  scaled: "scaled to 0..1",
  flower: "flower",
  logit: "logit z",
  logitOf: (name: string): string => `logit z of ${name}`,
  probability: "probability p",
  probabilityOfObserved: "p of the observed class",
  crossEntropy: "cross-entropy",
  squaredResidual: "squared residual",
  loss: "loss",
  nats: "nats",
  term: "term of the sum (nats)",
  total: "total",
  totalCrossEntropy: "total cross-entropy (nats)",
  likelihood: "likelihood",
  minimum: "minimum",
  bias: "bias b<sub>3</sub>",
  step: "step",
  meanLoss: "mean cross-entropy (nats)",
  flowersRight: "flowers right",
  predicted: "predicted",
  slope: "slope",
  slopeInProbability: "slope in p",
  slopeInLogit: "slope in the logit z",
};

/** The words that the figures need, in any language. */
export type Words = typeof english;
