import type { VerdictWords } from "../i18n/exercise_words.ts";
import type { NumberExercise } from "./exercise.ts";
import { kindOf } from "./kind_of.ts";

/**
 * One per cent, so that an answer rounded to two digits counts: 0.050 for e⁻³ is
 * off by 0.4 per cent. The nearest mistake, 1 − 0.2 for e^−0.2, is off by 2.3.
 */
const TOLERANCE = 0.01;

/** What is wrong with an answer that should be a number; undefined if nothing. */
export function numberDiagnosis(
  exercise: NumberExercise,
  answer: unknown,
  mistakes: Readonly<Record<string, string>>,
  words: VerdictWords,
): string | undefined {
  if (typeof answer !== "number") {
    return words.numberWanted(words.kinds[kindOf(answer)]);
  }
  if (Number.isNaN(answer)) return words.notANumber;
  const expected = exercise.expected();
  if (near(answer, expected)) return undefined;
  const mistake = Object.keys(exercise.mistakes).find((name) =>
    near(answer, exercise.mistakes[name]())
  );
  if (mistake !== undefined) return mistakes[mistake];
  return answer > expected ? words.tooHigh : words.tooLow;
}

function near(answer: number, value: number): boolean {
  return Math.abs(answer - value) <= TOLERANCE * Math.abs(value);
}
