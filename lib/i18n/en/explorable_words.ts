import { decimal, written } from "../format.ts";

/** The words of the plots that the reader can change, in English. */
export const explorables = {
  firstCut: "first cut, petal width in cm",
  secondCut: "second cut, petal width in cm",
  scaledAxes: "axes scaled to 0..1",
  wrong: "on the wrong side",
  correctOf: (bySpecies: readonly number[], all: number) => {
    const correct = bySpecies.reduce((sum, count) => sum + count);
    return `correct: ${correct} of ${all} (${bySpecies.join(" + ")})`;
  },
  cutAt: (cut: number) => `cut at ${decimal(cut, 2)} cm`,
  scaledCut: (cut: number, low: number, high: number, scaled: number) =>
    `cut at ${decimal(cut, 2)} cm, scaled: (${decimal(cut, 2)} − ${
      decimal(low, 1)
    }) / (${decimal(high, 1)} − ${decimal(low, 1)}) = ${decimal(scaled, 3)}`,

  addToAll: "add to all logits",
  temperature: "temperature",

  bias: "bias b₃",
  totalOf: (losses: readonly number[], total: number) =>
    `cross-entropy: ${losses.map((loss) => decimal(loss, 3)).join(" + ")} = ${
      decimal(total, 3)
    } nats`,
  likelihood: (product: number) =>
    `likelihood, the product of the three p: ${decimal(product, 6)}`,
  expected: (sum: number) =>
    `expected Setosas, the sum of the three p of Setosa: ${
      decimal(sum, 3)
    }; observed: 1`,

  fromLogits: (loss: number) =>
    `from the logits: ${written(loss.toExponential(3))} nats`,
  fromProbability: (loss: number) =>
    `from the probability: ${
      loss === 0 ? "0" : written(loss.toExponential(3))
    } nats`,
  rightDigits: (count: number) => `correct digits of the second: ${count}`,

  petalWidthScaled: "petal width, scaled",
  sepalWidthScaled: "sepal width, scaled",
  probabilityOf: (name: string, p: number) => `p of ${name}: ${decimal(p, 4)}`,
  crossEntropy: (loss: number) => `cross-entropy: ${decimal(loss, 4)} nats`,

  slopesInProbability: (crossEntropy: number, squaredResidual: number) =>
    `slopes in p: CE ${decimal(crossEntropy, 2)}, SR ${
      decimal(squaredResidual, 2)
    }`,
  slopesInLogit: (crossEntropy: number, squaredResidual: number) =>
    `slopes in z: CE ${decimal(crossEntropy, 4)}, SR ${
      decimal(squaredResidual, 4)
    }`,

  startOfBias: "start of b₃",
  short: {
    crossEntropy: "CE",
    squaredResidual: "SR",
    sumOfSquaredResiduals: "SSR",
  },
  outOfRace: (short: string) => `${short}: takes no part`,
  onItsWay: (short: string, bias: number, steps: number) =>
    `${short}: b₃ = ${decimal(bias, 3)}, after ${counted(steps)}`,
  arrived: (short: string, bias: number, steps: number) =>
    `${short}: b₃ = ${decimal(bias, 3)}, there in ${counted(steps)}`,

  notThere: (short: string, bias: number, steps: number) =>
    `${short}: b₃ = ${decimal(bias, 3)}, stopped: not there after ${
      counted(steps)
    }`,

  afterSteps: (steps: number, bias: number, total: number) =>
    `step ${steps}: b₃ = ${decimal(bias, 4)}, total ${decimal(total, 4)}`,
  slopeAndStep: (slope: number, step: number) =>
    `slope ${decimal(slope, 4)}, next step ${decimal(step, 4)}`,

  atBottom: (slope: number) => `slope ${decimal(slope, 4)}: the bottom`,
  noRest: (steps: number) =>
    `stopped: no rest after ${counted(steps)}: the steps are too long`,

  run: "Run",
  pause: "Pause",
  step: "One step",
  again: "Reset",
};

/** The words of the plots that the reader can change, in one language. */
export type ExplorableWords = typeof explorables;

function counted(steps: number): string {
  return steps === 1 ? "1 step" : `${steps} steps`;
}
