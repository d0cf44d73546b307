/**
 * The mathematics of a lesson on cross-entropy: why a network with a softmax
 * output is trained with it and not with squared residuals.
 *
 * It imports nothing from npm. `@lesson/cross-entropy/notebook` adds the data, the
 * figures and the exercises.
 *
 * @module
 */

// From logits to probabilities
export * from "./math/softmax.ts";
export * from "./math/log_softmax.ts";
export * from "./math/log_sum_exp.ts";
export * from "./math/softmax_jacobian.ts";

// Losses of one sample, their gradients, and their curves
export * from "./math/one_hot_target.ts";
export * from "./math/cross_entropy.ts";
export * from "./math/cross_entropy_gradient.ts";
export * from "./math/cross_entropy_soft.ts";
export * from "./math/cross_entropy_soft_gradient.ts";
export * from "./math/squared_residual.ts";
export * from "./math/squared_residual_gradient.ts";
export * from "./math/losses.ts";
export { type BatchLoss } from "./math/batch_losses.ts";
export * from "./math/loss_curves.ts";

// Numbers
export * from "./math/central_difference.ts";
export * from "./math/linspace.ts";
export * from "./math/random.ts";
export * from "./math/rounding.ts";
export * from "./math/fixed.ts";

// The network and its training
export * from "./network/scaling.ts";
export * from "./network/network.ts";
export * from "./network/random_network.ts";
export * from "./network/example.ts";
export * from "./network/total_loss.ts";
export * from "./network/backpropagation.ts";
export * from "./network/gradient_descent.ts";
