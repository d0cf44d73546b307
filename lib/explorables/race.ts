import { biasRace } from "../figures/race_plots.ts";
import { type ByLoss, type LossName, lossNames } from "../figures/figure.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { slopeAt } from "./example_total.ts";
import { type Explorable, slider } from "./explorable.ts";

/** A race of the losses: where each has brought b3. */
export interface Race {
  readonly learningRate: number;
  /** b3 at the start and after each step, for each loss that takes part. */
  readonly paths: ByLoss<readonly number[]>;
}

/** A bias this close to 0 has arrived: every loss is lowest there. */
const GOAL = 0.1;

/** A loss that stayed at the goal for this many steps has come to rest. */
const SETTLED = 10;

/** A loss that needs more steps than this is stopped. */
const MOST_STEPS = 2000;

/**
 * The race of the losses on the three flowers: only b3 moves, from a start and
 * with a learning rate that the reader chooses.
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
    const { startOfBias, short } = explorableWords();
    const words = figureWords();
    const boxes = lossNames.map((name) => [
      name,
      { kind: "box", label: `${words[name]} (${short[name]})` } as const,
    ]);
    return {
      start: slider(startOfBias, -8, 4, 0.5),
      learningRate: slider(words.learningRate, 0.5, 6, 0.5),
      ...Object.fromEntries(boxes),
    };
  },

  start: ({ start, learningRate, ...takesPart }) => ({
    learningRate,
    paths: Object.fromEntries(
      lossNames.filter((name) => takesPart[name])
        .map((name) => [name, [start]]),
    ),
  }),

  next({ learningRate, paths }) {
    const running = lossNames.filter((name) =>
      paths[name] && !hasEnded(paths[name])
    );
    if (running.length === 0) return undefined;
    const longer = running.map((name) => {
      const path = paths[name]!;
      const bias = path.at(-1)!;
      return [name, path.concat(bias - learningRate * slopeAt(bias, name))];
    });
    return {
      learningRate,
      paths: { ...paths, ...Object.fromEntries(longer) },
    };
  },

  view({ paths }) {
    const taken = Math.max(
      0,
      ...Object.values(paths).map((path) => path.length - 1),
    );
    return {
      figure: biasRace(paths, {
        goal: [-GOAL, GOAL],
        steps: [20, 50, 100, 200, 500, 1000].find((most) => taken <= most) ??
          MOST_STEPS,
        biases: [-8.5, 4.5],
      }),
      lines: lossNames.map((name) => lineOf(name, paths[name])),
    };
  },
};

/** What one loss has done. */
function lineOf(name: LossName, path: readonly number[] | undefined): string {
  const words = explorableWords();
  const short = words.short[name];
  if (path === undefined) return words.outOfRace(short);
  const [bias, steps, taken] = [path.at(-1)!, arrival(path), path.length - 1];
  if (steps !== undefined) return words.arrived(short, bias, steps);
  return hasEnded(path)
    ? words.notThere(short, bias, taken)
    : words.onItsWay(short, bias, taken);
}

/** The steps until the bias was inside for good; undefined while it is not. */
function arrival(path: readonly number[]): number | undefined {
  const steps = path.findLastIndex((bias) => Math.abs(bias) >= GOAL) + 1;
  return steps < path.length ? steps : undefined;
}

function hasEnded(path: readonly number[]): boolean {
  const steps = arrival(path) ?? path.length;
  return path.length > MOST_STEPS || path.length - steps > SETTLED;
}
