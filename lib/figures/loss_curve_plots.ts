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
  lossLine,
  lossStyles,
  marks,
} from "./figure.ts";
import {
  anyListOf,
  type Check,
  checkArguments,
  listOf,
  numberThat,
  oneOf,
  onlyOf,
  optional,
} from "./figure_arguments.ts";

/** A loss that can be drawn over the probability of the observed class alone. */
export type CurveName = "crossEntropy" | "squaredResidual";

const curves: Record<CurveName, LossCurve> = {
  crossEntropy: crossEntropyCurve,
  squaredResidual: squaredResidualCurve,
};

const areNames = listOf(oneOf(Object.keys(curves)), "names of losses");

// Beyond, the curve would need a p that is rounded to 0.
const isHeight = numberThat("be in (0, 600]", (x) => x > 0 && x <= 600);

function tangentsIn(interval: string, holds: (p: number) => boolean): Check {
  return optional(anyListOf(numberThat(`be in ${interval}`, holds), "numbers"));
}

const hover = "%{x:.3f}<br>%{y:.4f}";

/**
 * The loss over the predicted probability of the observed class, from 0 to 1.
 * Cross-entropy goes to Infinity at p = 0: its curve leaves the plot through the
 * top.
 *
 * @example Both losses, with tangents at 0.1
 * ```ts
 * import { lossCurvePlot } from "@lesson/cross-entropy/notebook";
 * lossCurvePlot(["crossEntropy", "squaredResidual"], { tangents: [0.1] });
 * ```
 *
 * @param names Which losses to draw.
 * @param options `tangents`: the values of p at which to draw the tangents of
 * each curve; `highest`: the top of the loss axis, by default 6.5 nats,
 * at most 600.
 * @returns One curve per loss, and its tangents with their slopes.
 * @throws {TypeError | RangeError} When an argument is not as described, or a
 * tangent's p is not in (0, 1].
 */
export function lossCurvePlot(
  names: readonly CurveName[],
  options: {
    tangents?: readonly number[];
    highest?: number;
  } = {},
): Figure {
  checkArguments("lossCurvePlot", {
    names: [names, areNames],
    options: [
      options,
      onlyOf({
        tangents: tangentsIn("(0, 1]", (p) => p > 0 && p <= 1),
        highest: optional(isHeight),
      }),
    ],
  });
  const { tangents = [], highest = 6.5 } = options;
  const steep = linspace(-1.1 * Math.max(highest, 6.5), Math.log(0.1), 60);
  const p = [...steep.map(Math.exp), ...linspace(0.11, 1, 90)];
  return lossPlot(names, {
    x: p,
    p,
    touches: tangents.map((p) => ({ x: p, p })),
    slope: "slope",
    // Tangents look equally long: on the screen, 1 in p is as long as the loss
    // axis is high.
    reach: (slope) => 0.16 / Math.hypot(1, slope / highest),
    top: highest,
    title: figureWords().probabilityOfObserved,
    range: [0, 1.02],
  });
}

/**
 * The loss over the logit of the observed class, measured from where p is one
 * half: with the other logits held fixed, `p = 1 / (1 + exp(−z))`.
 * Cross-entropy is convex here, and the squared residual is not.
 *
 * @example One loss, with a tangent
 * ```ts
 * import { lossOverLogitPlot } from "@lesson/cross-entropy/notebook";
 * lossOverLogitPlot(["squaredResidual"], { tangents: [0.1] });
 * ```
 *
 * @param names Which losses to draw.
 * @param options `tangents`: the values of p at which to draw the tangents of
 * each curve.
 * @returns One curve per loss, and its tangents with their slopes.
 * @throws {TypeError | RangeError} When an argument is not as described, or a
 * tangent's p is not in (0, 1).
 */
export function lossOverLogitPlot(
  names: readonly CurveName[],
  options: { tangents?: readonly number[] } = {},
): Figure {
  checkArguments("lossOverLogitPlot", {
    names: [names, areNames],
    options: [
      options,
      onlyOf({ tangents: tangentsIn("(0, 1)", (p) => p > 0 && p < 1) }),
    ],
  });
  const { tangents = [] } = options;
  const z = linspace(-7, 7, 141);
  return lossPlot(names, {
    x: z,
    p: z.map((each) => softmax([each, 0])[0]),
    touches: tangents.map((p) => ({ x: Math.log(p / (1 - p)), p })),
    slope: "slopeInLogit",
    reach: () => 2,
    top: 6.5,
    title: figureWords().logitOfObserved,
    range: [-6, 6],
  });
}

/**
 * The steepness of both losses over p: their slopes in the logit of the observed
 * class, without the sign. They are what reaches the weights.
 *
 * @example Both losses
 * ```ts
 * import { steepnessPlot } from "@lesson/cross-entropy/notebook";
 * steepnessPlot();
 * ```
 *
 * @returns One curve per loss.
 */
export function steepnessPlot(): Figure {
  const words = figureWords();
  const p = linspace(0.002, 0.998, 250);
  const names: CurveName[] = ["crossEntropy", "squaredResidual"];
  return figure(
    names.map((name) =>
      lossLine(
        name,
        p,
        p.map((at) => Math.abs(curves[name].slopeInLogit(at))),
        hover,
      )
    ),
    {
      xaxis: axis(words.probabilityOfObserved, { range: [0, 1] }),
      yaxis: axis(`|${words.slopeInLogit}|`, { range: [0, 1.05] }),
    },
  );
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
  const data = names.flatMap((name) => {
    const curve = curves[name];
    const tangents = touches.map(({ x, p }) => ({
      x,
      p,
      y: curve.value(p),
      slope: curve[slope](p),
    }));
    // The tangents first, so that the curve lies on top of them.
    return [
      ...tangents.map((at) => tangentLine(at, reach(at.slope))),
      lossLine(name, x, p.map(curve.value), hover),
      ...tangents.map((at) => tangentPoint(name, at)),
    ];
  });
  const words = figureWords();
  return figure(data, {
    xaxis: axis(title, { range: [...range] }),
    yaxis: axis(names.length === 1 ? words[names[0]] : words.loss, {
      range: [(touches.length > 0 ? -0.12 : -0.03) * top, top],
    }),
  });
}

/** A point of a curve, at x or p, and the slope there. */
interface Tangent {
  readonly x: number;
  readonly p: number;
  readonly y: number;
  readonly slope: number;
}

/** A short piece of a tangent. */
function tangentLine({ x, y, slope }: Tangent, reach: number): Data {
  return line(
    [x - reach, x + reach],
    [y - slope * reach, y + slope * reach],
    { color: colors.ink, width: 1.5 },
    { hoverinfo: "skip", showlegend: false },
  );
}

/** The point where a tangent touches the curve, with its slope. */
function tangentPoint(name: CurveName, { x, y, p, slope }: Tangent): Data {
  const words = figureWords();
  const { color, symbol } = lossStyles[name];
  const aboveCurve = p < 0.8 ? "top right" : "top center";
  const text = decimal(slope, 2);
  return marks([x], [y], { color, symbol, size: 11 }, {
    mode: "text+markers",
    text: [text],
    textposition: name === "crossEntropy" ? aboveCurve : "bottom center",
    textfont: { color },
    cliponaxis: false,
    hovertemplate: `p = ${written(String(p))}<br>${words.slope} ${text}` +
      `<extra>${words[name]}</extra>`,
    showlegend: false,
  });
}
