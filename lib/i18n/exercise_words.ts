import type { ExerciseName } from "../exercises/answers.ts";
import type { exercises } from "../exercises/exercises.ts";
import type { Kind } from "../exercises/kind_of.ts";
import { exercises as en } from "./en/exercise_words.ts";
import { type Language, language } from "./language.ts";
import { exercises as pt } from "./pt/exercise_words.ts";

/** The words of the exercises, in one language. */
export interface ExerciseWords {
  readonly verdicts: VerdictWords;
  readonly texts: ExerciseTexts;
}

/**
 * What is said of an answer to any exercise. `call` is what was tried, for
 * instance `softmax([1, 2])`.
 */
export interface VerdictWords {
  readonly open: string;
  readonly right: (meaning: string) => string;
  readonly wrong: (diagnosis: string) => string;
  readonly hint: (number: number, count: number, hint: string) => string;
  /** What an answer or a result is, by its kind. */
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Said of an answer that throws when it is only looked at. */
  readonly unreadable: string;
  readonly numberWanted: (kind: string) => string;
  readonly notANumber: string;
  readonly tooHigh: string;
  readonly tooLow: string;
  readonly functionWanted: (kind: string) => string;
  readonly stopped: (call: string, error: string) => string;
  readonly changedInput: (call: string) => string;
  readonly returnsNothing: (call: string) => string;
  readonly resultNotNumber: (call: string, kind: string) => string;
  readonly resultNotList: (call: string, kind: string) => string;
  readonly wrongLength: (call: string, wanted: number, got: number) => string;
  readonly entryNotNumber: (
    call: string,
    index: number,
    kind: string,
  ) => string;
  readonly counterexample: (
    call: string,
    wanted: string,
    got: string,
  ) => string;
  /** Where what softmax makes of the result is compared. */
  readonly counterexampleThroughSoftmax: (
    call: string,
    wanted: string,
    got: string,
    softmaxOfIt: string,
  ) => string;
}

/** A text for each exercise, and for each of its mistakes. */
export type ExerciseTexts = {
  readonly [Name in ExerciseName]: ExerciseText<
    keyof typeof exercises[Name]["mistakes"]
  >;
};

/** What is said of the answers to one exercise. */
export interface ExerciseText<Mistake extends PropertyKey> {
  /** What the right answer means. */
  readonly right: string;
  /** Each says more than the one before; none says the answer. */
  readonly hints: readonly [string, string] | readonly [string, string, string];
  /** Which step went wrong. */
  readonly mistakes: Readonly<Record<Mistake, string>>;
}

/** The words of the exercises in each language. */
export const exerciseWordsOf: Readonly<Record<Language, ExerciseWords>> = {
  en,
  pt,
};

/** The words of the exercises in the language that is spoken now. */
export const exerciseWords = (): ExerciseWords => exerciseWordsOf[language()];
