import { backpropagationExercises } from "./backpropagation.ts";
import { crossEntropyExercises } from "./cross_entropy.ts";
import type { Exercises } from "./exercise.ts";
import { flowerExercises } from "./flowers.ts";
import { roundingExercises } from "./rounding.ts";
import { softmaxExercises } from "./softmax.ts";
import { squaredResidualExercises } from "./squared_residuals.ts";
import { totalExercises } from "./total.ts";

/** All exercises of the lesson, in its order. */
export const exercises = {
  ...flowerExercises,
  ...softmaxExercises,
  ...crossEntropyExercises,
  ...totalExercises,
  ...squaredResidualExercises,
  ...backpropagationExercises,
  ...roundingExercises,
} satisfies Exercises;
