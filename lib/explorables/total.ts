import { descentCurve } from "../figures/bias_curve.ts";
import { stacked } from "../figures/figure.ts";
import { lossBars } from "../figures/loss_plots.ts";
import { explorableWords } from "../i18n/words.ts";
import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { linspace } from "../math/linspace.ts";
import { exampleFlowers } from "../network/example.ts";
import { forward } from "../network/network.ts";
import { networkAt, totalAt } from "./example_total.ts";
import { type Explorable, once, slider } from "./explorable.ts";

const shown = linspace(-8, 4, 241);
const totals = once(() => shown.map(totalAt));

/** The three flowers while b3 moves: the loss of each, and their total. */
export const total: Explorable<number> = {
  settings: { bias: -2 },

  controls: () => ({
    bias: slider(explorableWords().bias, -8, 4, 0.01),
  }),

  start: ({ bias }) => bias,

  view(bias) {
    const words = explorableWords();
    const network = networkAt(bias);
    const passes = exampleFlowers.map(({ inputs }) => forward(network, inputs));
    const losses = exampleFlowers.map(({ target }, i) =>
      crossEntropyFromLogits(passes[i].logits, target)
    );
    const expected = passes.reduce((sum, { probabilities: [p] }) => sum + p, 0);
    const walk = [{ bias, total: totalAt(bias) }];
    return {
      figure: stacked([
        lossBars(exampleFlowers, losses, 10.5),
        descentCurve(shown, totals(), walk, [0, 10.5]),
      ], 640),
      lines: [
        words.totalOf(losses, totalAt(bias)),
        words.likelihood(Math.exp(-totalAt(bias))),
        words.expected(expected),
      ],
    };
  },
};
