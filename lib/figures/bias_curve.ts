import {
  axis,
  colors,
  type Figure,
  figure,
  lossStyles,
  note,
} from "./figure.ts";
import { decimal } from "../i18n/format.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * The total cross-entropy as a function of one bias, with its lowest point
 * marked.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total at each of them, nats.
 * @param words The reader's language.
 * @returns One curve and the mark.
 */
export function biasCurve(
  biases: readonly number[],
  totals: readonly number[],
  words: FigureWords = figureWords(),
): Figure {
  const { x, y } = lowest(biases, totals);
  return figure([curve(biases, totals, words.total), mark(x, y)], {
    showlegend: false,
    xaxis: axis(words.bias),
    yaxis: axis(words.totalCrossEntropy, { rangemode: "tozero" }),
    annotations: [note(minimumText(x, y, words), x, y, {
      ax: 0,
      ay: -48,
      bgcolor: "#ffffff",
    })],
  });
}

/**
 * Maximum likelihood and minimum cross-entropy are the same search: the product
 * of the probabilities above, the total cross-entropy below, over the same
 * bias. The one is highest where the other is lowest.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @param words The reader's language.
 * @returns Two curves, one above the other.
 */
export function likelihoodCurve(
  biases: readonly number[],
  totals: readonly number[],
  words: FigureWords = figureWords(),
): Figure {
  const { x, y } = lowest(biases, totals);
  const likelihoods = totals.map((total) => Math.exp(-total));
  return figure([
    curve(biases, totals, words.totalCrossEntropy),
    mark(x, y),
    {
      ...curve(biases, likelihoods, words.likelihood),
      yaxis: "y2",
      line: { color: colors.purple, width: 3 },
    },
    { ...mark(x, Math.exp(-y)), yaxis: "y2" },
  ], {
    height: 520,
    showlegend: false,
    xaxis: axis(words.bias),
    yaxis: axis(words.totalCrossEntropy, {
      domain: [0, 0.46],
      rangemode: "tozero",
    }),
    yaxis2: axis(words.likelihood, { domain: [0.54, 1], rangemode: "tozero" }),
    shapes: [{
      type: "line",
      xref: "x",
      yref: "paper",
      x0: x,
      x1: x,
      y0: 0,
      y1: 1,
      line: { color: colors.grey, width: 1.5, dash: "dot" },
    }],
  });
}

/**
 * Gradient descent walking down the total cross-entropy over one bias.
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @param walk Where each step of the descent stood: the bias and the total there.
 * @param range The lowest and the highest total that the axis shows; as needed,
 * unless told.
 * @param words The reader's language.
 * @returns The curve, and the steps on it, numbered from 0.
 */
export function descentCurve(
  biases: readonly number[],
  totals: readonly number[],
  walk: readonly { readonly bias: number; readonly total: number }[],
  range?: readonly [number, number],
  words: FigureWords = figureWords(),
): Figure {
  return figure([
    curve(biases, totals, words.total),
    {
      type: "scatter",
      mode: "lines+text+markers",
      x: walk.map(({ bias }) => bias),
      y: walk.map(({ total }) => total),
      text: walk.map((_, step) => step < 4 ? String(step) : ""),
      textposition: "top right",
      // The last is where the ball lies now.
      marker: {
        size: walk.map((_, step) => step === walk.length - 1 ? 17 : 10),
        color: colors.orange,
        symbol: "circle",
      },
      line: { color: colors.orange, width: 1.5, dash: "dot" },
      customdata: walk.map((_, step) => step),
      hovertemplate:
        `${words.step} %{customdata}<br>b<sub>3</sub> = %{x:.4f}<br>%{y:.6f}<extra></extra>`,
    },
  ], {
    showlegend: false,
    xaxis: axis(words.bias, { range: [biases[0], biases.at(-1)!] }),
    yaxis: axis(words.totalCrossEntropy, range && { range: [...range] }),
  });
}

function curve(x: readonly number[], y: readonly number[], name: string) {
  return {
    type: "scatter" as const,
    mode: "lines" as const,
    name,
    x: [...x],
    y: [...y],
    line: { width: 3, ...lossStyles.crossEntropy },
    hovertemplate: "b<sub>3</sub> = %{x:.2f}<br>%{y:.4f}<extra></extra>",
  };
}

function mark(x: number, y: number) {
  return {
    type: "scatter" as const,
    mode: "markers" as const,
    x: [x],
    y: [y],
    marker: { size: 12, color: colors.ink, symbol: "diamond" as const },
    hovertemplate: "b<sub>3</sub> = %{x:.2f}<br>%{y:.4f}<extra></extra>",
  };
}

function minimumText(x: number, y: number, words: FigureWords): string {
  return `${words.minimum} ${decimal(y, 3)}<br>b<sub>3</sub> = ${
    decimal(x, 2)
  }`;
}

/** The point with the smallest y. */
function lowest(
  xs: readonly number[],
  ys: readonly number[],
): { x: number; y: number } {
  const at = ys.indexOf(ys.reduce((a, b) => Math.min(a, b)));
  return { x: xs[at], y: ys[at] };
}
