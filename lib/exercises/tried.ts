import type { VerdictWords } from "../i18n/exercise_words.ts";
import type { Input, Result } from "./exercise.ts";
import { kindOf } from "./kind_of.ts";

/** A function of which nothing is known. */
export type AnyFunction = (...inputs: Input[]) => unknown;

/**
 * What a student's function gives for some inputs: a number, or as many as are
 * `wanted`. When it gives anything else, what is wrong with it, in words.
 */
export function tried(
  answer: AnyFunction,
  inputs: readonly Input[],
  call: string,
  wanted: Result,
  words: VerdictWords,
): Result | string {
  const given = structuredClone(inputs);
  let result: unknown;
  try {
    result = answer(...given);
  } catch (error) {
    return words.stopped(call, String(error));
  }
  if (!same(given, inputs)) return words.changedInput(call);
  if (result === undefined) return words.returnsNothing(call);
  // Left alone, an async function that fails would end the notebook.
  if (result instanceof Promise) result.catch(() => {});
  const kind = words.kinds[kindOf(result)];
  if (typeof wanted === "number") {
    return typeof result === "number"
      ? result
      : words.resultNotNumber(call, kind);
  }
  if (!Array.isArray(result)) return words.resultNotList(call, kind);
  if (result.length !== wanted.length) {
    return words.wrongLength(call, wanted.length, result.length);
  }
  const numbers = Array.from(result);
  const odd = numbers.findIndex((entry) => typeof entry !== "number");
  if (odd < 0) return numbers;
  return words.entryNotNumber(call, odd, words.kinds[kindOf(numbers[odd])]);
}

/** Whether a list, and the lists in it, are still as they were. */
function same(now: unknown, before: unknown): boolean {
  if (!Array.isArray(before)) return Object.is(now, before);
  return Array.isArray(now) && now.length === before.length &&
    before.every((entry, i) => same(now[i], entry));
}
