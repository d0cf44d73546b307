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
export * from "./math/softmax_jacobian.ts";

// Losses of one sample, their gradients, and their curves
export * from "./math/one_hot_target.ts";
export {
  crossEntropy,
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  crossEntropyGradientInProbabilities,
} from "./math/cross_entropy.ts";
export * from "./math/cross_entropy_soft.ts";
export {
  squaredResidual,
  squaredResidualFromLogits,
  squaredResidualGradientInLogits,
  squaredResidualGradientInProbabilities,
  sumOfSquaredResiduals,
  sumOfSquaredResidualsFromLogits,
  sumOfSquaredResidualsGradientInLogits,
  sumOfSquaredResidualsGradientInProbabilities,
} from "./math/squared_residual.ts";
export { type TrainingLoss, trainingLosses } from "./math/losses.ts";
export { type BatchLoss } from "./math/batch_loss.ts";
export * from "./math/loss_curves.ts";

// Numbers
export * from "./math/central_difference.ts";
export * from "./math/linspace.ts";
export { seededRandom } from "./math/random.ts";
export * from "./math/rounding.ts";

// The network and its training
export { minMaxScaling, type Scaling } from "./network/scaling.ts";
export { type Sample } from "./network/sample.ts";
export {
  forward,
  type ForwardPass,
  type Gradient,
  type Layer,
  type LayerGradient,
  type Network,
  type Parameter,
  relu,
  withOutputBias,
} from "./network/network.ts";
export * from "./network/random_network.ts";
export * from "./network/example.ts";
export * from "./network/total_loss.ts";
export * from "./network/backpropagation.ts";
export * from "./network/gradient_descent.ts";
