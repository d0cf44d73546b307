import type { ExplorableWords } from "../en/explorable_words.ts";
import { decimal } from "../format.ts";

/** The words of the plots that the reader can change, in Brazilian Portuguese. */
export const explorables: ExplorableWords = {
  petalWidthScaled: "largura da pétala, reescalada",
  sepalWidthScaled: "largura da sépala, reescalada",
  observed: "espécie observada",
  probabilityOf: (name: string, p: number): string =>
    `p de ${name}: ${decimal(p, 4)}`,
  crossEntropy: (loss: number): string =>
    `entropia cruzada: ${decimal(loss, 4)} nats`,

  probabilityOfObserved: "p da classe observada",
  slopesInProbability: (crossEntropy: number, squaredResidual: number) =>
    `inclinações em p: CE ${decimal(crossEntropy, 2)}; SR² ${
      decimal(squaredResidual, 2)
    }`,
  slopesInLogit: (crossEntropy: number, squaredResidual: number): string =>
    `inclinações em z: CE ${decimal(crossEntropy, 4)}; SR² ${
      decimal(squaredResidual, 4)
    }`,

  startOfBias: "início de b₃",
  learningRate: "taxa de aprendizado η",
  boxOf: (loss: string, short: string): string => `${loss} (${short})`,
  short: {
    crossEntropy: "CE",
    squaredResidual: "SR²",
    sumOfSquaredResiduals: "SSR",
  },
  outOfRace: (short: string): string => `${short}: não participa`,
  onItsWay: (short: string, bias: number, steps: number): string =>
    `${short}: b₃ = ${decimal(bias, 3)}, depois de ${stepsOf(steps)}`,
  arrived: (short: string, bias: number, steps: number): string =>
    `${short}: b₃ = ${decimal(bias, 3)}, chegada em ${stepsOf(steps)}`,

  afterSteps: (steps: number, bias: number, total: number): string =>
    `passo ${steps}: b₃ = ${decimal(bias, 4)}; total ${decimal(total, 4)}`,
  slopeAndStep: (slope: number, step: number): string =>
    `inclinação ${decimal(slope, 4)}; próximo passo ${decimal(step, 4)}`,

  run: "Rodar",
  pause: "Pausar",
  step: "Um passo",
  again: "Recomeçar",
};

function stepsOf(count: number): string {
  return count === 1 ? "1 passo" : `${count} passos`;
}
