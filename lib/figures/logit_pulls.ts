import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import { trainingLosses } from "../math/losses.ts";
import {
  axis,
  type Figure,
  figure,
  hatched,
  heading,
  lossNames,
  lossStyles,
  named,
  stacked,
} from "./figure.ts";
import {
  checkArguments,
  isClass,
  isPerSpecies,
  isText,
  listOf,
  shapeOf,
} from "./figure_arguments.ts";

/** One panel of {@linkcode logitPulls}. */
export interface Prediction {
  /** The title of the panel. */
  readonly name: string;
  /** Raw outputs, one per species. */
  readonly logits: readonly number[];
  /** Index of the observed class. */
  readonly target: number;
}

const isPrediction = shapeOf({
  name: isText,
  logits: isPerSpecies,
  target: isClass,
});

/**
 * What a prediction sends back into the network: the slope of each loss in each
 * logit. For cross-entropy it is `pⱼ − yⱼ`, for the squared residual of the observed
 * class, whose probability is p, `2 p (1 − p) (pⱼ − yⱼ)`.
 *
 * @example A hopeless prediction
 * ```ts
 * import { logitPulls } from "@lesson/cross-entropy/notebook";
 * logitPulls([{ name: "hopeless", logits: [-4, 1, 0], target: 0 }]);
 * ```
 *
 * @param predictions For example, a good one and a hopeless one.
 * @returns One panel per prediction, all with the same axis.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function logitPulls(predictions: readonly Prediction[]): Figure {
  checkArguments("logitPulls", {
    predictions: [predictions, listOf(isPrediction, "predictions")],
  });
  const words = figureWords();
  const panels = predictions.map(({ name, logits, target }, i) =>
    figure(
      lossNames.map((loss) => {
        const slopes = trainingLosses[loss].gradient(logits, target);
        return {
          type: "bar",
          orientation: "h",
          x: slopes,
          y: [...words.species],
          text: slopes.map((slope) => decimal(slope, 2)),
          textposition: "outside",
          constraintext: "none",
          cliponaxis: false,
          marker: hatched(lossStyles[loss]),
          ...named(words[loss], "%{y}: %{x:.4f}"),
        };
      }),
      {
        barmode: "group",
        margin: { l: 56, r: 8, t: 40, b: 120 },
        xaxis: axis(i === predictions.length - 1 ? words.slopeInLogit : "", {
          range: [-1.5, 1.5],
        }),
        yaxis: axis("", { autorange: "reversed" }),
        annotations: [heading(name)],
      },
    )
  );
  return stacked(panels, 80 + 300 * panels.length);
}
