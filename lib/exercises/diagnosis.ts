import type { ExerciseWords } from "../i18n/exercise_words.ts";
import type { ExerciseName } from "./answers.ts";
import type { NumberExercise } from "./exercise.ts";
import { exercises } from "./exercises.ts";
import {
  type AnyFunctionExercise,
  functionDiagnosis,
} from "./function_diagnosis.ts";
import { numberDiagnosis } from "./number_diagnosis.ts";

/**
 * What is wrong with an answer, in words; undefined if nothing. It may be
 * anything at all: the kernel of a notebook checks no types.
 */
export function diagnosis(
  name: ExerciseName,
  answer: unknown,
  { texts, verdicts }: ExerciseWords,
): string | undefined {
  // The names are no longer tied to the types of their exercises.
  const exercise = exercises[name] as NumberExercise | AnyFunctionExercise;
  const mistakes = texts[name].mistakes;
  try {
    return exercise.kind === "number"
      ? numberDiagnosis(exercise, answer, mistakes, verdicts)
      : functionDiagnosis(name, exercise, answer, mistakes, verdicts);
  } catch {
    // A proxy, or a thrown object that cannot be written as text.
    return verdicts.unreadable;
  }
}
