import { type Flower, species } from "../flowers/flowers.ts";
import type { Sample } from "../network/sample.ts";
import { classMarkers, type ClassPoint, pointsOf } from "./class_markers.ts";
import { axis, colors, type Figure, figure, note } from "./figure.ts";
import { listed } from "../i18n/format.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * All flowers as they were measured: petal width against sepal width, in
 * centimetres, by species.
 *
 * @param flowers The measured flowers.
 * @param words The reader's language.
 * @returns A scatter plot with one trace a species; hovering names the flower
 * by its number.
 */
export function flowerScatter(
  flowers: readonly Flower[],
  words: FigureWords = figureWords(),
): Figure {
  const points = flowers.map((flower) => ({
    x: flower.petalWidth,
    y: flower.sepalWidth,
    target: species.indexOf(flower.species),
  }));
  return figure(scatter(points, "cm", words), {
    xaxis: axis(`${words.petalWidth} (cm)`),
    yaxis: axis(`${words.sepalWidth} (cm)`),
  });
}

/**
 * All flowers as the network sees them, both widths scaled to 0..1, with some
 * of them ringed and named.
 *
 * @param samples All flowers, inputs [petal, sepal].
 * @param marked The flowers to ring.
 * @param words The reader's language.
 * @returns A scatter plot with one trace a species, and the rings.
 */
export function sampleScatter(
  samples: readonly Sample[],
  marked: readonly Sample[],
  words: FigureWords = figureWords(),
): Figure {
  const rings = {
    type: "scatter" as const,
    mode: "markers" as const,
    x: marked.map(({ inputs }) => inputs[0]),
    y: marked.map(({ inputs }) => inputs[1]),
    marker: {
      symbol: "circle-open" as const,
      size: 20,
      color: colors.ink,
      line: { width: 2 },
    },
    hoverinfo: "skip" as const,
    showlegend: false,
  };
  return figure([...scatter(pointsOf(samples), "", words), rings], {
    xaxis: axis(`${words.petalWidth}, ${words.scaled}`, {
      range: [-0.05, 1.08],
    }),
    yaxis: axis(`${words.sepalWidth}, ${words.scaled}`, {
      range: [-0.06, 1.06],
    }),
    annotations: marked.map(({ inputs: [x, y], target }) =>
      note(`<b>${words.species[target]}</b><br>${listed([x, y])}`, x, y, {
        ax: x > 0.8 ? -44 : 44,
        ay: 44,
        bgcolor: "rgba(255,255,255,0.9)",
        standoff: 10,
      })
    ),
  });
}

/** Hovering names a flower by its number, and says its sizes. */
function scatter(
  points: readonly ClassPoint[],
  unit: string,
  words: FigureWords,
): Figure["data"] {
  const hover =
    `${words.flower} %{customdata}<br>${words.petal} %{x:.3~g} ${unit}<br>` +
    `${words.sepal} %{y:.3~g} ${unit}`;
  return classMarkers(points, words, { size: 9, opacity: 0.65 }, hover);
}
