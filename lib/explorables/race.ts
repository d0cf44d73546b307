import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { biasRace, type ByLoss, type Racer } from "../figures/race_plots.ts";
import { gradientDescent } from "../network/gradient_descent.ts";
import { withOutputBias } from "../network/network.ts";
import { trainingLosses } from "../math/losses.ts";
import { explorableWords } from "../i18n/explorable_words.ts";
import { figureWords } from "../i18n/figure_words.ts";
import type { Explorable } from "./explorable.ts";

/** A race of the losses: where each has brought b3. */
export interface Race {
  readonly learningRate: number;
  /** b3 at the start and after each step, for each loss that takes part. */
  readonly paths: ByLoss<readonly number[]>;
}

const all = Object.keys(trainingLosses) as Racer[];

/** Within this of 0 a bias has arrived: the bottom lies there for each loss. */
const GOAL = 0.1;

/** So many steps inside, and the race is over. */
const SETTLED = 10;

/** Nobody waits for more. */
const MOST_STEPS = 2000;

/**
 * The race of the losses on the three flowers: only b3 moves, from a start and
 * with a learning rate of the reader's choice.
 */
export const race: Explorable<Race> = {
  settings: {
    start: -8,
    learningRate: 1,
    crossEntropy: 1,
    squaredResidual: 1,
    sumOfSquaredResiduals: 1,
  },

  controls() {
    const { startOfBias, learningRate, boxOf, short } = explorableWords();
    const box = (name: Racer) => ({
      kind: "box",
      label: boxOf(figureWords()[name], short[name]),
    } as const);
    return {
      start: {
        kind: "slider",
        label: startOfBias,
        minimum: -8,
        maximum: 4,
        step: 0.5,
      },
      learningRate: {
        kind: "slider",
        label: learningRate,
        minimum: 0.5,
        maximum: 6,
        step: 0.5,
      },
      crossEntropy: box("crossEntropy"),
      squaredResidual: box("squaredResidual"),
      sumOfSquaredResiduals: box("sumOfSquaredResiduals"),
    };
  },

  start: ({ start, learningRate, ...takesPart }) => ({
    learningRate,
    paths: Object.fromEntries(
      all.filter((name) => takesPart[name]).map((name) => [name, [start]]),
    ),
  }),

  next({ learningRate, paths }) {
    const names = all.filter((name) => paths[name]);
    const over = names.every((name) =>
      paths[name]!.length > MOST_STEPS || isSettled(paths[name]!)
    );
    if (over) return undefined;
    return {
      learningRate,
      paths: Object.fromEntries(names.map((name) => [
        name,
        [...paths[name]!, oneStep(name, paths[name]!.at(-1)!, learningRate)],
      ])),
    };
  },

  view({ paths }) {
    const names = all.filter((name) => paths[name]);
    const taken = Math.max(0, ...names.map((name) => paths[name]!.length - 1));
    return {
      figure: biasRace(paths, {
        goal: [-GOAL, GOAL],
        steps: [20, 50, 100, 200, 500, 1000].find((most) => taken <= most) ??
          MOST_STEPS,
        biases: [-8.5, 4.5],
      }),
      lines: all.map((name) => lineOf(name, paths[name])),
    };
  },
};

/** What one loss has done. */
function lineOf(name: Racer, path: readonly number[] | undefined): string {
  const { short, outOfRace, onItsWay, arrived } = explorableWords();
  if (path === undefined) return outOfRace(short[name]);
  const [bias, steps] = [path.at(-1)!, arrival(path)];
  return steps === undefined
    ? onItsWay(short[name], bias, path.length - 1)
    : arrived(short[name], bias, steps);
}

function oneStep(name: Racer, bias: number, learningRate: number): number {
  const [, { network }] = gradientDescent(
    withOutputBias(exampleNetwork, 0, bias),
    exampleFlowers,
    {
      loss: trainingLosses[name],
      learningRate,
      steps: 1,
      trainable: ["output.biases[0]"],
    },
  );
  return network.output.biases[0];
}

/** The steps until the bias was inside for good; undefined while it is not. */
function arrival(path: readonly number[]): number | undefined {
  const steps = path.findLastIndex((bias) => Math.abs(bias) >= GOAL) + 1;
  return steps < path.length ? steps : undefined;
}

function isSettled(path: readonly number[]): boolean {
  const steps = arrival(path);
  return steps !== undefined && path.length - steps > SETTLED;
}
