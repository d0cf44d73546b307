import type { Data, LayoutAxis } from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";
import { written } from "../i18n/format.ts";
import type { TrainingStep } from "../network/gradient_descent.ts";
import {
  axis,
  type ByLoss,
  colors,
  entriesByLoss,
  type Figure,
  figure,
  lossLine,
  lossStyles,
  marks,
} from "./figure.ts";
import {
  byLoss,
  checkArguments,
  isHistory,
  isInteger,
  isPositive,
  isRange,
  listOf,
  numbers,
  onlyOf,
  optional,
  stepCounts,
} from "./figure_arguments.ts";

/**
 * Where each loss has brought a bias, step by step. A flat stretch is a plateau:
 * steps that lead nowhere.
 *
 * @example Two losses, one of which hardly moves
 * ```ts
 * import { biasRace } from "@lesson/cross-entropy/notebook";
 * const paths = { crossEntropy: [-8, -4, 0], squaredResidual: [-8, -7.9] };
 * biasRace(paths, { goal: [-0.1, 0.1] });
 * ```
 *
 * @param paths For each loss the bias at the start and after each step.
 * @param options `goal`: the band to reach, from lowest to highest; `steps`:
 * how far the axis of the steps goes, by default as far as the longest path;
 * `biases`: the range of the other axis.
 * @returns One line per loss, over the steps, with a mark at its end.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function biasRace(
  paths: ByLoss<readonly number[]>,
  options: {
    goal: readonly [number, number];
    steps?: number;
    biases?: readonly [number, number];
  },
): Figure {
  checkArguments("biasRace", {
    paths: [paths, byLoss(numbers())],
    options: [
      options,
      onlyOf({
        goal: isRange,
        steps: optional(isInteger(1)),
        biases: optional(isRange),
      }),
    ],
  });
  const { goal, steps, biases } = options;
  const words = figureWords();
  const entries = entriesByLoss(paths);
  const longest = Math.max(1, ...entries.map(([, path]) => path.length - 1));
  const range: [number, number] = [0, steps ?? longest];
  const data = entries.map(([name, path]) => {
    const { x, y } = thinned(path, range[1]);
    const hover = `${words.step} %{x}<br>b<sub>3</sub> = %{y:.4f}`;
    return lossLine(name, x, y, hover);
  });
  const styles = entries.map(([name]) => lossStyles[name]);
  const ends = marks(
    entries.map(([, path]) => path.length - 1),
    entries.map(([, path]) => path.at(-1)!),
    {
      symbol: styles.map(({ symbol }) => symbol),
      color: styles.map(({ color }) => color),
      size: 12,
    },
    { showlegend: false, hoverinfo: "skip", cliponaxis: false },
  );
  return figure([...data, ends], {
    showlegend: true,
    xaxis: axis(words.step, { range }),
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
 * How many flowers are predicted correctly after each step of training, for each
 * loss.
 *
 * @example One step
 * ```ts
 * import {
 *   correctRace,
 *   exampleFlowers,
 *   exampleNetwork,
 *   gradientDescent,
 *   trainingLosses,
 * } from "@lesson/cross-entropy/notebook";
 * const options = { loss: trainingLosses.crossEntropy, learningRate: 1, steps: 1 };
 * const crossEntropy = gradientDescent(exampleNetwork, exampleFlowers, options);
 * correctRace({ crossEntropy }, exampleFlowers.length);
 * ```
 *
 * @param histories For each loss what `gradientDescent` returned.
 * @param count The number of flowers.
 * @returns One line per loss, over the steps.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function correctRace(
  histories: ByLoss<readonly TrainingStep[]>,
  count: number,
): Figure {
  checkArguments("correctRace", {
    histories: [histories, byLoss(isHistory)],
    count: [count, isInteger(1)],
  });
  const words = figureWords();
  const data = entriesByLoss(histories).map(([name, history]) =>
    lossLine(
      name,
      history.map(({ step }) => step),
      history.map(({ accuracy }) => Math.round(accuracy * count)),
      `${words.step} %{x}<br>%{y}`,
    )
  );
  return figure(data, {
    showlegend: true,
    xaxis: axis(words.step),
    yaxis: axis(words.flowersCorrect, { range: [0, count] }),
  });
}

/**
 * How many steps each loss needs, over the learning rate.
 *
 * @example A loss that did not finish at the lower rate
 * ```ts
 * import { learningRateSweep } from "@lesson/cross-entropy/notebook";
 * learningRateSweep([0.1, 1], { squaredResidual: [Infinity, 90] }, 300);
 * ```
 *
 * @param rates The learning rates that were tried, shape [R].
 * @param steps For each loss the steps, shape [R]: integers in [1, `most`], or
 * Infinity for a race that it did not finish.
 * @param most How many steps were allowed; a loss that did not finish is drawn
 * above that.
 * @returns One line per loss, on logarithmic axes.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function learningRateSweep(
  rates: readonly number[],
  steps: ByLoss<readonly number[]>,
  most: number,
): Figure {
  checkArguments("learningRateSweep", {
    rates: [rates, listOf(isPositive, "numbers")],
    most: [most, isInteger(1)],
    steps: [steps, byLoss(stepCounts(rates?.length, most))],
  });
  return stepsNeeded(rates, steps, most, "η = %{x}", {
    ...axis(figureWords().learningRate),
    type: "log",
    tickvals: [...rates],
    ticktext: rates.map((rate) => written(String(rate))),
  });
}

/**
 * How many steps each loss needs, from several random starts: one seed proves
 * little.
 *
 * @example Two seeds
 * ```ts
 * import { seedComparison } from "@lesson/cross-entropy/notebook";
 * seedComparison([1, 2], { crossEntropy: [30, 9] }, 300);
 * ```
 *
 * @param seeds The seeds of the starts, shape [S].
 * @param steps For each loss the steps, shape [S]: integers in [1, `most`], or
 * Infinity for a race that it did not finish.
 * @param most How many steps were allowed; a loss that did not finish is drawn
 * above that.
 * @returns One mark for each seed and loss, on a logarithmic axis of steps.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function seedComparison(
  seeds: readonly number[],
  steps: ByLoss<readonly number[]>,
  most: number,
): Figure {
  checkArguments("seedComparison", {
    seeds: [seeds, listOf(isInteger(0), "integers")],
    most: [most, isInteger(1)],
    steps: [steps, byLoss(stepCounts(seeds?.length, most))],
  });
  const { seed } = figureWords();
  const { data, layout } = stepsNeeded(seeds, steps, most, `${seed} %{x:.0f}`, {
    ...axis(seed),
    tickvals: [...seeds],
  });
  // Side by side, or marks at the same height would hide each other.
  const beside = data.map((trace, i) => ({
    ...trace,
    mode: "markers",
    x: seeds.map((seed) => seed + 0.2 * (i - (data.length - 1) / 2)),
  }));
  return { data: beside as Data[], layout };
}

function stepsNeeded(
  x: readonly number[],
  steps: ByLoss<readonly number[]>,
  most: number,
  hover: string,
  xaxis: Partial<LayoutAxis>,
): Figure {
  const words = figureWords();
  const never = 2 * most;
  const data = entriesByLoss(steps).map(([name, counts]) => {
    const heights = counts.map((count) => count === Infinity ? never : count);
    return lossLine(name, x, heights, `${hover}<br>%{hovertext}`, {
      mode: "lines+markers",
      marker: { size: 11, symbol: lossStyles[name].symbol },
      hovertext: counts.map((n) => n === Infinity ? words.never : String(n)),
    });
  });
  const ticks = [1, 3, 10, 30, 100, 300, 1000].filter((tick) => tick <= most);
  return figure(data, {
    showlegend: true,
    xaxis,
    yaxis: axis(words.stepsNeeded, {
      type: "log",
      range: [Math.log10(0.8), Math.log10(1.4 * never)],
      tickvals: [...ticks, never],
      ticktext: [...ticks.map(String), words.never],
    }),
  });
}

/**
 * A path over its steps, with fewer points where it hardly moves. Where it
 * moves, all points are kept: without them the curve would have corners.
 */
function thinned(
  path: readonly number[],
  steps: number,
): { x: number[]; y: number[] } {
  const height = Math.max(...path) - Math.min(...path);
  const x = [0];
  for (let step = 1; step < path.length; step++) {
    const last = x.at(-1)!;
    const far = (step - last) / steps >= 0.01 ||
      Math.abs(path[step] - path[last]) >= 0.005 * height;
    if (far || step === path.length - 1) x.push(step);
  }
  return { x, y: x.map((step) => path[step]) };
}
