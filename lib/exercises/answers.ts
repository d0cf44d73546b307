/**
 * What each exercise of the lesson asks for. A function receives copies of the
 * lists, which it must not change.
 */
export interface Answers {
  /** What the network sees of a petal that is 0.7 cm wide. */
  scaledPetal: number;
  /** Scales values to 0..1 by their minimum and maximum. */
  scale: (values: number[]) => readonly number[];
  /** The most flowers that can be named correctly from petal and sepal width. */
  mostCorrect: number;
  /** How many times as probable softmax makes a class whose logit is 2 higher. */
  ratio: number;
  /** Logits to probabilities, whatever the size of the logits. */
  softmax: (logits: number[]) => readonly number[];
  /** Probabilities to logits that softmax turns into these probabilities. */
  undoSoftmax: (probabilities: number[]) => readonly number[];
  /** Logits to probabilities, at a temperature above 0. */
  temperature: (logits: number[], temperature: number) => readonly number[];
  /** The probability of the observed class that costs 3 nats. */
  surprise: number;
  /** Cross-entropy of one sample, from its probabilities. */
  crossEntropy: (probabilities: number[], target: number) => number;
  /** Cross-entropy of one sample, from logits of any size. */
  crossEntropyFromLogits: (logits: number[], target: number) => number;
  /** The lowest cross-entropy with a target of 3/4 Setosa and 1/4 Versicolor. */
  lowestLoss: number;
  /** The one probability of every observed class that costs a mean of 0.2 nats. */
  typicalProbability: number;
  /** The total cross-entropy of a data set: one row of probabilities a sample. */
  total: (probabilities: number[][], targets: number[]) => number;
  /** The share of samples whose observed class is the most probable one. */
  accuracy: (probabilities: number[][], targets: number[]) => number;
  /** The slope of cross-entropy in the observed class's logit, where p is 0.2. */
  slopeInLogit: number;
  /** The squared residual of the observed class. */
  squaredResidual: (probabilities: number[], target: number) => number;
  /** The slope of the squared residual in the observed class's logit. */
  squaredResidualSlope: (p: number) => number;
  /** Where b₃ is after one step from −2 with a learning rate of 0.5. */
  biasStep: number;
  /** The gradient of cross-entropy in the logits. */
  gradientInLogits: (logits: number[], target: number) => readonly number[];
  /** The Setosa's slope of cross-entropy in the weight from h₁ to its own logit. */
  weightSlope: number;
  /** The learning rate beyond which descent leaves a valley of curvature 0.8. */
  largestRate: number;
  /** The curvature of the total in b₃, from Setosa's p for each flower. */
  curvature: (probabilities: number[]) => number;
  /** Cross-entropy's pull over the squared residual's, where p is 0.001. */
  pullRatio: number;
  /**
   * The gap between a billion and the next number that a computer can store.
   */
  gapAtBillion: number;
  /**
   * The cross-entropy of two classes, from the margin of the observed class's
   * logit over the other's.
   */
  lossOfMargin: (margin: number) => number;
}

/** The name of an exercise. */
export type ExerciseName = keyof Answers;
