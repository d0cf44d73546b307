import { flowerScatter, sampleScatter } from "../figures/flower_scatter.ts";
import { colors, line, marks } from "../figures/figure.ts";
import { loadFlowers, species } from "../flowers/flowers.ts";
import { toSamples } from "../flowers/samples.ts";
import { explorableWords } from "../i18n/words.ts";
import { minMaxScaling } from "../network/scaling.ts";
import { type Explorable, once, slider } from "./explorable.ts";

/** Two cuts through the petal widths, in centimetres, and how they are drawn. */
interface Cuts {
  readonly first: number;
  readonly second: number;
  readonly scaled: boolean;
}

const loaded = once(() => {
  const measured = loadFlowers();
  return {
    measured,
    samples: toSamples(measured),
    petal: minMaxScaling(measured.map(({ petalWidth }) => petalWidth)),
  };
});

/**
 * The reader is the classifier: two cuts on petal width divide the flowers into
 * three species. Scaling changes only the numbers at the axes.
 */
export const flowers: Explorable<Cuts> = {
  settings: { first: 0.4, second: 1.2, scaled: 0 },

  controls() {
    const { firstCut, secondCut, scaledAxes } = explorableWords();
    return {
      first: slider(firstCut, 0.1, 2.5, 0.05),
      second: slider(secondCut, 0.1, 2.5, 0.05),
      scaled: { kind: "box", label: scaledAxes },
    };
  },

  start: ({ first, second, scaled }) => ({
    first: Math.min(first, second),
    second: Math.max(first, second),
    scaled: scaled === 1,
  }),

  view({ first, second, scaled }) {
    const words = explorableWords();
    const { measured, samples, petal } = loaded();
    const { minimum, maximum, scale } = petal;
    const predicted = measured.map(({ petalWidth }) =>
      petalWidth <= first ? 0 : petalWidth <= second ? 1 : 2
    );
    const isCorrect = samples.map(({ target }, i) => target === predicted[i]);
    const correct = species.map((_, k) =>
      samples.filter(({ target }, i) => target === k && isCorrect[i]).length
    );
    const wrong = measured.map(({ petalWidth, sepalWidth }, i) =>
      scaled ? samples[i].inputs : [petalWidth, sepalWidth]
    ).filter((_, i) => !isCorrect[i]);
    const [a, b] = [first, second].map((cut) => scaled ? scale(cut) : cut);
    const [low, high] = scaled ? [-0.06, 1.06] : [1.85, 4.55];
    const { data, layout } = scaled
      ? sampleScatter(samples, [])
      : flowerScatter(measured);
    const rings = marks(
      wrong.map(([x]) => x),
      wrong.map(([, y]) => y),
      { symbol: "circle-open", size: 16, color: colors.ink },
      { name: words.wrong, hoverinfo: "skip" },
    );
    const cuts = line(
      [a, a, NaN, b, b],
      [low, high, NaN, low, high],
      { color: colors.ink, width: 2 },
      { hoverinfo: "skip", showlegend: false },
    );
    return {
      figure: {
        data: [...data, rings, cuts],
        layout: {
          ...layout,
          xaxis: {
            ...layout.xaxis,
            range: scaled ? [-0.05, 1.08] : [-0.02, 2.7],
          },
          yaxis: { ...layout.yaxis, range: [low, high] },
        },
      },
      lines: [
        words.correctOf(correct, samples.length),
        ...[first, second].map((cut) =>
          scaled
            ? words.scaledCut(cut, minimum, maximum, scale(cut))
            : words.cutAt(cut)
        ),
      ],
    };
  },
};
