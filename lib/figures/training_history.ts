import { figureWords } from "../i18n/words.ts";
import type { TrainingStep } from "../network/gradient_descent.ts";
import {
  axis,
  colors,
  type Figure,
  figure,
  line,
  lossStyles,
  stacked,
} from "./figure.ts";
import { checkArguments, isHistory, isInteger } from "./figure_arguments.ts";

/**
 * How training went, step by step: above, how many of the flowers the network
 * predicts correctly; below, the mean loss.
 *
 * @example One step
 * ```ts
 * import {
 *   exampleFlowers,
 *   exampleNetwork,
 *   gradientDescent,
 *   trainingHistory,
 *   trainingLosses,
 * } from "@lesson/cross-entropy/notebook";
 * const options = { loss: trainingLosses.crossEntropy, learningRate: 1, steps: 1 };
 * const history = gradientDescent(exampleNetwork, exampleFlowers, options);
 * trainingHistory(history, exampleFlowers.length);
 * ```
 *
 * @param history What `gradientDescent` returned for the mean loss.
 * @param count The number of flowers.
 * @returns Two curves over the steps.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function trainingHistory(
  history: readonly TrainingStep[],
  count: number,
): Figure {
  checkArguments("trainingHistory", {
    history: [history, isHistory],
    count: [count, isInteger(1)],
  });
  const words = figureWords();
  const panel = (
    title: string,
    y: readonly number[],
    style: { color: string },
    digits: string,
  ) =>
    figure([
      line(history.map(({ step }) => step), y, style, {
        name: title,
        hovertemplate: `${words.step} %{x}<br>%{y${digits}}<extra></extra>`,
      }),
    ], {
      showlegend: false,
      xaxis: axis(words.step),
      yaxis: axis(title, { rangemode: "tozero" }),
    });
  const correct = history.map(({ accuracy }) => Math.round(accuracy * count));
  return stacked([
    panel(words.flowersCorrect, correct, { color: colors.ink }, ""),
    panel(
      words.meanLoss,
      history.map(({ loss }) => loss),
      lossStyles.crossEntropy,
      ":.4f",
    ),
  ], 560);
}
