import { descentCurve } from "../figures/bias_curve.ts";
import { linspace } from "../math/linspace.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { slopeAt, totalAt } from "./example_total.ts";
import { type Explorable, once, slider } from "./explorable.ts";

/** Gradient descent on its way. */
export interface Descent {
  readonly learningRate: number;
  /** The biases from the start to now. */
  readonly biases: readonly number[];
}

/** A slope below this is 0 to the four decimals that are shown. */
const FLAT = 5e-5;

/** A ball that has not arrived after so many steps never will. */
const MOST_STEPS = 250;

const shown = linspace(-6, 6, 241);
const totals = once(() => shown.map(totalAt));

/** The ball that steps down the total cross-entropy of the three flowers over b3. */
export const descent: Explorable<Descent> = {
  settings: { start: -2, learningRate: 1 },

  controls() {
    return {
      start: slider(explorableWords().startOfBias, -5, 5, 0.5),
      learningRate: slider(figureWords().learningRate, 0.1, 6, 0.1),
    };
  },

  start: ({ start, learningRate }) => ({ learningRate, biases: [start] }),

  next({ learningRate, biases }) {
    const bias = biases.at(-1)!;
    const slope = slopeAt(bias, "crossEntropy");
    if (isFlat(slope) || biases.length > MOST_STEPS) return undefined;
    return { learningRate, biases: [...biases, bias - learningRate * slope] };
  },

  view({ learningRate, biases }) {
    const words = explorableWords();
    const bias = biases.at(-1)!;
    const slope = slopeAt(bias, "crossEntropy");
    return {
      figure: descentCurve(
        shown,
        totals(),
        biases.map((bias) => ({ bias, total: totalAt(bias) })),
        [0, 11],
      ),
      lines: [
        words.afterSteps(biases.length - 1, bias, totalAt(bias)),
        isFlat(slope)
          ? words.atBottom(slope)
          : biases.length > MOST_STEPS
          ? words.noRest(biases.length - 1)
          : words.slopeAndStep(slope, -learningRate * slope),
      ],
    };
  },
};

function isFlat(slope: number): boolean {
  // Stryker disable next-line EqualityOperator: no slope is exactly that
  return Math.abs(slope) < FLAT;
}
