import type { ExerciseWords } from "../i18n/words.ts";
import type { Numbers } from "../i18n/format.ts";
import type { Result } from "./exercise.ts";

type VerdictWords = ExerciseWords["verdicts"];

/** What an answer or a result is, in words. */
export function kindOf(value: unknown, { kinds }: VerdictWords): string {
  if (value === null) return kinds.null;
  if (Array.isArray(value)) return kinds.list;
  return value instanceof Promise ? kinds.promise : kinds[typeof value];
}

/**
 * What a student's function returns for some inputs, if it is a number or a
 * list of numbers, as `wanted` is. Otherwise a sentence that says what is wrong
 * with it.
 */
export function callAnswer(
  answer: (...inputs: Numbers[]) => unknown,
  inputs: readonly Numbers[],
  call: string,
  wanted: Result,
  words: VerdictWords,
): Result | string {
  const given = structuredClone(inputs);
  let result: unknown;
  try {
    result = answer(...given);
  } catch (error) {
    return words.throws(call, String(error));
  }
  if (!same(given, inputs)) return words.changedInput(call);
  if (result === undefined) return words.returnsNothing(call);
  // An unhandled rejection would end the notebook.
  if (result instanceof Promise) result.catch(() => {});
  if (typeof wanted === "number") {
    return typeof result === "number"
      ? result
      : words.resultNotNumber(call, kindOf(result, words));
  }
  if (!Array.isArray(result)) {
    return words.resultNotList(call, kindOf(result, words));
  }
  if (result.length !== wanted.length) {
    return words.wrongLength(call, wanted.length, result.length);
  }
  const entries: unknown[] = Array.from(result);
  const odd = entries.findIndex((entry) => typeof entry !== "number");
  if (odd < 0) return entries as number[];
  return words.entryNotNumber(call, odd, kindOf(entries[odd], words));
}

/** Whether a list, and the lists in it, are still as they were. */
function same(now: unknown, before: unknown): boolean {
  if (!Array.isArray(before)) return Object.is(now, before);
  return Array.isArray(now) && now.length === before.length &&
    before.every((entry, i) => same(now[i], entry));
}
