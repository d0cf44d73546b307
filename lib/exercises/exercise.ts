import type { Numbers } from "../i18n/format.ts";
import type { Answers, ExerciseName } from "./answers.ts";
import type { Draw } from "./inputs.ts";

/** An exercise whose answer is a number. */
export interface NumberExercise {
  readonly kind: "number";
  /** The right answer. */
  readonly expected: () => number;
  /**
   * How far off an answer may be, as a share of the right one. The default is one
   * per cent, so that an answer rounded to two digits counts: 0.050 for e⁻³ is off
   * by 0.4 per cent. The nearest mistake, 1 − 0.2 for e^−0.2, is off by 2.3.
   */
  readonly tolerance?: number;
  /** The result of each typical mistake, by its name. */
  readonly mistakes: Readonly<Record<string, () => number>>;
  /** Which hint fits a mistake, counted from 1. */
  readonly hints: Readonly<Record<string, number>>;
}

/** An exercise whose answer is a function. */
export interface FunctionExercise<Inputs extends unknown[], Result> {
  readonly kind: "function";
  /** What the function is called with, simple cases first. */
  readonly cases: readonly Inputs[];
  /** Sizes that only a careful formula survives. */
  readonly hardCases: readonly Inputs[];
  /** More inputs, which catch a formula that is right only for the `cases`. */
  readonly randomInputs: (draw: Draw) => Inputs;
  /** A function that is right. */
  readonly expected: (...inputs: Inputs) => Result;
  /**
   * Where more than one result is right: what is compared instead of the
   * result.
   */
  readonly compared?: (result: Result) => Result;
  /**
   * How far off a number may be, as a share of the right one. The default, 1e-9, is
   * far above the rounding of any right formula and far below a rounded result.
   */
  readonly relativeTolerance?: number;
  /**
   * How far off a number may be near 0: what a right formula can lose when it
   * rounds what it adds or subtracts. The default is 0.
   */
  readonly absoluteTolerance?: (...inputs: Inputs) => number;
  /** Functions in which a typical step is wrong, by the mistake's name. */
  readonly mistakes: Readonly<Record<string, (...inputs: Inputs) => Result>>;
  /** Which hint fits a mistake, counted from 1. */
  readonly hints: Readonly<Record<string, number>>;
}

/** The exercise that asks for such an answer. */
type ExerciseFor<Answer> = Answer extends
  (...inputs: infer Inputs) => infer Result ? FunctionExercise<Inputs, Result>
  : NumberExercise;

/** All exercises, by their names. */
export type Exercises = {
  readonly [Name in ExerciseName]: ExerciseFor<Answers[Name]>;
};

/** Any exercise whose answer is a function. */
export type AnyFunctionExercise = FunctionExercise<Numbers[], Result>;

/** What a function of an exercise may return. */
export type Result = number | readonly number[];
