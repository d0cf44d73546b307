import { figureWords } from "../i18n/words.ts";
import { axis, classStyles, type Figure, figure, hatched } from "./figure.ts";

/** One bar of {@linkcode crossEntropyTerms}. */
export interface LabelledTarget {
  /** The label under the bar. */
  readonly name: string;
  /** Observed probability of each class, summing to 1. */
  readonly distribution: readonly number[];
}

/**
 * The terms of the full cross-entropy, `−tⱼ ln pⱼ`, stacked into one bar for
 * each target: where the target is one-hot, the stack is a single term.
 *
 * @param probabilities Predicted probabilities, one a species.
 * @param targets The targets to compare.
 * @returns A stacked bar plot.
 */
export function crossEntropyTerms(
  probabilities: readonly number[],
  targets: readonly LabelledTarget[],
): Figure {
  const words = figureWords();
  const term = (t: number, p: number) => (t === 0 ? 0 : -t * Math.log(p));
  return figure(
    words.species.map((name, j) => ({
      type: "bar",
      name,
      x: targets.map((target) => target.name),
      y: targets.map(({ distribution }) =>
        term(distribution[j], probabilities[j])
      ),
      marker: hatched(classStyles[j]),
      hovertemplate: `%{x}: %{y:.4f}<extra>${name}</extra>`,
    })),
    { barmode: "stack", xaxis: axis(""), yaxis: axis(words.term) },
  );
}
