import type { Dash } from "plotly.js-dist-min";
import type { TrainingStep } from "../network/gradient_descent.ts";
import { written } from "../i18n/format.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";
import { axis, colors, type Figure, figure, lossStyles } from "./figure.ts";

/** A loss that takes part in a race. */
export type Racer =
  | "crossEntropy"
  | "squaredResidual"
  | "sumOfSquaredResiduals";

/** What each loss of a race did; one that takes no part is left out. */
export type ByLoss<T> = Readonly<Partial<Record<Racer, T>>>;

/**
 * Where each loss has brought a bias, step by step. A flat stretch is a plateau:
 * steps that lead nowhere.
 *
 * @param paths For each loss the bias at the start and after each step.
 * @param options `goal`: the band that is to be reached, lowest and highest;
 * `steps`: how far the axis of the steps goes, as far as the longest path unless
 * told; `biases`: the range of the other axis.
 * @param words The reader's language.
 * @returns One line a loss, over the steps.
 */
export function biasRace(
  paths: ByLoss<readonly number[]>,
  { goal, steps, biases }: {
    goal: readonly [number, number];
    steps?: number;
    biases?: readonly [number, number];
  },
  words: FigureWords = figureWords(),
): Figure {
  const longest = Math.max(
    1,
    ...Object.values(paths).map((path) => path.length - 1),
  );
  const data = racers(paths).map(([name, path]) => ({
    ...line(name, words),
    ...thinned(path),
    hovertemplate: `${words.step} %{x}<br>b<sub>3</sub> = %{y:.4f}<extra>${
      words[name]
    }</extra>`,
  }));
  return figure(data, {
    showlegend: true,
    xaxis: axis(words.step, { range: [0, steps ?? longest] }),
    yaxis: axis(words.bias, biases && { range: [...biases] }),
    shapes: [{
      type: "rect",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: goal[0],
      y1: goal[1],
      fillcolor: colors.grey,
      opacity: 0.25,
      line: { width: 0 },
    }],
  });
}

/**
 * How many flowers are right after each step of training, for each loss.
 *
 * @param histories For each loss what `gradientDescent` returned.
 * @param count The number of flowers.
 * @param words The reader's language.
 * @returns One line a loss, over the steps.
 */
export function flowersRightRace(
  histories: ByLoss<readonly TrainingStep[]>,
  count: number,
  words: FigureWords = figureWords(),
): Figure {
  const data = racers(histories).map(([name, history]) => ({
    ...line(name, words),
    x: history.map(({ step }) => step),
    y: history.map(({ accuracy }) => Math.round(accuracy * count)),
    hovertemplate: `${words.step} %{x}<br>%{y}<extra>${words[name]}</extra>`,
  }));
  return figure(data, {
    showlegend: true,
    xaxis: axis(words.step),
    yaxis: axis(words.flowersRight, { range: [0, count] }),
  });
}

/**
 * How many steps each loss needs, over the learning rate.
 *
 * @param rates The learning rates that were tried, shape [R].
 * @param steps For each loss the steps, shape [R]; Infinity for a race that it
 * did not finish.
 * @param most How many steps were allowed; who did not finish stands above.
 * @param words The reader's language.
 * @returns One line a loss, on logarithmic axes.
 */
export function learningRateSweep(
  rates: readonly number[],
  steps: ByLoss<readonly number[]>,
  most: number,
  words: FigureWords = figureWords(),
): Figure {
  const never = 2 * most;
  const data = racers(steps).map(([name, counts]) => ({
    ...line(name, words),
    mode: "lines+markers" as const,
    marker: { size: 10, symbol: symbols[name] },
    x: [...rates],
    y: counts.map((count) => count === Infinity ? never : count),
    hovertext: counts.map((count) =>
      count === Infinity ? words.never : String(count)
    ),
    hovertemplate: `η = %{x}<br>%{hovertext}<extra>${words[name]}</extra>`,
  }));
  const ticks = [1, 3, 10, 30, 100, 300, 1000].filter((tick) => tick <= most);
  return figure(data, {
    showlegend: true,
    xaxis: axis(words.learningRate, {
      type: "log",
      tickvals: [...rates],
      ticktext: rates.map((rate) => written(String(rate))),
    }),
    yaxis: axis(words.stepsNeeded, {
      type: "log",
      range: [Math.log10(0.8), Math.log10(1.4 * never)],
      tickvals: [...ticks, never],
      ticktext: [...ticks.map(String), words.never],
    }),
  });
}

/** More points than this on a line cannot be told apart. */
const MOST_POINTS = 300;

/** A path over its steps; of a long one every nth point, and the last. */
function thinned(path: readonly number[]): { x: number[]; y: number[] } {
  const every = Math.ceil(path.length / MOST_POINTS);
  const x = path.map((_, step) => step).filter((step) =>
    step % every === 0 || step === path.length - 1
  );
  return { x, y: x.map((step) => path[step]) };
}

const symbols = {
  crossEntropy: "circle",
  squaredResidual: "square",
  sumOfSquaredResiduals: "triangle-up",
} as const;

/** The losses that take part, in the order of the house. */
function racers<T>(by: ByLoss<T>): [Racer, T][] {
  return (Object.keys(lossStyles) as Racer[])
    .filter((name) => by[name] !== undefined)
    .map((name) => [name, by[name]!]);
}

function line(name: Racer, words: FigureWords) {
  const style: { color: string; dash: Dash } = lossStyles[name];
  return {
    type: "scatter" as const,
    mode: "lines" as const,
    name: words[name],
    line: { width: 3, ...style },
  };
}
