import type { TrainingStep } from "../network/gradient_descent.ts";
import { axis, colors, type Figure, figure, lossStyles } from "./figure.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * How training went: the mean loss below, and how many of the flowers the network
 * gets right above, step by step.
 *
 * @param history What `gradientDescent` returned for the mean loss.
 * @param count The number of flowers.
 * @param words The reader's language.
 * @returns Two curves over the steps.
 */
export function trainingHistory(
  history: readonly TrainingStep[],
  count: number,
  words: FigureWords = figureWords(),
): Figure {
  const x = history.map(({ step }) => step);
  const line = { type: "scatter" as const, mode: "lines" as const, x };
  return figure([
    {
      ...line,
      name: words.meanLoss,
      y: history.map(({ loss }) => loss),
      line: { width: 3, ...lossStyles.crossEntropy },
      hovertemplate: `${words.step} %{x}<br>%{y:.4f}<extra></extra>`,
    },
    {
      ...line,
      name: words.flowersRight,
      y: history.map(({ accuracy }) => Math.round(accuracy * count)),
      yaxis: "y2",
      line: { width: 3, color: colors.purple },
      hovertemplate: `${words.step} %{x}<br>%{y}<extra></extra>`,
    },
  ], {
    height: 480,
    showlegend: false,
    xaxis: axis(words.step),
    yaxis: axis(words.meanLoss, { domain: [0, 0.46], rangemode: "tozero" }),
    yaxis2: axis(words.flowersRight, { domain: [0.54, 1] }),
  });
}
