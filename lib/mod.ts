/**
 * The mathematics and the figures of a lesson on cross-entropy: why a network
 * with a softmax output is trained with it and not with squared residuals.
 *
 * @module
 */

// The flowers and the network
export * from "./flowers.ts";
export * from "./scaling.ts";
export * from "./network.ts";
export * from "./random.ts";
export * from "./random_network.ts";
export * from "./example.ts";

// From logits to probabilities
export * from "./softmax.ts";
export * from "./log_softmax.ts";
export * from "./log_sum_exp.ts";
export * from "./softmax_jacobian.ts";

// Losses of one sample, and of a data set
export * from "./one_hot_target.ts";
export * from "./cross_entropy.ts";
export * from "./full_cross_entropy.ts";
export * from "./squared_residual.ts";
export * from "./total_loss.ts";

// Training
export * from "./training_loss.ts";
export { type LossOfRows } from "./loss_rows.ts";
export * from "./backpropagation.ts";
export * from "./gradient_descent.ts";

// Slopes
export * from "./loss_curves.ts";
export * from "./cross_entropy_gradient.ts";
export * from "./full_cross_entropy_gradient.ts";
export * from "./squared_residual_gradient.ts";
export * from "./central_difference.ts";

// Numbers as people write them
export * from "./fixed.ts";
export * from "./round_to.ts";
export * from "./linear_space.ts";

// Figures: from data to a Plotly figure
export { type Figure } from "./figures/figure.ts";
export { type Language, speak } from "./words/language.ts";
export { type FigureWords } from "./words/figures.ts";
export * from "./figures/flower_scatter.ts";
export * from "./figures/network_diagram.ts";
export * from "./figures/probability_bars.ts";
export * from "./figures/cross_entropy_terms.ts";
export * from "./figures/losses.ts";
export * from "./figures/bias_curve.ts";
export * from "./figures/loss_curve_plots.ts";
export * from "./figures/training_history.ts";
export * from "./figures/race_plots.ts";
export * from "./figures/decision_regions.ts";
export * from "./figures/rounded_loss_plot.ts";

// Exercises
export { check } from "./exercises/check.ts";
export { type Answers, type ExerciseName } from "./exercises/answers.ts";
export { type Verdict } from "./exercises/verdict.ts";

// In a notebook
export { explore, show, showTable } from "./notebook/show.ts";
export { type ExplorableName } from "./explorables/explorables.ts";
export { type Cell } from "./notebook/html_table.ts";
export { type Description } from "./notebook/html_figure.ts";
