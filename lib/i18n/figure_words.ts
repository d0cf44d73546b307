import { figures as en } from "./en/figure_words.ts";
import { type Language, language } from "./language.ts";
import { figures as pt } from "./pt/figure_words.ts";

/** The words that the figures show to readers, in one language. */
export type FigureWords =
  & {
    /** In the order of the classes. */
    readonly species: readonly string[];
    readonly logitOf: (name: string) => string;
    readonly outputOf: (name: string) => string;
  }
  & Readonly<
    Record<
      | "petal"
      | "sepal"
      | "petalWidth"
      | "sepalWidth"
      | "scaled"
      | "flower"
      | "logit"
      | "probability"
      | "probabilityOfObserved"
      | "crossEntropy"
      | "squaredResidual"
      | "sumOfSquaredResiduals"
      | "loss"
      | "nats"
      | "term"
      | "total"
      | "totalCrossEntropy"
      | "likelihood"
      | "minimum"
      | "bias"
      | "step"
      | "meanLoss"
      | "flowersCorrect"
      | "predicted"
      | "learningRate"
      | "stepsNeeded"
      | "never"
      | "logitOfObserved"
      | "slope"
      | "slopeInProbability"
      | "slopeInLogit"
      | "fromProbability"
      | "fromLogits"
      | "margin"
      | "observed"
      | "entropy"
      | "divergence"
      | "softLabel"
      | "certainLabel"
      | "knowsNothing"
      | "seed",
      string
    >
  >;

/** The words of the figures in each language. */
export const figureWordsOf: Readonly<Record<Language, FigureWords>> = {
  en,
  pt,
};

/** The words of the figures in the language that is spoken now. */
export const figureWords = (): FigureWords => figureWordsOf[language()];
