/**
 * Checks of arguments that have parts. They are put together like the types they check,
 * `listOf(shapeOf({ bias: isNumber, total: isNumber }), "steps")`, and their messages name
 * the part that is wrong: `walk[2].bias must be finite, got NaN`.
 *
 * @module
 */

import {
  checkArray,
  checkFiniteNumber,
  checkFunction,
  checkInteger,
  checkLength,
  checkNumber,
  checkObject,
  checkProbability,
  describe,
} from "./arguments.ts";

/** Throws unless a value is right. The message names the function and the argument. */
// deno-lint-ignore no-explicit-any
export type Check = (caller: string, name: string, value: any) => void;

/** Checks the arguments of a function, one after the other. */
export function checkArguments(
  caller: string,
  checks: Readonly<Record<string, readonly [value: unknown, check: Check]>>,
): void {
  for (const [name, [value, check]] of Object.entries(checks)) {
    check(caller, name, value);
  }
}

export const isNumber: Check = checkFiniteNumber;
export const isProbability: Check = checkProbability;
export const isFunction: Check = checkFunction;

export const isText: Check = (caller, name, value) => {
  if (typeof value === "string") return;
  throw new TypeError(
    `${caller}: ${name} must be a string, got ${describe(value)}`,
  );
};

/** An integer in [least, end). */
export function isInteger(least: number, end?: number): Check {
  return (caller, name, value) => checkInteger(caller, name, value, least, end);
}

/** A number with a property: `numberThat("be above 0", (x) => x > 0)`. */
export function numberThat(
  must: string,
  holds: (value: number) => boolean,
): Check {
  return (caller, name, value) => {
    checkNumber(caller, name, value);
    if (holds(value)) return;
    throw new RangeError(`${caller}: ${name} must ${must}, got ${value}`);
  };
}

export const isPositive: Check = numberThat(
  "be above 0, and finite",
  (x) => x > 0 && x < Infinity,
);

/** One of some values. */
export function oneOf(choices: readonly unknown[]): Check {
  return (caller, name, value) => {
    if (choices.includes(value)) return;
    const wanted = choices.join(", ");
    throw new RangeError(
      `${caller}: ${name} must be one of ${wanted}, got ${describe(value)}`,
    );
  };
}

export function optional(check: Check): Check {
  return (caller, name, value) => {
    if (value !== undefined) check(caller, name, value);
  };
}

/** A list with at least one item or, where it is given, with that length. */
export function listOf(check: Check, of: string, length?: number): Check {
  return (caller, name, values) => {
    checkArray(caller, name, values, of);
    checkLength(caller, name, values, length ?? values.length, of);
    for (let i = 0; i < values.length; i++) {
      check(caller, `${name}[${i}]`, values[i]);
    }
  };
}

/** A list that may also be empty. */
export function anyListOf(check: Check, of: string): Check {
  return (caller, name, values) => {
    const isEmpty = Array.isArray(values) && values.length === 0;
    if (!isEmpty) listOf(check, of)(caller, name, values);
  };
}

/** Finite numbers. */
export function numbers(length?: number): Check {
  return listOf(isNumber, "numbers", length);
}

/** At least two numbers, each larger than the one before. */
export const areAscending: Check = (caller, name, values) => {
  numbers()(caller, name, values);
  const rises = values.every((x: number, i: number) =>
    i === 0 || x > values[i - 1]
  );
  if (rises && values.length > 1) return;
  throw new RangeError(
    `${caller}: ${name} must be at least two ascending numbers, got ${
      values.slice(0, 4).join(", ")
    }`,
  );
};

/** The lower and the upper end of a range. */
export const isRange: Check = (caller, name, values) => {
  numbers(2)(caller, name, values);
  areAscending(caller, name, values);
};

/** An object with these parts, and perhaps others. */
export function shapeOf(parts: Readonly<Record<string, Check>>): Check {
  return (caller, name, value) => {
    checkObject(caller, name, value);
    for (const [key, check] of Object.entries(parts)) {
      check(caller, `${name}.${key}`, value[key]);
    }
  };
}

/** An object, but no Map or Date, which could pass for one without any parts. */
export const isPlainObject: Check = (caller, name, value) => {
  checkObject(caller, name, value);
  if (Object.getPrototypeOf(value) === Object.prototype) return;
  throw new TypeError(
    `${caller}: ${name} must be a plain object, got ${describe(value)}`,
  );
};

/** An object with these parts and no others: a misspelt option would do nothing. */
export function onlyOf(parts: Readonly<Record<string, Check>>): Check {
  return (caller, name, value) => {
    isPlainObject(caller, name, value);
    shapeOf(parts)(caller, name, value);
    const other = Object.keys(value).find((key) => !Object.hasOwn(parts, key));
    if (other === undefined) return;
    const known = Object.keys(parts).join(", ");
    throw new TypeError(
      `${caller}: ${name} must have no parts but ${known}, got ${other}`,
    );
  };
}
