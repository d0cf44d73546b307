import { figureWords } from "../i18n/words.ts";
import { decimal, written } from "../i18n/format.ts";
import { checkDistribution } from "../math/arguments.ts";
import { crossEntropySoft } from "../math/cross_entropy_soft.ts";
import { linspace } from "../math/linspace.ts";
import {
  axis,
  classStyles,
  colors,
  type Figure,
  figure,
  guide,
  hatched,
  line,
  lossStyles,
  marks,
  named,
  note,
} from "./figure.ts";
import {
  areProbabilities,
  checkArguments,
  isText,
  listOf,
  numberThat,
  shapeOf,
} from "./figure_arguments.ts";

/** One bar of {@linkcode crossEntropyTerms}. */
export interface LabelledTarget {
  /** The label under the bar. */
  readonly name: string;
  /** Observed probability of each class, summing to 1. */
  readonly distribution: readonly number[];
}

const isTarget = shapeOf({
  name: isText,
  distribution: (caller, name, value) =>
    checkDistribution(caller, value, classStyles.length, name),
});

/**
 * The terms of the full cross-entropy, `−tⱼ ln pⱼ`, stacked into one bar for
 * each target: where the target is one-hot, the stack is a single term.
 *
 * @example A target that is not one-hot
 * ```ts
 * import { crossEntropyTerms } from "@lesson/cross-entropy/notebook";
 * const target = { name: "in doubt", distribution: [0.5, 0.5, 0] };
 * crossEntropyTerms([0.6, 0.3, 0.1], [target]);
 * ```
 *
 * @param probabilities Predicted probabilities, one per species; above 0 where a
 * target is.
 * @param targets The targets to compare.
 * @returns A stacked bar plot.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function crossEntropyTerms(
  probabilities: readonly number[],
  targets: readonly LabelledTarget[],
): Figure {
  checkArguments("crossEntropyTerms", {
    probabilities: [probabilities, areProbabilities],
    targets: [targets, listOf(isTarget, "targets")],
  });
  const infinite = probabilities.findIndex((p, j) =>
    p === 0 && targets.some(({ distribution }) => distribution[j] > 0)
  );
  if (infinite >= 0) {
    throw new RangeError(
      `crossEntropyTerms: probabilities[${infinite}] must be above 0 where a target is, got 0`,
    );
  }
  const words = figureWords();
  const term = (t: number, p: number) => (t === 0 ? 0 : -t * Math.log(p));
  return figure(
    words.species.map((name, j) => ({
      type: "bar",
      ...named(name, "%{x}: %{y:.4f}"),
      x: targets.map((target) => target.name),
      y: targets.map(({ distribution }) =>
        term(distribution[j], probabilities[j])
      ),
      marker: hatched(classStyles[j]),
    })),
    { barmode: "stack", xaxis: axis(""), yaxis: axis(words.term) },
  );
}

/**
 * Cross-entropy with a soft target beside that with a one-hot one, for two
 * classes, over the probability p that is predicted for the first. The soft one is
 * lowest at p = `share`, and not 0 there: that height is the entropy of the target,
 * and what lies above it is the Kullback-Leibler divergence.
 *
 * @example Three of four botanists agree
 * ```ts
 * import { softTargetPlot } from "@lesson/cross-entropy/notebook";
 * softTargetPlot(0.75);
 * ```
 *
 * @param share The target's probability of the first class, in (0, 1).
 * @returns Two curves, and the lowest point of the first.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function softTargetPlot(share: number): Figure {
  checkArguments("softTargetPlot", {
    share: [share, numberThat("be in (0, 1)", (p) => p > 0 && p < 1)],
  });
  const words = figureWords();
  const lossAt = (p: number, t: number) =>
    crossEntropySoft([p, 1 - p], [t, 1 - t]);
  const p = linspace(0.005, 0.995, 199);
  const curve = (
    label: string,
    t: number,
    style: Parameters<typeof line>[2],
  ) =>
    line(p, p.map((at) => lossAt(at, t)), style, {
      name: `${label}, t = ${written(String(Number(t.toFixed(2))))}`,
      hovertemplate: "p = %{x:.3f}<br>%{y:.4f}<extra></extra>",
    });
  const entropy = lossAt(share, share);
  // Where the divergence is shown.
  const wrong = share < 0.5 ? 0.07 : 0.93;
  return figure([
    curve(words.softLabel, share, lossStyles.crossEntropy),
    curve(words.certainLabel, 1, { color: colors.grey, dash: "dash" }),
    marks([share], [entropy], { color: colors.ink, size: 11 }, {
      hovertemplate: `${words.minimum} %{y:.4f}<extra></extra>`,
      showlegend: false,
    }),
  ], {
    xaxis: axis(words.probability, { range: [0, 1] }),
    yaxis: axis(`${words.crossEntropy} (${words.nats})`, { range: [0, 3.2] }),
    shapes: [
      guide({ y: entropy }, "dot", colors.ink),
      {
        type: "line",
        x0: wrong,
        x1: wrong,
        y0: entropy,
        y1: lossAt(wrong, share),
        line: { color: colors.ink, width: 1.5 },
      },
    ],
    annotations: [
      note(`${words.entropy} ${decimal(entropy, 3)}`, 0.01, entropy, {
        xref: "paper",
        xanchor: "left",
        yanchor: "top",
      }),
      note(words.divergence, wrong, lossAt(wrong, share), {
        xanchor: share < 0.5 ? "left" : "right",
        xshift: share < 0.5 ? 4 : -4,
        yanchor: "bottom",
      }),
    ],
  });
}
