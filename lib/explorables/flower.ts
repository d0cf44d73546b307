import { crossEntropyFromLogits } from "../math/cross_entropy.ts";
import { exampleFlowers, exampleNetwork } from "../network/example.ts";
import { networkDiagram } from "../figures/network_diagram.ts";
import { forward } from "../network/network.ts";
import type { Sample } from "../network/sample.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { type Explorable, slider } from "./explorable.ts";

const [setosa] = exampleFlowers;

/**
 * A flower of any widths on its way through the example network: hidden nodes,
 * logits, softmax, and the cross-entropy of the species that was observed.
 */
export const flower: Explorable<Sample> = {
  settings: {
    petal: setosa.inputs[0],
    sepal: setosa.inputs[1],
    observed: setosa.target,
  },

  controls() {
    const { petalWidthScaled, sepalWidthScaled } = explorableWords();
    const { observed, species } = figureWords();
    return {
      petal: slider(petalWidthScaled, 0, 1, 0.01),
      sepal: slider(sepalWidthScaled, 0, 1, 0.01),
      observed: { kind: "choice", label: observed, options: species },
    };
  },

  start: ({ petal, sepal, observed }) => ({
    inputs: [petal, sepal],
    target: observed,
  }),

  view({ inputs, target }) {
    const pass = forward(exampleNetwork, inputs);
    const words = explorableWords();
    return {
      figure: networkDiagram(exampleNetwork, pass),
      lines: [
        words.probabilityOf(
          figureWords().species[target],
          pass.probabilities[target],
        ),
        words.crossEntropy(crossEntropyFromLogits(pass.logits, target)),
      ],
    };
  },
};
