import type { Answers, ExerciseName } from "./answers.ts";

/** An exercise whose answer is a number. */
export interface NumberExercise {
  readonly kind: "number";
  /** The right answer. */
  readonly expected: () => number;
  /** What comes out when a typical step goes wrong, by the mistake's name. */
  readonly mistakes: Readonly<Record<string, () => number>>;
}

/** An exercise whose answer is a function. */
export interface FunctionExercise<Inputs extends unknown[], Result> {
  readonly kind: "function";
  /** What the function is tried on, simple cases first. */
  readonly cases: readonly Inputs[];
  /** What it is tried on when it is right in all of the `cases`. */
  readonly hardCases?: readonly Inputs[];
  /** A function that is right. */
  readonly expected: (...inputs: Inputs) => Result;
  /**
   * What of a result is compared with the expected one, where more than one
   * result is right; the result itself, unless told.
   */
  readonly compared?: (result: Result) => Result;
  /**
   * How far from the expected number a result may be near 0, 1e-15 unless told: a
   * probability near 1 is rounded by 1e-16, and its logarithm is off by as much.
   */
  readonly absoluteTolerance?: number;
  /** Functions in which a typical step is wrong, by the mistake's name. */
  readonly mistakes: Readonly<Record<string, (...inputs: Inputs) => Result>>;
}

/** The exercise that wants such an answer. */
type ExerciseFor<Answer> = Answer extends
  (...inputs: infer Inputs) => infer Result ? FunctionExercise<Inputs, Result>
  : NumberExercise;

/** All exercises, by their names. */
export type Exercises = {
  readonly [Name in ExerciseName]: ExerciseFor<Answers[Name]>;
};

/** What a function of an exercise may be given. */
export type Input = number | readonly number[] | readonly number[][];

/** What a function of an exercise may give. */
export type Result = number | readonly number[];
