import { softmax } from "../math/softmax.ts";
import {
  axis,
  classStyles,
  colors,
  type Figure,
  figure,
  hatched,
} from "./figure.ts";
import { linspace } from "../math/linspace.ts";
import { decimal } from "../i18n/format.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * What softmax does: the logits on the left, their probabilities on the right.
 *
 * @param logits Raw outputs, one a species.
 * @param words The reader's language.
 * @returns Two bar plots side by side.
 */
export function probabilityBars(
  logits: readonly number[],
  words: FigureWords = figureWords(),
): Figure {
  const bars = (values: readonly number[], axes: object) =>
    values.map((value, j) => ({
      type: "bar" as const,
      x: [words.species[j]],
      y: [value],
      text: decimal(value, 3),
      textposition: "outside" as const,
      cliponaxis: false,
      marker: hatched(j),
      hovertemplate: "%{x}: %{y}<extra></extra>",
      showlegend: false,
      ...axes,
    }));
  const low = Math.min(0, ...logits);
  const high = Math.max(0, ...logits);
  const room = 0.15 * (high - low || 1);
  return figure([
    ...bars(logits, {}),
    ...bars(softmax(logits), { xaxis: "x2", yaxis: "y2" }),
  ], {
    height: 360,
    xaxis: axis("", { domain: [0, 0.44] }),
    yaxis: axis(words.logit, {
      range: [low - (low < 0 ? room : 0), high + room],
    }),
    xaxis2: axis("", { domain: [0.58, 1], anchor: "y2" }),
    yaxis2: axis(words.probability, { range: [0, 1.08], anchor: "x2" }),
  });
}

/**
 * How all probabilities answer when the logit of one class moves and the others
 * stay.
 *
 * @param logits Raw outputs, one a species.
 * @param moved Index of the class whose logit moves.
 * @param words The reader's language.
 * @returns One curve a class over the moved logit, and a line where it is now.
 */
export function softmaxCurves(
  logits: readonly number[],
  moved: number,
  words: FigureWords = figureWords(),
): Figure {
  const x = linspace(-6, 6, 121);
  const p = x.map((z) => softmax(logits.with(moved, z)));
  return figure(
    words.species.map((name, j) => ({
      type: "scatter" as const,
      mode: "lines" as const,
      name,
      x,
      y: p.map((row) => row[j]),
      line: {
        color: classStyles[j].color,
        width: 3,
        dash: (["solid", "dash", "dot"] as const)[j],
      },
      hovertemplate: "z = %{x:.1f}<br>p = %{y:.3f}<extra>" + name + "</extra>",
    })),
    {
      xaxis: axis(words.logitOf(words.species[moved])),
      yaxis: axis(words.probability, { range: [-0.02, 1.02] }),
      shapes: [{
        type: "line",
        x0: logits[moved],
        x1: logits[moved],
        y0: 0,
        y1: 1,
        line: { color: colors.grey, width: 1.5, dash: "dashdot" },
      }],
    },
  );
}
