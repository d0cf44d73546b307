import type { Data } from "plotly.js-dist-min";
import { areFlowers, type Flower, species } from "../flowers/flowers.ts";
import { figureWords } from "../i18n/words.ts";
import { listed } from "../i18n/format.ts";
import type { Sample } from "../network/sample.ts";
import { classMarkers, type ClassPoint, pointsOf } from "./class_markers.ts";
import {
  axis,
  classStyles,
  colors,
  type Figure,
  figure,
  marks,
} from "./figure.ts";
import {
  anyListOf,
  areSamples,
  checkArguments,
  isSample,
} from "./figure_arguments.ts";

/**
 * All flowers as they were measured: petal width against sepal width, in
 * centimetres, by species.
 *
 * @example All 150 flowers
 * ```ts
 * import { flowerScatter, loadFlowers } from "@lesson/cross-entropy/notebook";
 * flowerScatter(loadFlowers());
 * ```
 *
 * @param flowers The measured flowers.
 * @returns A scatter plot with one trace per species; hovering names the flower
 * by its number.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function flowerScatter(flowers: readonly Flower[]): Figure {
  checkArguments("flowerScatter", { flowers: [flowers, areFlowers] });
  const words = figureWords();
  const points = flowers.map((flower) => ({
    x: flower.petalWidth,
    y: flower.sepalWidth,
    target: species.indexOf(flower.species),
  }));
  return figure(scatter(points, " cm"), {
    xaxis: axis(`${words.petalWidth} (cm)`),
    yaxis: axis(`${words.sepalWidth} (cm)`),
  });
}

/**
 * All flowers as the network sees them, both widths scaled to 0..1, with some
 * of them ringed, and named in the legend, where no label hides a mark.
 *
 * @example All 150 flowers, three of them ringed
 * ```ts
 * import {
 *   exampleFlowers,
 *   loadFlowers,
 *   sampleScatter,
 *   toSamples,
 * } from "@lesson/cross-entropy/notebook";
 * sampleScatter(toSamples(loadFlowers()), exampleFlowers);
 * ```
 *
 * @param samples All flowers, inputs [petal, sepal].
 * @param marked The flowers to ring.
 * @returns A scatter plot with one trace per species, and one for each ring.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function sampleScatter(
  samples: readonly Sample[],
  marked: readonly Sample[],
): Figure {
  checkArguments("sampleScatter", {
    samples: [samples, areSamples],
    marked: [marked, anyListOf(isSample, "samples")],
  });
  const words = figureWords();
  const rings = marked.map(({ inputs, target }) =>
    marks([inputs[0]], [inputs[1]], {
      symbol: `${classStyles[target].symbol}-open`,
      size: 19,
      color: colors.ink,
      line: { width: 2 },
    }, {
      name: `${words.species[target]} (${listed(inputs)})`,
      hoverinfo: "skip",
    })
  );
  return figure([...scatter(pointsOf(samples), ""), ...rings], {
    height: 440,
    margin: { l: 56, r: 16, t: 24, b: 88 + 22 * marked.length },
    xaxis: axis(`${words.petalWidth}, ${words.scaled}`, {
      range: [-0.05, 1.08],
    }),
    yaxis: axis(`${words.sepalWidth}, ${words.scaled}`, {
      range: [-0.06, 1.06],
    }),
  });
}

/** Hovering names a flower by its number, and gives its two widths. */
function scatter(points: readonly ClassPoint[], unit: string): Data[] {
  const words = figureWords();
  const hover = `${words.flower} %{customdata}` +
    `<br>${words.petal} %{x:.3~g}${unit}<br>${words.sepal} %{y:.3~g}${unit}`;
  return classMarkers(points, { size: 9, opacity: 0.65 }, hover);
}
