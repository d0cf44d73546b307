import { exerciseWords } from "../i18n/exercise_words.ts";
import type { Answers, ExerciseName } from "./answers.ts";
import { diagnosis } from "./diagnosis.ts";
import { exercises } from "./exercises.ts";
import { type Verdict, verdict } from "./verdict.ts";

/** How many wrong answers each exercise has had. */
const wrongAnswers = new Map<ExerciseName, number>();

/**
 * Says whether an answer to an exercise of the lesson is right; if not, which
 * step went wrong where that can be seen, and a hint. The second and the third
 * wrong answer get a hint that says more.
 *
 * A number is right within 1 per cent, so that it may be rounded to two digits. A
 * function is tried on a handful of inputs, and its results are right within
 * 1e-9 of their size. It must leave the lists that it is given as they are.
 *
 * @example A function, as the last line of a cell
 * ```ts
 * import assert from "node:assert/strict";
 * import { check } from "@lesson/cross-entropy/notebook";
 * const { right } = check("squaredResidual", (probabilities, target) =>
 *   (1 - probabilities[target]) ** 2
 * );
 * assert(right);
 * ```
 *
 * @example A number, with a wrong step
 * ```ts
 * import assert from "node:assert/strict";
 * import { check } from "@lesson/cross-entropy/notebook";
 * const { right, message } = check("surprise", 10 ** -3);
 * assert(!right);
 * assert(message.includes("base 10"));
 * ```
 *
 * @param exercise The name of the exercise.
 * @param answer A number or a function, whatever the exercise wants; `undefined`
 * stands for an exercise that is not answered yet. Nothing that is wrong with an
 * answer is thrown.
 * @returns The verdict, which a notebook shows when it is the last value of a
 * cell.
 * @throws {RangeError} When there is no exercise of that name.
 */
export function check<Name extends ExerciseName>(
  exercise: Name,
  answer: Answers[Name] | undefined,
): Verdict {
  if (!Object.hasOwn(exercises, exercise)) {
    const names = Object.keys(exercises).join(", ");
    throw new RangeError(
      `check: exercise must be one of ${names}, got ${String(exercise)}`,
    );
  }
  const words = exerciseWords();
  if (answer === undefined) return verdict("open", words.verdicts.open);
  const { right, hints } = words.texts[exercise];
  const problem = diagnosis(exercise, answer, words);
  if (problem === undefined) {
    return verdict("right", words.verdicts.right(right));
  }
  const wrong = (wrongAnswers.get(exercise) ?? 0) + 1;
  wrongAnswers.set(exercise, wrong);
  const number = Math.min(wrong, hints.length);
  const hint = words.verdicts.hint(number, hints.length, hints[number - 1]);
  return verdict("wrong", `${words.verdicts.wrong(problem)}\n${hint}`);
}
