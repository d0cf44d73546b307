import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import {
  axis,
  colors,
  type Figure,
  figure,
  guide,
  isClear,
  line,
  lossStyles,
  marks,
  note,
  type Point,
  stacked,
} from "./figure.ts";
import {
  areAscending,
  checkArguments,
  isLoss,
  isNumber,
  isRange,
  listOf,
  numbers,
  optional,
  shapeOf,
} from "./figure_arguments.ts";

const hovertemplate = "b<sub>3</sub> = %{x:.2f}<br>%{y:.4f}<extra></extra>";

/**
 * The total cross-entropy as a function of one bias, with its lowest point
 * marked.
 *
 * @example Lowest in the middle
 * ```ts
 * import { biasCurve } from "@lesson/cross-entropy/notebook";
 * biasCurve([-1, 0, 1], [1.95, 1.77, 2.29]);
 * ```
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total at each of them, nats.
 * @returns One curve and the mark.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function biasCurve(
  biases: readonly number[],
  totals: readonly number[],
): Figure {
  checkArguments("biasCurve", {
    biases: [biases, areAscending],
    totals: [totals, numbers(biases?.length)],
  });
  const words = figureWords();
  const at = totals.indexOf(Math.min(...totals));
  const text = `${words.minimum} ${decimal(totals[at], 3)}` +
    `<br>b<sub>3</sub> = ${decimal(biases[at], 2)}`;
  const more = { ax: 0, ay: -48, bgcolor: colors.white };
  return overBias(biases, totals, words.totalCrossEntropy, at, {
    annotations: [note(text, biases[at], totals[at], more)],
  });
}

/**
 * Maximum likelihood and minimum cross-entropy are the same search: the product
 * of the probabilities above, the total cross-entropy below, over the same
 * bias. The one is highest where the other is lowest.
 *
 * @example Highest in the middle
 * ```ts
 * import { likelihoodCurve } from "@lesson/cross-entropy/notebook";
 * likelihoodCurve([-1, 0, 1], [1.95, 1.77, 2.29]);
 * ```
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @returns Two curves, one above the other.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function likelihoodCurve(
  biases: readonly number[],
  totals: readonly number[],
): Figure {
  checkArguments("likelihoodCurve", {
    biases: [biases, areAscending],
    totals: [totals, listOf(isLoss, "numbers", biases?.length)],
  });
  const words = figureWords();
  const at = totals.indexOf(Math.min(...totals));
  const shapes = [guide({ x: biases[at] }, "dot")];
  const likelihoods = totals.map((total) => Math.exp(-total));
  return stacked([
    overBias(biases, likelihoods, words.likelihood, at, { shapes }, {
      color: colors.ink,
    }),
    overBias(biases, totals, words.totalCrossEntropy, at, { shapes }),
  ], 560);
}

/** A curve over the bias, from 0 up, with the point at that index marked. */
function overBias(
  biases: readonly number[],
  values: readonly number[],
  title: string,
  at: number,
  layout: Figure["layout"],
  style: { color: string } = lossStyles.crossEntropy,
): Figure {
  return figure([
    line(biases, values, style, { name: title, hovertemplate }),
    marks(
      [biases[at]],
      [values[at]],
      { size: 12, color: colors.ink, symbol: "circle" },
      { hovertemplate },
    ),
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
 * @example One step down
 * ```ts
 * import { descentCurve } from "@lesson/cross-entropy/notebook";
 * const walk = [{ bias: -1, total: 1.95 }, { bias: -0.2, total: 1.78 }];
 * descentCurve([-1, 0, 1], [1.95, 1.77, 2.29], walk);
 * ```
 *
 * @param biases Values of the bias, ascending.
 * @param totals The total cross-entropy at each of them, nats.
 * @param walk Where each step of the descent stood: the bias and the total there.
 * @param range The lowest and the highest total that the axis shows; by default
 * those of the curve.
 * @returns The curve, and the steps on it, numbered from 0 where there is room.
 * Older steps are paler.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function descentCurve(
  biases: readonly number[],
  totals: readonly number[],
  walk: readonly { readonly bias: number; readonly total: number }[],
  range?: readonly [number, number],
): Figure {
  checkArguments("descentCurve", {
    biases: [biases, areAscending],
    totals: [totals, numbers(biases?.length)],
    walk: [walk, listOf(shapeOf({ bias: isNumber, total: isNumber }), "steps")],
    range: [range, optional(isRange)],
  });
  const words = figureWords();
  const last = walk.length - 1;
  const [left, right] = [biases[0], biases.at(-1)!];
  const [low, high] = range ?? [Math.min(...totals), Math.max(...totals)];
  const labelled: Point[] = [];
  const labels = walk.map(({ bias, total }, step): string => {
    const point: Point = [bias / (right - left), total / (high - low)];
    if (last === 0 || !isClear(point, labelled, [0.08, 0.08])) return "";
    labelled.push(point);
    return String(step);
  });
  const steps = line(
    walk.map(({ bias }) => bias),
    walk.map(({ total }) => total),
    { color: colors.ink, width: 1, dash: "dot" },
    {
      mode: "text+lines+markers",
      text: labels,
      textposition: "top right",
      // The last one is where the ball lies now.
      marker: {
        size: walk.map((_, step) => step === last ? 17 : 10),
        opacity: walk.map((_, step) => Math.max(0.35, 0.85 ** (last - step))),
        color: colors.ink,
      },
      customdata: walk.map((_, step) => step),
      hovertemplate: `${words.step} %{customdata}` +
        "<br>b<sub>3</sub> = %{x:.4f}<br>%{y:.6f}<extra></extra>",
    },
  );
  const curve = { name: words.total, hovertemplate };
  return figure([
    line(biases, totals, lossStyles.crossEntropy, curve),
    steps,
  ], {
    showlegend: false,
    xaxis: axis(words.bias, { range: [left, right] }),
    yaxis: axis(words.totalCrossEntropy, range && { range: [...range] }),
  });
}
