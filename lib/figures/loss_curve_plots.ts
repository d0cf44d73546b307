import { withMinusSign } from "../minus_sign.ts";
import type { Data } from "plotly.js-dist-min";
import { linearSpace } from "../linear_space.ts";
import {
  crossEntropyCurve,
  type LossCurve,
  squaredResidualCurve,
} from "../loss_curves.ts";
import { axis, colors, type Figure, figure, lossStyles } from "./figure.ts";
import { type FigureWords, figureWords } from "../words/figures.ts";

/**
 * The two losses that are drawn over the predicted probability of the observed
 * class.
 */
export type LossName = "crossEntropy" | "squaredResidual";

const curves: Record<LossName, LossCurve> = {
  crossEntropy: crossEntropyCurve,
  squaredResidual: squaredResidualCurve,
};

/**
 * The loss over the predicted probability of the observed class, from 0 to 1.
 * Cross-entropy goes to Infinity at p = 0; the plot starts at p = 0.002 and
 * shows it up to `highest`.
 *
 * @param names Which losses to draw.
 * @param options `tangents`: the values of p at which to touch each curve with
 * its tangent; `highest`: the top of the loss axis, 6.5 nats unless told.
 * @param words The reader's language.
 * @returns One curve a loss, and its tangents.
 * @throws {RangeError} When a tangent's p is not in (0, 1].
 */
export function lossCurvePlot(
  names: readonly LossName[],
  { tangents = [], highest = 6.5 }: {
    tangents?: readonly number[];
    highest?: number;
  } = {},
  words: FigureWords = figureWords(),
): Figure {
  const p = [...linearSpace(0.002, 0.1, 99), ...linearSpace(0.11, 1, 90)];
  const data = names.flatMap((name) => [
    lossLine(name, p, p.map(curves[name].value), words[name]),
    ...tangents.flatMap((at) => tangent(name, at, words)),
  ]);
  return figure(data, {
    xaxis: axis(words.probabilityOfObserved, { range: [0, 1.02] }),
    yaxis: axis(names.length === 1 ? words[names[0]] : words.loss, {
      range: [-0.03 * highest, highest],
    }),
  });
}

/**
 * The steepness (slope without its sign) of both losses over p, on a
 * logarithmic axis.
 *
 * @param slope `"slope"`: in p itself; `"slopeInLogit"`: in the logit of the
 * observed class, what reaches the weights.
 * @param words The reader's language.
 * @returns One curve a loss.
 */
export function steepnessPlot(
  slope: "slope" | "slopeInLogit",
  words: FigureWords = figureWords(),
): Figure {
  const p = linearSpace(0.002, 0.998, 499);
  const names: LossName[] = ["crossEntropy", "squaredResidual"];
  const logarithmic = slope === "slope";
  return figure(
    names.map((name) =>
      lossLine(
        name,
        p,
        p.map((at) => Math.abs(curves[name][slope](at))),
        words[name],
      )
    ),
    {
      xaxis: axis(words.probabilityOfObserved, { range: [0, 1] }),
      yaxis: axis(
        `|${logarithmic ? words.slopeInProbability : words.slopeInLogit}|`,
        logarithmic
          ? { type: "log", dtick: 1, exponentformat: "none" }
          : { range: [0, 1.05] },
      ),
    },
  );
}

function lossLine(
  name: LossName,
  x: number[],
  y: number[],
  title: string,
): Data {
  return {
    type: "scatter",
    mode: "lines",
    name: title,
    x,
    y,
    line: { width: 3, ...lossStyles[name] },
    hovertemplate: "p = %{x:.3f}<br>%{y:.4f}<extra>" + title + "</extra>",
  };
}

/** A short piece of the tangent at p, and the point where it touches. */
function tangent(name: LossName, p: number, words: FigureWords): Data[] {
  if (!(p > 0 && p <= 1)) {
    throw new RangeError(`lossCurvePlot: tangents must be in (0, 1], got ${p}`);
  }
  const { value, slope } = curves[name];
  // The same length on the screen, where 1 in p is as long as about 4 in the loss.
  const reach = 0.22 / Math.hypot(1, slope(p) / 4);
  const ends = [p - reach, p + reach];
  return [
    {
      type: "scatter",
      mode: "lines",
      x: ends,
      y: ends.map((x) => value(p) + slope(p) * (x - p)),
      line: { color: colors.ink, width: 2 },
      hoverinfo: "skip",
      showlegend: false,
    },
    {
      type: "scatter",
      mode: "markers",
      x: [p],
      y: [value(p)],
      marker: {
        color: lossStyles[name].color,
        size: 10,
        line: { color: colors.ink, width: 2 },
      },
      hovertemplate: `p = %{x}<br>${words.slope} ${
        withMinusSign(slope(p).toFixed(2))
      }<extra>${words[name]}</extra>`,
      showlegend: false,
    },
  ];
}
