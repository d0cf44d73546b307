import type { Data, ScatterData } from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";
import { classStyles, marks, named } from "./figure.ts";

/** One mark of a plot: where it stands, and of which class it is. */
export interface ClassPoint {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

/**
 * Marks of flowers, one trace per species, each in the colour and with the
 * symbol of its class. A mark's `customdata` is the number of its flower.
 *
 * @param points The flowers, in the order of their numbers.
 * @param marker Size, opacity, outline.
 * @param hover The hover text of a mark, without its species.
 */
export function classMarkers(
  points: readonly ClassPoint[],
  marker: ScatterData["marker"],
  hover: string,
): Data[] {
  return figureWords().species.map((name, target) => {
    const own = points.map((point, i) => ({ ...point, number: i + 1 }))
      .filter((point) => point.target === target);
    const { color, symbol } = classStyles[target];
    return marks(
      own.map(({ x }) => x),
      own.map(({ y }) => y),
      { color, symbol, ...marker },
      { customdata: own.map(({ number }) => number), ...named(name, hover) },
    );
  });
}

/** Samples as points of the plane of petal and sepal width. */
export function pointsOf(
  samples: readonly { inputs: readonly number[]; target: number }[],
): ClassPoint[] {
  return samples.map(({ inputs: [x, y], target }) => ({ x, y, target }));
}
