/**
 * Checks that the public functions share. Each takes the name of the function
 * that was called, so that the message names it: a wrong type or shape is a
 * `TypeError`, a number out of its range a `RangeError`.
 *
 * @module
 */

/**
 * Throws unless `values` is an array of at least one number; `name` is what the
 * caller calls it.
 */
export function checkVector(
  caller: string,
  name: string,
  values: readonly number[],
): void {
  if (!Array.isArray(values)) {
    throw new TypeError(
      `${caller}: ${name} must be an array of numbers, got ${describe(values)}`,
    );
  }
  if (values.length === 0) {
    throw new TypeError(`${caller}: ${name} must not be empty`);
  }
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== "number") {
      throw new TypeError(
        `${caller}: ${name}[${i}] must be a number, got ${describe(values[i])}`,
      );
    }
  }
}

/** Throws unless `values` is an array of `length` finite numbers. */
export function checkFinite(
  caller: string,
  name: string,
  values: readonly number[],
  length: number = values?.length,
): void {
  checkVector(caller, name, values);
  if (values.length !== length) {
    throw new TypeError(
      `${caller}: ${name} must have ${length} numbers, got ${values.length}`,
    );
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `${caller}: ${name}[${bad}] must be finite, got ${values[bad]}`,
    );
  }
}

/**
 * Throws unless `logits` are numbers below Infinity, at least one of them above
 * -Infinity.
 */
export function checkLogits(caller: string, logits: readonly number[]): void {
  checkVector(caller, "logits", logits);
  const bad = logits.findIndex((logit) => !(logit < Infinity));
  if (bad >= 0) {
    throw new RangeError(
      `${caller}: logits[${bad}] must be below Infinity, got ${logits[bad]}`,
    );
  }
  if (logits.every((logit) => logit === -Infinity)) {
    throw new RangeError(
      `${caller}: at least one logit must be above -Infinity`,
    );
  }
}

/** Throws unless `p` is a number in [0, 1]. */
export function checkProbability(
  caller: string,
  name: string,
  p: number,
): void {
  if (typeof p !== "number") {
    throw new TypeError(
      `${caller}: ${name} must be a number, got ${describe(p)}`,
    );
  }
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`${caller}: ${name} must be in [0, 1], got ${p}`);
  }
}

/** Throws unless every number of `probabilities` is in [0, 1]. */
export function checkProbabilities(
  caller: string,
  probabilities: readonly number[],
): void {
  checkVector(caller, "probabilities", probabilities);
  probabilities.forEach((p, j) =>
    checkProbability(caller, `probabilities[${j}]`, p)
  );
}

/** Throws unless `target` is the index of one of the `classes`. */
export function checkTarget(
  caller: string,
  target: number,
  classes: number,
): void {
  if (typeof target !== "number") {
    throw new TypeError(
      `${caller}: target must be an integer, got ${describe(target)}`,
    );
  }
  if (!Number.isInteger(target) || target < 0 || target >= classes) {
    throw new RangeError(
      `${caller}: target must be an integer in [0, ${classes}), got ${target}`,
    );
  }
}

/**
 * Throws unless `distribution` has one number in [0, 1] for each of the
 * `classes`, and they sum to 1.
 */
export function checkDistribution(
  caller: string,
  distribution: readonly number[],
  classes: number,
): void {
  checkVector(caller, "targetDistribution", distribution);
  if (distribution.length !== classes) {
    throw new TypeError(
      `${caller}: targetDistribution must have ${classes} numbers, got ${distribution.length}`,
    );
  }
  distribution.forEach((t, j) =>
    checkProbability(caller, `targetDistribution[${j}]`, t)
  );
  const sum = distribution.reduce((total, t) => total + t, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(
      `${caller}: targetDistribution must sum to 1, got ${sum}`,
    );
  }
}

/**
 * What `value` is, for a message: its type and, where that is short, the value.
 */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  if (typeof value === "object") {
    if (Array.isArray(value)) return "an array";
    const name = value.constructor?.name ?? "Object";
    return name === "Object" ? "an object" : `a ${name}`;
  }
  return typeof value === "function"
    ? "a function"
    : `the ${typeof value} ${String(value)}`;
}
