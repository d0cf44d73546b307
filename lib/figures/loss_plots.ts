import { classMarkers } from "./class_markers.ts";
import { axis, classStyles, type Figure, figure } from "./figure.ts";
import type { Sample } from "../network/sample.ts";
import { decimal } from "../i18n/format.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * The cross-entropy of a few flowers, and their sum, as bars.
 *
 * @param samples The flowers.
 * @param losses The cross-entropy of each, nats.
 * @param words The reader's language.
 * @returns A bar for each flower and one for the total, which is the others
 * laid on top of each other.
 */
export function lossBars(
  samples: readonly Sample[],
  losses: readonly number[],
  words: FigureWords = figureWords(),
): Figure {
  const species = samples.map(({ target }) => words.species[target]);
  const names = species.map((name, i) =>
    species.indexOf(name) === species.lastIndexOf(name)
      ? name
      : `${name} (${i + 1})`
  );
  return figure(
    samples.map(({ target }, i) => ({
      type: "bar" as const,
      name: names[i],
      x: [names[i], words.total],
      y: [losses[i], losses[i]],
      text: [decimal(losses[i], 3), `${names[i]}<br>${decimal(losses[i], 3)}`],
      textangle: 0,
      insidetextanchor: "middle" as const,
      insidetextfont: { color: "#ffffff", size: 15 },
      marker: {
        color: classStyles[target].color,
        line: { color: "#ffffff", width: 1 },
      },
      hovertemplate: `%{y:.6f} ${words.nats}<extra>${names[i]}</extra>`,
      showlegend: false,
    })),
    {
      barmode: "stack",
      height: 360,
      xaxis: axis("", {
        categoryorder: "array",
        categoryarray: [...names, words.total],
      }),
      yaxis: axis(`${words.crossEntropy} (${words.nats})`),
    },
  );
}

/**
 * The cross-entropy of every flower of the data set, in the order of the file.
 *
 * @param samples The flowers.
 * @param losses The cross-entropy of each, nats.
 * @param words The reader's language.
 * @returns One marker a flower, by species.
 */
export function lossScatter(
  samples: readonly Sample[],
  losses: readonly number[],
  words: FigureWords = figureWords(),
): Figure {
  const points = samples.map(({ target }, i) => ({
    x: i + 1,
    y: losses[i],
    target,
  }));
  const hover = `${words.flower} %{x}<br>%{y:.3f} ${words.nats}`;
  return figure(
    classMarkers(points, words, { size: 8, opacity: 0.75 }, hover),
    {
      xaxis: axis(words.flower),
      yaxis: axis(`${words.crossEntropy} (${words.nats})`, {
        rangemode: "tozero",
      }),
    },
  );
}
