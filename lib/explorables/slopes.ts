import { stacked } from "../figures/figure.ts";
import {
  type CurveName,
  lossCurvePlot,
  lossOverLogitPlot,
} from "../figures/loss_curve_plots.ts";
import {
  crossEntropyCurve,
  squaredResidualCurve,
} from "../math/loss_curves.ts";
import { explorableWords, figureWords } from "../i18n/words.ts";
import { type Explorable, slider } from "./explorable.ts";

const both: CurveName[] = ["crossEntropy", "squaredResidual"];

/**
 * Both losses with their tangents at a p that the reader moves: above over p
 * itself, below over the logit of the observed class.
 */
export const slopes: Explorable<number> = {
  settings: { p: 0.1 },

  controls: () => ({
    p: slider(figureWords().probabilityOfObserved, 0.01, 0.99, 0.01),
  }),

  start: ({ p }) => p,

  view(p) {
    const { slopesInProbability, slopesInLogit } = explorableWords();
    const [ce, sr] = [crossEntropyCurve, squaredResidualCurve];
    return {
      figure: stacked([
        lossCurvePlot(both, { tangents: [p] }),
        lossOverLogitPlot(both, { tangents: [p] }),
      ], 640),
      lines: [
        slopesInProbability(ce.slope(p), sr.slope(p)),
        slopesInLogit(ce.slopeInLogit(p), sr.slopeInLogit(p)),
      ],
    };
  },
};
