import { asCode, type Numbers, written } from "../i18n/format.ts";
import type { ExerciseWords } from "../i18n/words.ts";
import { roundTo } from "../math/rounding.ts";
import { callAnswer, kindOf } from "./call_answer.ts";
import type {
  AnyFunctionExercise,
  NumberExercise,
  Result,
} from "./exercise.ts";
import { seededDraw } from "./inputs.ts";

type VerdictWords = ExerciseWords["verdicts"];

/** What is wrong with an answer. */
export interface Diagnosis {
  /** A sentence; or the name of a mistake, which has a sentence of its own. */
  readonly text?: string;
  readonly mistake?: string;
  /**
   * Whether the answer is no attempt at the question, and so uses up no hint.
   */
  readonly form?: boolean;
}

const RANDOM_CASES = 20;

/** What is wrong with an answer that should be a number; undefined if nothing. */
export function numberDiagnosis(
  { expected, mistakes, tolerance = 0.01 }: NumberExercise,
  answer: unknown,
  words: VerdictWords,
): Diagnosis | undefined {
  if (typeof answer !== "number") {
    const comma = String(answer).match(/^\s*([-−]?\d+,\d+)\s*$/)?.[1];
    const text = comma
      ? words.decimalComma(comma.replace("−", "-").replace(",", "."))
      : words.numberWanted(kindOf(answer, words));
    return { text, form: true };
  }
  if (Number.isNaN(answer)) return { text: words.notANumber, form: true };
  const right = expected();
  const near = (value: number) =>
    Math.abs(answer - value) <= tolerance * Math.abs(value);
  if (near(right)) return undefined;
  const mistake = Object.keys(mistakes).find((name) => near(mistakes[name]()));
  if (mistake !== undefined) return { mistake };
  if (near(100 * right)) return { mistake: "percent" };
  if (near(-right)) return { mistake: "sign" };
  if (tolerance > 0 && answer === Number(right.toPrecision(1))) {
    return { mistake: "rounded" };
  }
  if (right * answer < 0) return { text: words.otherSign };
  // Stryker disable next-line EqualityOperator: no right answer is 0
  const [below, above] = right < 0
    ? [words.tooFarBelow, words.tooNearZero]
    : [words.tooLow, words.tooHigh];
  // Stryker disable next-line EqualityOperator: here the answer is not right
  return { text: answer < right ? below : above };
}

/** What is wrong with an answer that should be a function; undefined if nothing. */
export function functionDiagnosis(
  name: string,
  exercise: AnyFunctionExercise,
  answer: unknown,
  words: VerdictWords,
): Diagnosis | undefined {
  if (typeof answer !== "function") {
    return { text: words.functionWanted(kindOf(answer, words)), form: true };
  }
  const draw = seededDraw(1);
  const random = Array.from(
    { length: RANDOM_CASES },
    () => exercise.randomInputs(draw),
  );
  for (const cases of [exercise.cases, exercise.hardCases, random]) {
    const results: Result[] = [];
    const wanted = cases.map((inputs) => exercise.expected(...inputs));
    for (const [i, inputs] of cases.entries()) {
      const result = callAnswer(
        answer as (...inputs: Numbers[]) => unknown,
        inputs,
        callOf(name, inputs),
        wanted[i],
        words,
      );
      if (typeof result === "string") return { text: result, form: true };
      results.push(result);
    }
    const { compared = (result: Result) => result } = exercise;
    const wrong = cases.findIndex((inputs, i) =>
      !close(exercise, inputs, compared(results[i]), wanted[i])
    );
    if (wrong < 0) continue;
    const mistake = mistakeIn(exercise, cases, results, wanted);
    if (mistake !== undefined) return { mistake };
    const overflows = !values(results[wrong]).every(Number.isFinite);
    const isHard = cases === exercise.hardCases;
    if (isHard && overflows && exercise.hints.overflow) {
      return { mistake: "overflow" };
    }
    const call = callOf(name, cases[wrong]);
    const [right, got] = [wanted[wrong], results[wrong]];
    return { text: counterexample(exercise, call, right, got, words) };
  }
}

/**
 * The call of a function as it is written in code; long lists are cut short.
 */
function callOf(name: string, inputs: readonly Numbers[]): string {
  const text = inputs.map((input) => asCode(input)).join(", ");
  // Stryker disable next-line EqualityOperator: whatever is about as long is cut
  return `${name}(${text.length > 200 ? `${text.slice(0, 100)} …` : text})`;
}

/** The mistake that has the same results in all cases, if there is one. */
function mistakeIn(
  exercise: AnyFunctionExercise,
  cases: readonly Numbers[][],
  results: readonly Result[],
  wanted: readonly Result[],
): string | undefined {
  const always = (mistaken: (i: number) => Result) =>
    cases.every((inputs, i) =>
      close(exercise, inputs, results[i], mistaken(i))
    );
  const own = Object.keys(exercise.mistakes).find((name) =>
    always((i) => exercise.mistakes[name](...cases[i]))
  );
  if (own !== undefined || exercise.compared) return own;
  if (always((i) => times(wanted[i], -1))) return "sign";
  if (always((i) => times(wanted[i], 100))) return "percent";
  return isRounded(results.flat(), wanted.flat()) ? "rounded" : undefined;
}

/** Whether numbers were rounded to some decimals or digits, and visibly so. */
function isRounded(numbers: number[], wanted: number[]): boolean {
  const counts = Array.from({ length: 13 }, (_, count) => count);
  const visible = numbers.some((number, i) =>
    // Stryker disable next-line EqualityOperator: no rounding is exactly as fine
    number !== 0 && Math.abs(number / wanted[i] - 1) > 1e-9
  );
  const matches = (round: (value: number) => number) =>
    numbers.every((number, i) =>
      Math.abs(number - round(wanted[i])) <=
        4 * Number.EPSILON * Math.abs(wanted[i])
    );
  return visible &&
    counts.some((count) =>
      matches((value) => roundTo(value, count)) ||
      matches((value) => Number(value.toPrecision(count + 1)))
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
  const digits = asCode(seen) === asCode(wanted) ? 17 : 6;
  const [wantedText, gotText, seenText] = [wanted, got, seen].map((value) => {
    const code = asCode(value, digits);
    // Lists are code; a number alone is part of the sentence.
    return typeof value === "number" && words.localNumbers
      ? written(code)
      : code;
  });
  return compared
    ? words.counterexampleThroughSoftmax(call, wantedText, gotText, seenText)
    : words.counterexample(call, wantedText, gotText);
}

const values = (result: Result): number[] => [result].flat() as number[];

const times = (result: Result, factor: number): Result =>
  typeof result === "number"
    ? factor * result
    : result.map((value) => factor * value);

/** Whether two results of the same length are equal up to rounding errors. */
function close(
  { relativeTolerance = 1e-9, absoluteTolerance }: AnyFunctionExercise,
  inputs: Numbers[],
  result: Result,
  value: Result,
): boolean {
  const absolute = absoluteTolerance?.(...inputs) ?? 0;
  return values(result).every((number, i) => {
    const right = values(value)[i];
    // An infinite value would have an infinite tolerance.
    if (!Number.isFinite(right)) return Object.is(number, right);
    return Math.abs(number - right) <=
      relativeTolerance * Math.abs(right) + absolute;
  });
}
