import { decimal, written } from "../i18n/format.ts";
import type { Data } from "plotly.js-dist-min";
import { linspace } from "../math/linspace.ts";
import {
  crossEntropyCurve,
  type LossCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import { axis, colors, type Figure, figure, lossStyles } from "./figure.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

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
  const p = [...linspace(0.002, 0.1, 99), ...linspace(0.11, 1, 90)];
  const data = names.flatMap((name) => [
    lossLine(name, p, p.map(curves[name].value), words),
    ...tangents.flatMap((at) => tangentInProbability(name, at, words)),
  ]);
  return figure(data, {
    xaxis: axis(words.probabilityOfObserved, { range: [0, 1.02] }),
    yaxis: axis(names.length === 1 ? words[names[0]] : words.loss, {
      range: [-0.03 * highest, highest],
    }),
  });
}

/**
 * The loss over the logit of the observed class, counted from where p is one half:
 * with the other logits held still, `p = 1 / (1 + exp(−z))`. Cross-entropy is
 * convex here, and the squared residual is not.
 *
 * @param names Which losses to draw.
 * @param options `tangents`: the values of p at which to touch each curve with
 * its tangent.
 * @param words The reader's language.
 * @returns One curve a loss, and its tangents.
 * @throws {RangeError} When a tangent's p is not in (0, 1).
 */
export function lossOverLogitPlot(
  names: readonly LossName[],
  { tangents = [] }: { tangents?: readonly number[] } = {},
  words: FigureWords = figureWords(),
): Figure {
  const z = linspace(-6, 6, 121);
  const data = names.flatMap((name) => [
    lossLine(name, z, z.map((at) => curves[name].value(logistic(at))), words),
    ...tangents.flatMap((p) => tangentInLogit(name, p, words)),
  ]);
  return figure(data, {
    xaxis: axis(words.logitOfObserved, { range: [-6, 6] }),
    yaxis: axis(names.length === 1 ? words[names[0]] : words.loss, {
      range: [-0.2, 6.5],
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
  const p = linspace(0.002, 0.998, 250);
  const names: LossName[] = ["crossEntropy", "squaredResidual"];
  const logarithmic = slope === "slope";
  return figure(
    names.map((name) =>
      lossLine(
        name,
        p,
        p.map((at) => Math.abs(curves[name][slope](at))),
        words,
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
  words: FigureWords,
): Data {
  return {
    type: "scatter",
    mode: "lines",
    name: words[name],
    x,
    y,
    line: { width: 3, ...lossStyles[name] },
    hovertemplate: `%{x:.3f}<br>%{y:.4f}<extra>${words[name]}</extra>`,
  };
}

function tangentInProbability(
  name: LossName,
  p: number,
  words: FigureWords,
): Data[] {
  if (!(p > 0 && p <= 1)) {
    throw new RangeError(`lossCurvePlot: tangents must be in (0, 1], got ${p}`);
  }
  const { value, slope } = curves[name];
  // The same length on the screen, where 1 in p is as long as about 4 in the loss.
  const reach = 0.22 / Math.hypot(1, slope(p) / 4);
  const touch = { x: p, y: value(p), slope: slope(p), p };
  return tangent(name, touch, reach, words);
}

function tangentInLogit(
  name: LossName,
  p: number,
  words: FigureWords,
): Data[] {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(
      `lossOverLogitPlot: tangents must be in (0, 1), got ${p}`,
    );
  }
  const { value, slopeInLogit } = curves[name];
  const z = Math.log(p / (1 - p));
  const touch = { x: z, y: value(p), slope: slopeInLogit(p), p };
  return tangent(name, touch, 2, words);
}

/** A short piece of a tangent, and the point where it touches the curve. */
function tangent(
  name: LossName,
  { x, y, slope, p }: { x: number; y: number; slope: number; p: number },
  reach: number,
  words: FigureWords,
): Data[] {
  const ends = [x - reach, x + reach];
  return [
    {
      type: "scatter",
      mode: "lines",
      x: ends,
      y: ends.map((end) => y + slope * (end - x)),
      line: { color: colors.ink, width: 2 },
      hoverinfo: "skip",
      showlegend: false,
    },
    {
      type: "scatter",
      mode: "markers",
      x: [x],
      y: [y],
      marker: {
        color: lossStyles[name].color,
        size: 10,
        line: { color: colors.ink, width: 2 },
      },
      hovertemplate: `p = ${written(String(p))}<br>${words.slope} ${
        decimal(slope, 2)
      }<extra>${words[name]}</extra>`,
      showlegend: false,
    },
  ];
}

/** The probability of a class whose logit is z above where it is one half. */
function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
