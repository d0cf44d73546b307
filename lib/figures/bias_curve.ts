import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import {
  axis,
  colors,
  type Figure,
  figure,
  line,
  lossStyles,
  marks,
  note,
  stacked,
} from "./figure.ts";

const hovertemplate = "b<sub>3</sub> = %{x:.2f}<br>%{y:.4f}<extra></extra>";

/**
 * The total cross-entropy as a function of one bias, with its lowest point
 * marked.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total at each of them, nats.
 * @returns One curve and the mark.
 */
export function biasCurve(
  biases: readonly number[],
  totals: readonly number[],
): Figure {
  const words = figureWords();
  const { x, y } = lowest(biases, totals);
  const text = `${words.minimum} ${decimal(y, 3)}<br>b<sub>3</sub> = ${
    decimal(x, 2)
  }`;
  return overBias(biases, totals, words.totalCrossEntropy, { x, y }, {
    annotations: [
      note(text, x, y, { ax: 0, ay: -48, bgcolor: colors.white }),
    ],
  });
}

/**
 * Maximum likelihood and minimum cross-entropy are the same search: the product
 * of the probabilities above, the total cross-entropy below, over the same
 * bias. The one is highest where the other is lowest.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @returns Two curves, one above the other.
 */
export function likelihoodCurve(
  biases: readonly number[],
  totals: readonly number[],
): Figure {
  const words = figureWords();
  const { x, y } = lowest(biases, totals);
  const shapes = [{
    type: "line" as const,
    yref: "y domain" as const,
    x0: x,
    x1: x,
    y0: 0,
    y1: 1,
    line: { color: colors.grey, width: 1.5, dash: "dot" as const },
  }];
  const likelihoods = totals.map((total) => Math.exp(-total));
  const best = { x, y: Math.exp(-y) };
  return stacked([
    overBias(biases, likelihoods, words.likelihood, best, { shapes }, {
      color: colors.ink,
    }),
    overBias(biases, totals, words.totalCrossEntropy, { x, y }, { shapes }),
  ], 560);
}

/** A curve over the bias, from 0 up, with one of its points marked. */
function overBias(
  biases: readonly number[],
  values: readonly number[],
  title: string,
  { x, y }: { x: number; y: number },
  layout: Figure["layout"],
  style: { color: string } = lossStyles.crossEntropy,
): Figure {
  return figure([
    line(biases, values, style, { name: title, hovertemplate }),
    marks([x], [y], { size: 12, color: colors.ink, symbol: "circle" }, {
      hovertemplate,
    }),
  ], {
    showlegend: false,
    xaxis: axis(figureWords().bias),
    yaxis: axis(title, { rangemode: "tozero" }),
    ...layout,
  });
}

/**
 * Gradient descent walking down the total cross-entropy over one bias.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @param walk Where each step of the descent stood: the bias and the total there.
 * @param range The lowest and the highest total that the axis shows; by default
 * as far as the curve needs.
 * @returns The curve, and the steps on it, numbered from 0 as far as the numbers
 * have room. Older steps are paler.
 */
export function descentCurve(
  biases: readonly number[],
  totals: readonly number[],
  walk: readonly { readonly bias: number; readonly total: number }[],
  range?: readonly [number, number],
): Figure {
  const words = figureWords();
  const last = walk.length - 1;
  const [low, high] = range ?? [Math.min(...totals), Math.max(...totals)];
  const labels = labelled(
    walk.map(({ bias, total }) => [
      (bias - biases[0]) / (biases.at(-1)! - biases[0]),
      (total - low) / (high - low),
    ]),
  );
  return figure([
    line(biases, totals, lossStyles.crossEntropy, {
      name: words.total,
      hovertemplate,
    }),
    {
      type: "scatter",
      mode: "text+lines+markers",
      x: walk.map(({ bias }) => bias),
      y: walk.map(({ total }) => total),
      text: walk.map((_, step) =>
        last > 0 && labels.has(step) ? String(step) : ""
      ),
      textposition: "top right",
      // The last one is where the ball lies now.
      marker: {
        size: walk.map((_, step) => step === last ? 17 : 10),
        opacity: walk.map((_, step) => Math.max(0.35, 0.85 ** (last - step))),
        color: colors.ink,
      },
      line: { color: colors.ink, width: 1, dash: "dot" },
      customdata: walk.map((_, step) => step),
      hovertemplate: `${words.step} %{customdata}` +
        "<br>b<sub>3</sub> = %{x:.4f}<br>%{y:.6f}<extra></extra>",
    },
  ], {
    showlegend: false,
    xaxis: axis(words.bias, { range: [biases[0], biases.at(-1)!] }),
    yaxis: axis(words.totalCrossEntropy, range && { range: [...range] }),
  });
}

/**
 * Which points can carry a label, first come, first served: those far enough from
 * all labelled ones, as shares of the width and the height of the plot.
 */
function labelled(places: readonly (readonly [number, number])[]): Set<number> {
  const free = ([x, y]: readonly [number, number], taken: Set<number>) =>
    [...taken].every((i) =>
      Math.abs(places[i][0] - x) > 0.08 || Math.abs(places[i][1] - y) > 0.08
    );
  return places.reduce(
    (taken, place, i) => free(place, taken) ? taken.add(i) : taken,
    new Set<number>(),
  );
}

/** The point with the smallest y. */
function lowest(
  xs: readonly number[],
  ys: readonly number[],
): { x: number; y: number } {
  const y = Math.min(...ys);
  return { x: xs[ys.indexOf(y)], y };
}
