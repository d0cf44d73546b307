import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import type { Sample } from "../network/sample.ts";
import { classMarkers } from "./class_markers.ts";
import {
  axis,
  classStyles,
  type Figure,
  figure,
  guide,
  named,
  note,
  stackedBar,
} from "./figure.ts";
import {
  areSamples,
  checkArguments,
  isPositive,
  numbers,
  optional,
} from "./figure_arguments.ts";

/**
 * The cross-entropy of a few flowers, and their sum, as bars.
 *
 * @example The three flowers of the lesson
 * ```ts
 * import { exampleFlowers, lossBars } from "@lesson/cross-entropy/notebook";
 * lossBars(exampleFlowers, [0.566, 0.657, 0.551]);
 * ```
 *
 * @param samples The flowers.
 * @param losses The cross-entropy of each, nats.
 * @param highest The top of the axis; by default high enough for the sum.
 * @returns A bar for each flower, and one for the total, in which they are
 * stacked.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function lossBars(
  samples: readonly Sample[],
  losses: readonly number[],
  highest?: number,
): Figure {
  checkArguments("lossBars", {
    samples: [samples, areSamples],
    losses: [losses, numbers(samples?.length)],
    highest: [highest, optional(isPositive)],
  });
  const words = figureWords();
  const species = samples.map(({ target }) => words.species[target]);
  const names = species.map((name, i) =>
    species.indexOf(name) === species.lastIndexOf(name)
      ? name
      : `${name} (${i + 1})`
  );
  // Where the axis is fixed, a flower's share may be too small for its name.
  const inTotal = (i: number) =>
    highest === undefined ? `${names[i]}<br>${decimal(losses[i], 3)}` : "";
  return figure(
    samples.map(({ target }, i) => ({
      ...stackedBar(classStyles[target].color),
      ...named(names[i], `%{y:.6f} ${words.nats}`),
      x: [names[i], words.total],
      y: [losses[i], losses[i]],
      text: [decimal(losses[i], 3), inTotal(i)],
      showlegend: false,
    })),
    {
      barmode: "stack",
      height: 360,
      xaxis: axis("", {
        categoryorder: "array",
        categoryarray: [...names, words.total],
      }),
      yaxis: axis(
        `${words.crossEntropy} (${words.nats})`,
        highest === undefined ? {} : { range: [0, highest] },
      ),
    },
  );
}

/**
 * The cross-entropy of every flower of the data set, in the order of the file.
 *
 * @example Three flowers
 * ```ts
 * import { exampleFlowers, lossScatter } from "@lesson/cross-entropy/notebook";
 * lossScatter(exampleFlowers, [0.566, 0.657, 0.551]);
 * ```
 *
 * @param samples The flowers.
 * @param losses The cross-entropy of each, nats.
 * @returns One marker per flower, by species, and a line at ln 3, the loss of a
 * network that finds all species equally probable.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function lossScatter(
  samples: readonly Sample[],
  losses: readonly number[],
): Figure {
  checkArguments("lossScatter", {
    samples: [samples, areSamples],
    losses: [losses, numbers(samples?.length)],
  });
  const words = figureWords();
  const points = samples.map(({ target }, i) => ({
    x: i + 1,
    y: losses[i],
    target,
  }));
  const hover = `${words.flower} %{x}<br>%{y:.3f} ${words.nats}`;
  const unsure = Math.log(words.species.length);
  return figure(classMarkers(points, { size: 8, opacity: 0.75 }, hover), {
    shapes: [guide({ y: unsure }, "dash")],
    annotations: [
      note(`${words.knowsNothing}:<br>ln 3`, 0, unsure, {
        xref: "paper",
        xanchor: "left",
        xshift: 6,
        yanchor: "bottom",
        align: "left",
      }),
    ],
    xaxis: axis(words.flower, { range: [-1, samples.length + 2] }),
    yaxis: axis(`${words.crossEntropy} (${words.nats})`, {
      rangemode: "tozero",
    }),
  });
}
