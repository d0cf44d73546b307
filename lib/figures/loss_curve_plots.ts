import type { Data } from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";
import { decimal, written } from "../i18n/format.ts";
import { linspace } from "../math/linspace.ts";
import {
  crossEntropyCurve,
  type LossCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import { softmax } from "../math/softmax.ts";
import {
  axis,
  colors,
  type Figure,
  figure,
  line,
  lossStyles,
} from "./figure.ts";

/** A loss that can be drawn over the probability of the observed class alone. */
export type CurveName = "crossEntropy" | "squaredResidual";

const curves: Record<CurveName, LossCurve> = {
  crossEntropy: crossEntropyCurve,
  squaredResidual: squaredResidualCurve,
};

const both: CurveName[] = ["crossEntropy", "squaredResidual"];

/**
 * The loss over the predicted probability of the observed class, from 0 to 1.
 * Cross-entropy goes to Infinity at p = 0: its curve leaves the plot through the
 * top.
 *
 * @param names Which losses to draw.
 * @param options `tangents`: the values of p at which to touch each curve with
 * its tangent; `highest`: the top of the loss axis, by default 6.5 nats.
 * @returns One curve a loss, and its tangents with their slopes.
 * @throws {RangeError} When a tangent's p is not in (0, 1].
 */
export function lossCurvePlot(
  names: readonly CurveName[],
  { tangents = [], highest = 6.5 }: {
    tangents?: readonly number[];
    highest?: number;
  } = {},
): Figure {
  const bad = tangents.find((p) => !(p > 0 && p <= 1));
  if (bad !== undefined) {
    throw new RangeError(
      `lossCurvePlot: tangents must be in (0, 1], got ${bad}`,
    );
  }
  const steep = linspace(-1.1 * Math.max(highest, 3), Math.log(0.1), 60);
  const p = [...steep.map(Math.exp), ...linspace(0.11, 1, 90)];
  return lossPlot(names, {
    x: p,
    p,
    touches: tangents.map((p) => ({ x: p, p })),
    slope: "slope",
    // The same length on the screen, where 1 in p is as long as the axis is high.
    reach: (slope) => 0.16 / Math.hypot(1, slope / highest),
    top: highest,
    title: figureWords().probabilityOfObserved,
    range: [0, 1.02],
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
 * @returns One curve a loss, and its tangents with their slopes.
 * @throws {RangeError} When a tangent's p is not in (0, 1).
 */
export function lossOverLogitPlot(
  names: readonly CurveName[],
  { tangents = [] }: { tangents?: readonly number[] } = {},
): Figure {
  const bad = tangents.find((p) => !(p > 0 && p < 1));
  if (bad !== undefined) {
    throw new RangeError(
      `lossOverLogitPlot: tangents must be in (0, 1), got ${bad}`,
    );
  }
  const z = linspace(-7, 7, 141);
  return lossPlot(names, {
    x: z,
    p: z.map(ofLogit),
    touches: tangents.map((p) => ({ x: Math.log(p / (1 - p)), p })),
    slope: "slopeInLogit",
    reach: () => 2,
    top: 6.5,
    title: figureWords().logitOfObserved,
    range: [-6, 6],
  });
}

/**
 * The steepness (slope without its sign) of both losses over p, on a
 * logarithmic axis in p, on a linear one in the logit.
 *
 * @param slope `"slope"`: in p itself; `"slopeInLogit"`: in the logit of the
 * observed class, what reaches the weights.
 * @returns One curve a loss.
 */
export function steepnessPlot(slope: "slope" | "slopeInLogit"): Figure {
  const words = figureWords();
  const p = linspace(0.002, 0.998, 250);
  const inP = slope === "slope";
  return figure(
    both.map((name) =>
      lossLine(name, p, p.map((at) => Math.abs(curves[name][slope](at))))
    ),
    {
      xaxis: axis(words.probabilityOfObserved, { range: [0, 1] }),
      yaxis: axis(
        `|${inP ? words.slopeInProbability : words.slopeInLogit}|`,
        inP
          ? { type: "log", dtick: 1, exponentformat: "none" }
          : { range: [0, 1.05] },
      ),
    },
  );
}

function lossLine(
  name: CurveName,
  x: readonly number[],
  y: readonly number[],
): Data {
  const title = figureWords()[name];
  return line(x, y, lossStyles[name], {
    name: title,
    hovertemplate: `%{x:.3f}<br>%{y:.4f}<extra>${title}</extra>`,
  });
}

/** Curves of losses with tangents, over p or over the logit. */
function lossPlot(
  names: readonly CurveName[],
  { x, p, touches, slope, reach, top, title, range }: {
    x: readonly number[];
    /** The probability at each x. */
    p: readonly number[];
    touches: readonly { x: number; p: number }[];
    slope: "slope" | "slopeInLogit";
    /** How far a tangent of some slope reaches to either side. */
    reach: (slope: number) => number;
    top: number;
    title: string;
    range: readonly [number, number];
  },
): Figure {
  const words = figureWords();
  const tangents = names.flatMap((name) =>
    touches.map(({ x, p }) => {
      const steepness = curves[name][slope](p);
      const at = { x, y: curves[name].value(p), slope: steepness, p };
      return { name, tangent: tangent(name, at, reach(steepness)) };
    })
  );
  // Tangents first, so that the curves lie on top of them.
  const data = names.flatMap((name) => {
    const own = tangents.filter((each) => each.name === name)
      .map(({ tangent }) => tangent);
    return [
      ...own.map(({ touching }) => touching),
      lossLine(name, x, p.map(curves[name].value)),
      ...own.map(({ point }) => point),
    ];
  });
  return figure(data, {
    xaxis: axis(title, { range: [...range] }),
    yaxis: axis(names.length === 1 ? words[names[0]] : words.loss, {
      range: [(touches.length > 0 ? -0.12 : -0.03) * top, top],
    }),
  });
}

/** A short piece of a tangent, and the point where it touches, with its slope. */
function tangent(
  name: CurveName,
  { x, y, slope, p }: { x: number; y: number; slope: number; p: number },
  reach: number,
): { touching: Data; point: Data } {
  const words = figureWords();
  const ends = [x - reach, x + reach];
  const { color, symbol } = lossStyles[name];
  return {
    touching: line(
      ends,
      ends.map((end) => y + slope * (end - x)),
      { color: colors.ink, width: 1.5 },
      { hoverinfo: "skip", showlegend: false },
    ),
    point: {
      type: "scatter",
      mode: "text+markers",
      x: [x],
      y: [y],
      text: [decimal(slope, 2)],
      textposition: name !== "crossEntropy"
        ? "bottom center"
        : p < 0.8
        ? "top right"
        : "top center",
      textfont: { color },
      cliponaxis: false,
      marker: { color, symbol, size: 11 },
      hovertemplate: `p = ${written(String(p))}<br>${words.slope} ${
        decimal(slope, 2)
      }<extra>${words[name]}</extra>`,
      showlegend: false,
    },
  };
}

/** The probability of a class whose logit is z above where it is one half. */
function ofLogit(z: number): number {
  return softmax([z, 0])[0];
}
