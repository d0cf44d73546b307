import { figureWords } from "../i18n/words.ts";
import {
  axis,
  colors,
  type Figure,
  figure,
  line,
  lossStyles,
  marks,
  named,
} from "./figure.ts";
import {
  areAscending,
  checkArguments,
  isLoss,
  listOf,
  oneOf,
  onlyOf,
  optional,
} from "./figure_arguments.ts";

/**
 * A loss near 0, computed in two ways, on a logarithmic axis. Where rounding
 * reduces the loss to 0, its line ends.
 *
 * @example At a margin of 40, nothing is left of the second
 * ```ts
 * import { roundedLossPlot } from "@lesson/cross-entropy/notebook";
 * roundedLossPlot([20, 40], {
 *   fromLogits: [2.1e-9, 4.2e-18],
 *   fromProbability: [2.1e-9, 0],
 * });
 * ```
 *
 * @param margins By how much the observed class's logit exceeds the others, ascending,
 * shape [N].
 * @param losses `fromProbability` and `fromLogits`: the loss at each margin, shape [N].
 * @param at One of the margins, to mark on both lines.
 * @returns Two lines over the margin.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function roundedLossPlot(
  margins: readonly number[],
  losses: {
    fromProbability: readonly number[];
    fromLogits: readonly number[];
  },
  at?: number,
): Figure {
  const areLosses = listOf(isLoss, "numbers", margins?.length);
  checkArguments("roundedLossPlot", {
    margins: [margins, areAscending],
    losses: [
      losses,
      onlyOf({ fromProbability: areLosses, fromLogits: areLosses }),
    ],
    at: [at, optional(oneOf(margins))],
  });
  const { fromProbability, fromLogits } = losses;
  const words = figureWords();
  const curve = (
    name: string,
    losses: readonly number[],
    style: Parameters<typeof line>[2],
  ) => {
    const shown = margins.map((_, i) => i).filter((i) => losses[i] > 0);
    return line(
      shown.map((i) => margins[i]),
      shown.map((i) => losses[i]),
      style,
      named(name, "%{x:.4~g}<br>%{y:.3~e}"),
    );
  };
  const { color } = lossStyles.crossEntropy;
  return figure([
    curve(words.fromProbability, fromProbability, {
      color: colors.ink,
      width: 2,
    }),
    curve(words.fromLogits, fromLogits, { color, dash: "dash" }),
    ...at === undefined
      ? []
      : [fromProbability, fromLogits].map((losses, i) => {
        const y = losses[margins.indexOf(at)];
        return marks(y > 0 ? [at] : [], y > 0 ? [y] : [], {
          color: i === 0 ? colors.ink : color,
          symbol: i === 0 ? "circle" : "circle-open",
          size: i === 0 ? 10 : 17,
          line: { width: 2 },
        }, { hoverinfo: "skip", showlegend: false });
      }),
  ], {
    xaxis: axis(words.margin),
    yaxis: axis(`${words.crossEntropy} (${words.nats})`, {
      type: "log",
      exponentformat: "e",
      dtick: margins.at(-1)! - margins[0] > 20 ? 4 : 1,
    }),
  });
}
