import { decimal } from "../format.ts";

/** The words of the plots that the reader can change, in English. */
export const explorables = {
  petalWidthScaled: "petal width, scaled",
  sepalWidthScaled: "sepal width, scaled",
  observed: "observed species",
  probabilityOf: (name: string, p: number): string =>
    `p of ${name}: ${decimal(p, 4)}`,
  crossEntropy: (loss: number): string =>
    `cross-entropy: ${decimal(loss, 4)} nats`,

  probabilityOfObserved: "p of the observed class",
  slopesInProbability: (crossEntropy: number, squaredResidual: number) =>
    `slopes in p: CE ${decimal(crossEntropy, 2)}, SR² ${
      decimal(squaredResidual, 2)
    }`,
  slopesInLogit: (crossEntropy: number, squaredResidual: number): string =>
    `slopes in z: CE ${decimal(crossEntropy, 4)}, SR² ${
      decimal(squaredResidual, 4)
    }`,

  startOfBias: "start of b₃",
  learningRate: "learning rate η",
  boxOf: (loss: string, short: string): string => `${loss} (${short})`,
  short: {
    crossEntropy: "CE",
    squaredResidual: "SR²",
    sumOfSquaredResiduals: "SSR",
  },
  outOfRace: (short: string): string => `${short}: takes no part`,
  onItsWay: (short: string, bias: number, steps: number): string =>
    `${short}: b₃ = ${decimal(bias, 3)}, after ${counted(steps)}`,
  arrived: (short: string, bias: number, steps: number): string =>
    `${short}: b₃ = ${decimal(bias, 3)}, there in ${counted(steps)}`,

  afterSteps: (steps: number, bias: number, total: number): string =>
    `step ${steps}: b₃ = ${decimal(bias, 4)}, total ${decimal(total, 4)}`,
  slopeAndStep: (slope: number, step: number): string =>
    `slope ${decimal(slope, 4)}, next step ${decimal(step, 4)}`,

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
