import type { ExplorableWords } from "../en/explorable_words.ts";
import { decimal, written } from "../format.ts";

/** The words of the plots that the reader can change, in Brazilian Portuguese. */
export const explorables: ExplorableWords = {
  firstCut: "primeiro corte, largura da pétala em cm",
  secondCut: "segundo corte, largura da pétala em cm",
  scaledAxes: "eixos na escala de 0 a 1",
  wrong: "do lado errado",
  correctOf: (bySpecies, all) => {
    const correct = bySpecies.reduce((sum, count) => sum + count);
    return `classificadas corretamente: ${correct} de ${all} (${
      bySpecies.join(" + ")
    })`;
  },
  cutAt: (cut) => `corte em ${decimal(cut, 2)} cm`,
  scaledCut: (cut, low, high, scaled) =>
    `corte em ${decimal(cut, 2)} cm, na escala: (${decimal(cut, 2)} − ${
      decimal(low, 1)
    }) / (${decimal(high, 1)} − ${decimal(low, 1)}) = ${decimal(scaled, 3)}`,

  addToAll: "somar a todos os logits",
  temperature: "temperatura",

  bias: "viés b₃",
  totalOf: (losses, total) =>
    `entropia cruzada: ${
      losses.map((loss) => decimal(loss, 3)).join(" + ")
    } = ${decimal(total, 3)} ${nats(total)}`,
  likelihood: (product) =>
    `verossimilhança, o produto dos três p: ${decimal(product, 6)}`,
  expected: (sum) =>
    `Setosas esperadas, a soma dos três p de Setosa: ${
      decimal(sum, 3)
    }; observadas: 1`,

  fromLogits: (loss) =>
    `a partir dos logits: ${written(loss.toExponential(3))} ${nats(loss)}`,
  fromProbability: (loss) =>
    `a partir da probabilidade: ${
      loss === 0 ? "0" : written(loss.toExponential(3))
    } ${nats(loss)}`,
  rightDigits: (count) => `dígitos corretos da segunda: ${count}`,

  petalWidthScaled: "largura da pétala, reescalada",
  sepalWidthScaled: "largura da sépala, reescalada",
  probabilityOf: (name, p) => `p de ${name}: ${decimal(p, 4)}`,
  crossEntropy: (loss) => `entropia cruzada: ${decimal(loss, 4)} ${nats(loss)}`,

  slopesInProbability: (crossEntropy, squaredResidual) =>
    `inclinações em relação a p: CE ${decimal(crossEntropy, 2)}; SR ${
      decimal(squaredResidual, 2)
    }`,
  slopesInLogit: (crossEntropy, squaredResidual) =>
    `inclinações em relação a z: CE ${decimal(crossEntropy, 4)}; SR ${
      decimal(squaredResidual, 4)
    }`,

  startOfBias: "b₃ inicial",
  short: {
    crossEntropy: "CE",
    squaredResidual: "SR",
    sumOfSquaredResiduals: "SSR",
  },
  outOfRace: (short) => `${short}: não participa`,
  onItsWay: (short, bias, steps) =>
    `${short}: b₃ = ${decimal(bias, 3)}, depois de ${stepsOf(steps)}`,
  arrived: (short, bias, steps) =>
    `${short}: b₃ = ${decimal(bias, 3)}, chegada em ${stepsOf(steps)}`,

  notThere: (short, bias, steps) =>
    `${short}: b₃ = ${decimal(bias, 3)}, parou depois de ${
      stepsOf(steps)
    } sem chegar`,

  afterSteps: (steps, bias, total) =>
    `passo ${steps}: b₃ = ${decimal(bias, 4)}; total ${decimal(total, 4)}`,
  slopeAndStep: (slope, step) =>
    `inclinação ${decimal(slope, 4)}; próximo passo ${decimal(step, 4)}`,

  atBottom: (slope) => `inclinação ${decimal(slope, 4)}: o fundo`,
  noRest: (steps) =>
    `parou depois de ${stepsOf(steps)} sem repouso: são longos demais`,

  run: "Rodar",
  pause: "Pausar",
  step: "Um passo",
  again: "Recomeçar",
};

/** The plural of units begins at 2. */
function nats(value: number): string {
  return value < 2 ? "nat" : "nats";
}

function stepsOf(count: number): string {
  return count === 1 ? "1 passo" : `${count} passos`;
}
