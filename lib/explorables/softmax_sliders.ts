import { probabilityBars } from "../figures/probability_bars.ts";
import { decimal, written } from "../i18n/format.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { softmax as softmaxOf } from "../math/softmax.ts";
import { type Explorable, slider } from "./explorable.ts";

interface Logits {
  /** With the constant added. */
  readonly logits: readonly number[];
  readonly temperature: number;
}

/** Softmax of three logits, to which a constant is added, divided by a temperature. */
export const softmax: Explorable<Logits> = {
  settings: {
    setosa: 1.04,
    versicolor: 0,
    virginica: 0.14,
    constant: 0,
    temperature: 1,
  },

  controls() {
    const { addToAll, temperature } = explorableWords();
    const { logitOf, species } = figureWords();
    const logit = (name: string) => slider(logitOf(name), -4, 4, 0.01);
    return {
      setosa: logit(species[0]),
      versicolor: logit(species[1]),
      virginica: logit(species[2]),
      constant: slider(addToAll, -2, 2, 0.1),
      temperature: slider(temperature, 0.1, 5, 0.1),
    };
  },

  start: ({ setosa, versicolor, virginica, constant, temperature }) => ({
    logits: [setosa, versicolor, virginica].map((z) => z + constant),
    temperature,
  }),

  view({ logits, temperature }) {
    const [setosa, , virginica] = figureWords().species;
    const p = softmaxOf(logits.map((z) => z / temperature));
    const shown = p.map((each) => decimal(each, 3));
    const sum = p.reduce((sum, each) => sum + each);
    const ratio = written((p[0] / p[2]).toPrecision(4));
    return {
      figure: probabilityBars(logits, { range: [-7, 7], temperature }),
      lines: [
        `p: ${shown.join(" + ")} = ${decimal(sum, 3)}`,
        `p ${setosa} / p ${virginica} = ${ratio}`,
      ],
    };
  },
};
