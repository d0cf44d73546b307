import { dequal } from "dequal";
import { formatValue } from "./format_value.ts";

/**
 * The error of `node:assert/strict`, which no browser has. Here stands as much
 * of that module as cells use.
 */
class AssertionError extends Error {
  override name = "AssertionError";
}

function check(holds: boolean, given: unknown, otherwise: string): void {
  if (holds) return;
  if (given instanceof Error) throw given;
  throw new AssertionError(given === undefined ? otherwise : String(given));
}

const compared = (what: string, actual: unknown, expected: unknown) =>
  `Expected ${what}:\n\n${formatValue(actual)}\n\nand\n\n${
    formatValue(expected)
  }`;

/** Whether an error is what was expected: a class, a pattern, or properties. */
function isExpected(error: unknown, expected: unknown): boolean {
  if (expected === undefined) return true;
  if (typeof expected === "function") {
    return expected.prototype !== undefined && error instanceof expected;
  }
  if (expected instanceof RegExp) return expected.test(String(error));
  return Object.entries(expected as object).every(([key, value]) => {
    const actual = (error as Record<string, unknown>)[key];
    return value instanceof RegExp
      ? value.test(String(actual))
      : dequal(actual, value);
  });
}

function checkThrown(error: unknown, expected: unknown): void {
  check(isExpected(error, expected), undefined, `Not expected: ${error}`);
}

function ok(value: unknown, message?: unknown): void {
  check(Boolean(value), message, "The expression evaluated to a falsy value");
}

const functions = {
  ok,
  equal: (a: unknown, b: unknown, message?: unknown) =>
    check(Object.is(a, b), message, compared("strictly equal values", a, b)),
  notEqual: (a: unknown, b: unknown, message?: unknown) =>
    check(!Object.is(a, b), message, compared("different values", a, b)),
  deepEqual: (a: unknown, b: unknown, message?: unknown) =>
    check(dequal(a, b), message, compared("strictly deep-equal values", a, b)),
  notDeepEqual: (a: unknown, b: unknown, message?: unknown) =>
    check(!dequal(a, b), message, compared("different values", a, b)),
  match: (text: string, pattern: RegExp, message?: unknown) =>
    check(pattern.test(text), message, `${text} does not match ${pattern}`),
  fail: (message: unknown = "Failed") => check(false, message, ""),
  throws(call: () => unknown, expected?: unknown) {
    try {
      call();
    } catch (error) {
      return checkThrown(error, expected);
    }
    check(false, undefined, "Missing expected exception.");
  },
  async rejects(
    promise: Promise<unknown> | (() => Promise<unknown>),
    expected?: unknown,
  ) {
    try {
      await (typeof promise === "function" ? promise() : promise);
    } catch (error) {
      return checkThrown(error, expected);
    }
    check(false, undefined, "Missing expected rejection.");
  },
};

const all = {
  ...functions,
  strictEqual: functions.equal,
  deepStrictEqual: functions.deepEqual,
};

/** The module as cells import it, by default or by name. */
export const assert: Record<string, unknown> = {
  ...all,
  default: Object.assign(
    (value: unknown, message?: unknown) => ok(value, message),
    all,
  ),
};
