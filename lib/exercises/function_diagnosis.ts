import type { VerdictWords } from "../i18n/exercise_words.ts";
import type { FunctionExercise, Input, Result } from "./exercise.ts";
import { kindOf } from "./kind_of.ts";
import { shown } from "./shown.ts";
import { type AnyFunction, tried } from "./tried.ts";

/** Any exercise whose answer is a function. */
export type AnyFunctionExercise = FunctionExercise<Input[], Result>;

/**
 * What is wrong with an answer that should be a function; undefined if nothing.
 */
export function functionDiagnosis(
  name: string,
  exercise: AnyFunctionExercise,
  answer: unknown,
  mistakes: Readonly<Record<string, string>>,
  words: VerdictWords,
): string | undefined {
  if (typeof answer !== "function") {
    return words.functionWanted(words.kinds[kindOf(answer)]);
  }
  for (const cases of [exercise.cases, exercise.hardCases ?? []]) {
    const results: Result[] = [];
    for (const inputs of cases) {
      const result = tried(
        answer as AnyFunction,
        inputs,
        callOf(name, inputs),
        exercise.expected(...inputs),
        words,
      );
      if (typeof result === "string") return result;
      results.push(result);
    }
    const wrong = firstWrong(exercise, cases, results);
    if (wrong < 0) continue;
    const mistake = mistakeIn(exercise, cases, results);
    if (mistake !== undefined) return mistakes[mistake];
    const call = callOf(name, cases[wrong]);
    const wanted = exercise.expected(...cases[wrong]);
    return counterexample(exercise, call, wanted, results[wrong], words);
  }
}

/** The call of a function as one would write it. */
function callOf(name: string, inputs: readonly Input[]): string {
  return `${name}(${inputs.map((input) => shown(input)).join(", ")})`;
}

/** The index of the first case whose result is wrong; −1 if none is. */
function firstWrong(
  { expected, compared = itself, absoluteTolerance }: AnyFunctionExercise,
  cases: readonly Input[][],
  results: readonly Result[],
): number {
  return cases.findIndex((inputs, i) =>
    !close(compared(results[i]), expected(...inputs), absoluteTolerance)
  );
}

/** The mistake that has the same results in all cases, if there is one. */
function mistakeIn(
  { mistakes, absoluteTolerance }: AnyFunctionExercise,
  cases: readonly Input[][],
  results: readonly Result[],
): string | undefined {
  return Object.keys(mistakes).find((name) =>
    cases.every((inputs, i) =>
      close(results[i], mistakes[name](...inputs), absoluteTolerance)
    )
  );
}

function counterexample(
  { compared }: AnyFunctionExercise,
  call: string,
  wanted: Result,
  got: Result,
  words: VerdictWords,
): string {
  const seen = compared ? compared(got) : got;
  // Two numbers that differ must not look the same.
  const digits = shown(seen) === shown(wanted) ? 17 : 6;
  const [wantedText, gotText, seenText] = [wanted, got, seen].map((value) =>
    shown(value, digits)
  );
  return compared
    ? words.counterexampleThroughSoftmax(call, wantedText, gotText, seenText)
    : words.counterexample(call, wantedText, gotText);
}

function itself(result: Result): Result {
  return result;
}

/** Whether two results of the same length are equal up to rounding errors. */
function close(result: Result, value: Result, absolute = 1e-15): boolean {
  const values = [value].flat();
  return [result].flat().every((each, i) =>
    closeNumbers(each, values[i], absolute)
  );
}

/**
 * Whether a number is another up to rounding errors. They reach 1e-12 of the value
 * where two numbers near 1000 are subtracted.
 */
function closeNumbers(
  number: number,
  value: number,
  absolute: number,
): boolean {
  // An infinite value would have an infinite tolerance.
  if (!Number.isFinite(value)) return Object.is(number, value);
  return Math.abs(number - value) <= 1e-9 * Math.abs(value) + absolute;
}
