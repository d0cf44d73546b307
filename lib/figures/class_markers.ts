import { classStyles, type Figure } from "./figure.ts";
import type { FigureWords } from "../i18n/figure_words.ts";

/** One mark of a plot: where it stands, and of which class it is. */
export interface ClassPoint {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

/**
 * Marks of flowers, one trace a species, each in the colour and with the symbol
 * of its class. A mark's `customdata` is the number of its flower.
 *
 * @param points The flowers, in the order of their numbers.
 * @param words The reader's language.
 * @param marker Size, opacity, outline.
 * @param hover What hovering says of a mark, but for the species.
 */
export function classMarkers(
  points: readonly ClassPoint[],
  words: FigureWords,
  marker: object,
  hover: string,
): Figure["data"] {
  return words.species.map((name, target) => {
    const own = points.map((point, i) => ({ ...point, number: i + 1 }))
      .filter((point) => point.target === target);
    const { color, symbol } = classStyles[target];
    return {
      type: "scatter" as const,
      mode: "markers" as const,
      name,
      x: own.map(({ x }) => x),
      y: own.map(({ y }) => y),
      customdata: own.map(({ number }) => number),
      marker: { color, symbol, ...marker },
      hovertemplate: `${hover}<extra>${name}</extra>`,
    };
  });
}

/** Samples as points of the plane of petal and sepal width. */
export function pointsOf(
  samples: readonly { inputs: readonly number[]; target: number }[],
): ClassPoint[] {
  return samples.map(({ inputs: [x, y], target }) => ({ x, y, target }));
}
