import type { Data } from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import { linspace } from "../math/linspace.ts";
import { softmax } from "../math/softmax.ts";
import type { Sample } from "../network/sample.ts";
import {
  axis,
  classStyles,
  type Figure,
  figure,
  guide,
  hatched,
  heading,
  line,
  named,
  stackedBar,
} from "./figure.ts";
import {
  areProbabilities,
  areSamples,
  checkArguments,
  isClass,
  isPerSpecies,
  isPositive,
  isRange,
  listOf,
  onlyOf,
  optional,
} from "./figure_arguments.ts";

/**
 * What softmax does: the logits on the left, their probabilities on the right.
 *
 * @example Softmax at a high temperature
 * ```ts
 * import { probabilityBars } from "@lesson/cross-entropy/notebook";
 * probabilityBars([2, 0, -1], { temperature: 4 });
 * ```
 *
 * @param logits Raw outputs, one per species.
 * @param options `range`: the lowest and highest logit that the axis shows, by
 * default wide enough for the bars and their numbers; `temperature`: what
 * softmax divides the logits by, by default 1.
 * @returns Two bar plots side by side.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function probabilityBars(
  logits: readonly number[],
  options: {
    range?: readonly [number, number];
    temperature?: number;
  } = {},
): Figure {
  checkArguments("probabilityBars", {
    logits: [logits, isPerSpecies],
    options: [
      options,
      onlyOf({ range: optional(isRange), temperature: optional(isPositive) }),
    ],
  });
  const { range = rangeOf(logits), temperature = 1 } = options;
  const divided = logits.map((z) => z / temperature);
  isPerSpecies("probabilityBars", "(logits / temperature)", divided);
  const words = figureWords();
  const bars = (values: readonly number[], axes: object): Data[] =>
    values.map((value, j) => ({
      type: "bar",
      x: [words.species[j]],
      y: [value],
      text: decimal(value, 3),
      textposition: "outside",
      textangle: 0,
      cliponaxis: false,
      marker: hatched(classStyles[j]),
      hovertemplate: "%{x}: %{y}<extra></extra>",
      showlegend: false,
      ...axes,
    }));
  return figure([
    ...bars(logits, {}),
    ...bars(softmax(divided), { xaxis: "x2", yaxis: "y2" }),
  ], {
    height: 360,
    margin: { l: 32, r: 8, t: 40, b: 48 },
    xaxis: axis("", { domain: [0, 0.45] }),
    yaxis: axis("", { range: [...range] }),
    xaxis2: axis("", { domain: [0.55, 1], anchor: "y2" }),
    yaxis2: axis("", { range: [0, 1.08], anchor: "x2" }),
    annotations: [heading(words.logit), heading(words.probability, 2)],
  });
}

function rangeOf(logits: readonly number[]): [number, number] {
  const low = Math.min(0, ...logits);
  const high = Math.max(0, ...logits);
  const room = 0.15 * (high - low || 1);
  return [low - (low < 0 ? room : 0), high + room];
}

/**
 * The probabilities of all classes as the logit of one of them moves and the others
 * stay.
 *
 * @example Setosa's logit moves
 * ```ts
 * import { softmaxCurves } from "@lesson/cross-entropy/notebook";
 * softmaxCurves([2, 0, -1], 0);
 * ```
 *
 * @param logits Raw outputs, one per species.
 * @param moved Index of the class whose logit moves.
 * @returns One curve per class over the moved logit, and a line where it is
 * now.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function softmaxCurves(
  logits: readonly number[],
  moved: number,
): Figure {
  checkArguments("softmaxCurves", {
    logits: [logits, isPerSpecies],
    moved: [moved, isClass],
  });
  const words = figureWords();
  const x = linspace(-6, 6, 121);
  const p = x.map((z) => softmax(logits.with(moved, z)));
  return figure(
    words.species.map((name, j) =>
      line(
        x,
        p.map((row) => row[j]),
        classStyles[j],
        named(name, "z = %{x:.1f}<br>p = %{y:.3f}"),
      )
    ),
    {
      xaxis: axis(words.logitOf(words.species[moved])),
      yaxis: axis(words.probability, { range: [-0.02, 1.02] }),
      shapes: [guide({ x: logits[moved] }, "dashdot")],
    },
  );
}

/**
 * All softmax outputs of a few flowers: a bar for each flower, made up of the
 * probabilities of the species, which add up to 1.
 *
 * @example One flower
 * ```ts
 * import { exampleFlowers, outputBars } from "@lesson/cross-entropy/notebook";
 * outputBars([exampleFlowers[0]], [[0.6, 0.3, 0.1]]);
 * ```
 *
 * @param samples The flowers.
 * @param probabilities Softmax's outputs for each of them, shape [flowers][species].
 * @returns One trace per species, over the observed flowers.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function outputBars(
  samples: readonly Sample[],
  probabilities: readonly (readonly number[])[],
): Figure {
  checkArguments("outputBars", {
    samples: [samples, areSamples],
    probabilities: [
      probabilities,
      listOf(areProbabilities, "arrays", samples?.length),
    ],
  });
  const words = figureWords();
  return figure(
    words.species.map((name, j) => ({
      ...stackedBar(classStyles[j].color),
      ...named(words.outputOf(name), "%{y:.4f}"),
      x: samples.map(({ target }) => words.species[target]),
      y: probabilities.map((p) => p[j]),
      text: probabilities.map((p) => decimal(p[j], 2)),
      textposition: "inside",
    })),
    {
      barmode: "stack",
      xaxis: axis(words.observed),
      yaxis: axis(words.probability, { range: [0, 1] }),
    },
  );
}
