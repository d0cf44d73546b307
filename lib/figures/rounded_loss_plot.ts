import { type FigureWords, figureWords } from "../i18n/figure_words.ts";
import { axis, colors, type Figure, figure } from "./figure.ts";

/**
 * A loss that is near 0, computed in two ways, on a logarithmic axis. Where rounding
 * takes the loss away, down to 0, its line ends.
 *
 * @param leads By how much the observed class's logit is above the others, shape [N].
 * @param losses `fromProbability` and `fromLogits`: the loss at each lead, shape [N].
 * @param words The reader's language.
 * @returns Two lines over the lead.
 */
export function roundedLossPlot(
  leads: readonly number[],
  { fromProbability, fromLogits }: {
    fromProbability: readonly number[];
    fromLogits: readonly number[];
  },
  words: FigureWords = figureWords(),
): Figure {
  const line = (name: string, losses: readonly number[]) => {
    const shown = leads.map((_, i) => i).filter((i) => losses[i] > 0);
    return {
      type: "scatter" as const,
      mode: "lines" as const,
      name,
      x: shown.map((i) => leads[i]),
      y: shown.map((i) => losses[i]),
      hovertemplate: `%{x:.4~g}<br>%{y:.3~e}<extra>${name}</extra>`,
    };
  };
  return figure([
    {
      ...line(words.fromProbability, fromProbability),
      line: { width: 2, color: colors.orange },
    },
    {
      ...line(words.fromLogits, fromLogits),
      line: { width: 3, color: colors.blue, dash: "dash" },
    },
  ], {
    xaxis: axis(words.lead),
    yaxis: axis(`${words.crossEntropy} (${words.nats})`, {
      type: "log",
      exponentformat: "e",
      dtick: 1,
    }),
  });
}
