import { escape } from "html-escaper";
import { type ExerciseWords, exerciseWords } from "../i18n/words.ts";
import { oneOf } from "../math/argument_shapes.ts";
import type { Answers, ExerciseName } from "./answers.ts";
import {
  type Diagnosis,
  functionDiagnosis,
  numberDiagnosis,
} from "./diagnosis.ts";
import type {
  AnyFunctionExercise,
  Exercises,
  NumberExercise,
} from "./exercise.ts";
import { flowerExercises } from "./step1_flowers.ts";
import { softmaxExercises } from "./step2_softmax.ts";
import { crossEntropyExercises } from "./step3_cross_entropy.ts";
import { totalExercises } from "./step4_total.ts";
import { squaredResidualExercises } from "./step5_squared_residuals.ts";
import { backpropagationExercises } from "./step6_backpropagation.ts";
import { raceExercises } from "./step7_race.ts";
import { roundingExercises } from "./step8_rounding.ts";

/** All exercises of the lesson, in its order. */
export const exercises = {
  ...flowerExercises,
  ...softmaxExercises,
  ...crossEntropyExercises,
  ...totalExercises,
  ...squaredResidualExercises,
  ...backpropagationExercises,
  ...raceExercises,
  ...roundingExercises,
} satisfies Exercises;

/** The verdict on an answer. As the last value of a cell, it is shown there. */
export interface Verdict {
  /** Whether the answer is right. */
  readonly right: boolean;
  /** What is said, as plain text; a hint stands on a line of its own. */
  readonly message: string;
}

/** How many wrong answers each exercise has had. */
const wrongAnswers = new Map<ExerciseName, number>();

/**
 * Says whether an answer to an exercise of the lesson is right. If it is not,
 * the verdict names the step that went wrong, where that is known, and gives a
 * hint: one that fits the step, or one that says more each time.
 *
 * A number may be off by 1 per cent, which allows for rounding to two digits;
 * counts must be exact. A function is called with some inputs, among them
 * large, tiny and random ones, and its results must be right up to rounding
 * errors. It must not change the lists that it is given.
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
 * @param answer A number or a function, whatever the exercise asks for, or
 * `undefined` for an exercise that is not answered yet. A wrong answer never makes
 * `check` throw.
 * @param more Leave this out. It catches a decimal comma: `check("slopeInLogit",
 * -0,8)`.
 * @returns The verdict, which a notebook shows when it is the last value of a
 * cell.
 * @throws {RangeError} When there is no exercise of that name.
 */
export function check<Name extends ExerciseName>(
  exercise: Name,
  answer: Answers[Name] | undefined,
  ...more: never[]
): Verdict {
  oneOf(Object.keys(exercises))("check", "exercise", exercise);
  const { texts, verdicts }: Words = exerciseWords();
  if (answer === undefined) return verdict("open", verdicts.open);
  const { right, hints, mistakes }: Text<string> = texts[exercise];
  const diagnosis = diagnose(exercise, [answer, ...more], verdicts);
  if (!diagnosis) return verdict("right", verdicts.right(right));
  // Stryker disable next-line StringLiteral: no mistake has one of these names
  const { mistake = "", form } = diagnosis;
  const slips: Readonly<Record<string, string>> = verdicts.slips;
  const said = diagnosis.text ?? mistakes[mistake] ?? slips[mistake];
  const message = verdicts.wrong(said);
  if (form || NO_HINT.includes(mistake)) return verdict("wrong", message);
  const wrong = (wrongAnswers.get(exercise) ?? 0) + 1;
  wrongAnswers.set(exercise, wrong);
  const fitting = (exercises[exercise] as NumberExercise).hints[mistake];
  const number = fitting ?? Math.min(wrong, hints.length);
  const hint = verdicts.hint(number, hints.length, hints[number - 1]);
  return verdict("wrong", `${message}\n${hint}`);
}

/** What is said of the answers to one exercise. */
interface Text<Mistake extends PropertyKey> {
  /** What the right answer means. */
  readonly right: string;
  /** Two or three; each says more than the one before, and none the answer. */
  readonly hints: readonly string[];
  /** Which step went wrong, for each mistake that other exercises do not have. */
  readonly mistakes: Readonly<Record<Mistake, string>>;
}

/** Words with a text for each exercise, and for each of its mistakes. */
interface Words {
  readonly verdicts: ExerciseWords["verdicts"];
  readonly texts: {
    readonly [Name in ExerciseName]: Text<
      Exclude<
        keyof typeof exercises[Name]["mistakes"],
        keyof ExerciseWords["verdicts"]["slips"]
      >
    >;
  };
}

/** Slips whose message says how to mend them; they use up no hint. */
const NO_HINT = ["caret", "rounded", "percent"];

/**
 * What is wrong with the arguments after the name; undefined if nothing. They may
 * be anything at all: the kernel of a notebook checks no types.
 */
function diagnose(
  name: ExerciseName,
  [answer, ...more]: unknown[],
  words: ExerciseWords["verdicts"],
): Diagnosis | undefined {
  // Here the type of the exercise no longer depends on its name.
  const exercise = exercises[name] as NumberExercise | AnyFunctionExercise;
  try {
    if (exercise.kind === "function") {
      return functionDiagnosis(name, exercise, answer, words);
    }
    if (more.length > 0 && typeof answer === "number") {
      const whole = Object.is(answer, -0) ? "-0" : String(answer);
      return { text: words.decimalComma(`${whole}.${more[0]}`), form: true };
    }
    return numberDiagnosis(exercise, answer, words);
  } catch {
    // A proxy, or a thrown object that cannot be written as text.
    return { text: words.unreadable, form: true };
  }
}

/** A verdict; `open` is that on an exercise that was not answered yet. */
function verdict(kind: "right" | "wrong" | "open", message: string): Verdict {
  return {
    right: kind === "right",
    message,
    // The Deno kernel looks here for what to show of the value of a cell.
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": `<p class="verdict ${kind}" style="white-space: pre-line">${
        escape(message)
      }</p>`,
      "text/plain": message,
    }),
  };
}
