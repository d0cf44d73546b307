import {
  exampleFlowers,
  exampleNetwork,
  gradientDescent,
  trainingLosses,
  withOutputBias,
} from "@lesson/cross-entropy";

/** b3 at the start and after each step of gradient descent on the three flowers. */
export function biasPath(
  loss: keyof typeof trainingLosses,
  start: number,
  learningRate: number,
  steps: number,
): number[] {
  return gradientDescent(
    withOutputBias(exampleNetwork, 0, start),
    exampleFlowers,
    {
      loss: trainingLosses[loss],
      learningRate,
      steps,
      trainable: ["output.biases[0]"],
    },
  ).map(({ network }) => network.output.biases[0]);
}
