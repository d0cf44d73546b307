import { backpropagationExercises } from "./step6_backpropagation.ts";
import { crossEntropyExercises } from "./step3_cross_entropy.ts";
import type { Exercises } from "./exercise.ts";
import { flowerExercises } from "./step1_flowers.ts";
import { roundingExercises } from "./step7_rounding.ts";
import { softmaxExercises } from "./step2_softmax.ts";
import { squaredResidualExercises } from "./step5_squared_residuals.ts";
import { totalExercises } from "./step4_total.ts";

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
