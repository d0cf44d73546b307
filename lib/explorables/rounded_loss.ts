import { roundedLossPlot } from "../figures/rounded_loss_plot.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { crossEntropy, crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { linspace } from "../math/linspace.ts";
import { softmax } from "../math/softmax.ts";
import { type Explorable, once, slider } from "./explorable.ts";

const margins = linspace(0, 45, 361);
const fromLogits = (margin: number) =>
  crossEntropyFromLogits([margin, 0, 0], 0);
const fromProbability = (margin: number) =>
  crossEntropy(softmax([margin, 0, 0]), 0);
const losses = once(() => ({
  fromLogits: margins.map(fromLogits),
  fromProbability: margins.map(fromProbability),
}));

/** A loss near 0, computed from the logits and from the probability. */
export const rounding: Explorable<number> = {
  settings: { margin: 20 },

  controls: () => ({
    margin: slider(figureWords().margin, 1, 45, 0.5),
  }),

  start: ({ margin }) => margin,

  view(margin) {
    const words = explorableWords();
    const [exact, rounded] = [fromLogits(margin), fromProbability(margin)];
    const error = Math.abs(rounded / exact - 1);
    const digits = Math.floor(-Math.log10(Math.max(error, 1e-16)));
    return {
      figure: roundedLossPlot(margins, losses(), margin),
      lines: [
        words.fromLogits(exact),
        words.fromProbability(rounded),
        words.rightDigits(digits),
      ],
    };
  },
};
