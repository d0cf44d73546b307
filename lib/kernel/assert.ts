import { dequal } from "dequal";
import { formatValue } from "./format_value.ts";

/**
 * The error of `node:assert/strict`, which no browser has. Here stands as much
 * of that module as cells use.
 */
class AssertionError extends Error {
  override name = "AssertionError";
}

function ok(
  holds: unknown,
  given?: unknown,
  otherwise = "The expression evaluated to a falsy value",
): void {
  if (holds) return;
  throw given instanceof Error
    ? given
    : new AssertionError(String(given ?? otherwise));
}

const comparison =
  (what: string, holds: (a: unknown, b: unknown) => boolean) =>
  (a: unknown, b: unknown, message?: unknown): void => {
    if (holds(a, b)) return;
    const values = [a, b].map(formatValue).join("\n\nand\n\n");
    ok(false, message, `Expected ${what}:\n\n${values}`);
  };

/**
 * Whether an error is what was expected: by a class, a pattern, properties, or
 * a function that judges it. A text is only a message.
 */
function isExpected(error: unknown, expected: unknown): boolean {
  if (expected === undefined || typeof expected === "string") return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === "function") {
    if (expected.prototype && error instanceof expected) return true;
    return !(expected.prototype instanceof Error) && expected(error) === true;
  }
  return Object.entries(expected as object).every(([key, value]) => {
    const actual = (error as Record<string, unknown>)[key];
    return value instanceof RegExp
      ? value.test(String(actual))
      : dequal(actual, value);
  });
}

function throws(call: () => unknown, expected?: unknown): void {
  try {
    call();
  } catch (error) {
    return ok(isExpected(error, expected), undefined, `Not expected: ${error}`);
  }
  ok(false, undefined, "Missing expected exception.");
}

async function rejects(
  promise: Promise<unknown> | (() => Promise<unknown>),
  expected?: unknown,
): Promise<void> {
  let settled = () => {};
  try {
    await (typeof promise === "function" ? promise() : promise);
  } catch (error) {
    settled = () => {
      throw error;
    };
  }
  throws(settled, expected);
}

const equal = comparison("strictly equal values", Object.is);
const deepEqual = comparison("strictly deep-equal values", dequal);
const all = {
  ok: (value: unknown, message?: unknown) => ok(value, message),
  equal,
  strictEqual: equal,
  notEqual: comparison("different values", (a, b) => !Object.is(a, b)),
  deepEqual,
  deepStrictEqual: deepEqual,
  notDeepEqual: comparison("different values", (a, b) => !dequal(a, b)),
  match: (text: string, pattern: RegExp, message?: unknown) =>
    ok(pattern.test(text), message, `${text} does not match ${pattern}`),
  fail: (message: unknown = "Failed") => ok(false, message),
  throws,
  rejects,
};
const strict = Object.assign(all.ok, all);

/** The module as cells import it, by default or by name. */
export const assert: Record<string, unknown> = {
  ...all,
  strict,
  default: strict,
};
