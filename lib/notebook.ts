/**
 * All that a notebook of the lesson imports: the mathematics, the flowers, the
 * figures, the exercises, and what shows them.
 *
 * @module
 */

export * from "./mod.ts";

// The flowers
export {
  type Flower,
  loadFlowers,
  parseFlowers,
  type Species,
  species,
} from "./flowers/flowers.ts";
export * from "./flowers/samples.ts";

// The reader's language
export { type Language, setLanguage } from "./i18n/language.ts";

// Figures: from data to a Plotly figure
export {
  type ByLoss,
  type Figure,
  type LossName,
  type Point,
} from "./figures/figure.ts";
export * from "./figures/flower_scatter.ts";
export * from "./figures/network_diagram.ts";
export * from "./figures/probability_bars.ts";
export * from "./figures/loss_plots.ts";
export * from "./figures/bias_curve.ts";
export * from "./figures/loss_curve_plots.ts";
export * from "./figures/training_history.ts";
export * from "./figures/race_plots.ts";
export * from "./figures/decision_regions.ts";
export * from "./figures/rounded_loss_plot.ts";
export * from "./figures/soft_target_plots.ts";
export * from "./figures/logit_pulls.ts";
export * from "./figures/loss_contours.ts";

// Exercises
export { check, type Verdict } from "./exercises/check.ts";
export { type Answers, type ExerciseName } from "./exercises/answers.ts";

// What a cell shows
import "./notebook/deno_host.ts";
export { explore, show, showTable } from "./notebook/show.ts";
export { type ExplorableName } from "./explorables/explorables.ts";
export { type Cell } from "./notebook/html_table.ts";
export { type TableOptions } from "./notebook/show.ts";
export { type Description } from "./notebook/html_figure.ts";
