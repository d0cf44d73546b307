import { axis, type Figure, figure, hatched } from "./figure.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/** One bar of {@linkcode crossEntropyTerms}. */
export interface LabelledTarget {
  /** What stands under the bar. */
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
 * @param words The reader's language.
 * @returns A stacked bar plot.
 */
export function crossEntropyTerms(
  probabilities: readonly number[],
  targets: readonly LabelledTarget[],
  words: FigureWords = figureWords(),
): Figure {
  const term = (t: number, p: number) => (t === 0 ? 0 : -t * Math.log(p));
  return figure(
    words.species.map((name, j) => ({
      type: "bar" as const,
      name,
      x: targets.map((target) => target.name),
      y: targets.map(({ distribution }) =>
        term(distribution[j], probabilities[j])
      ),
      marker: hatched(j),
      hovertemplate: "%{x}: %{y:.4f}<extra>" + name + "</extra>",
    })),
    { barmode: "stack", xaxis: axis(""), yaxis: axis(words.term) },
  );
}
