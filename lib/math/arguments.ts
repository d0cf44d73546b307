/**
 * Checks that the public functions share. Each takes the name of the function that was
 * called, so that the message names it: a wrong type or shape is a `TypeError`, a
 * number out of its range a `RangeError`.
 *
 * @module
 */

/** Throws unless `value` is a number. */
export function checkNumber(caller: string, name: string, value: number): void {
  if (typeof value !== "number") refuseType(caller, name, "a number", value);
}

/** Throws unless `value` is a finite number. */
export function checkFiniteNumber(
  caller: string,
  name: string,
  value: number,
): void {
  checkNumber(caller, name, value);
  if (!Number.isFinite(value)) {
    throw new RangeError(`${caller}: ${name} must be finite, got ${value}`);
  }
}

/** Throws unless `value` is an integer in [least, end). */
export function checkInteger(
  caller: string,
  name: string,
  value: number,
  least: number,
  end: number = Infinity,
): void {
  const wanted = end === Infinity
    ? `an integer of at least ${least}`
    : `an integer in [${least}, ${end})`;
  if (typeof value !== "number") refuseType(caller, name, wanted, value);
  if (!Number.isSafeInteger(value) || value < least || value >= end) {
    throw new RangeError(`${caller}: ${name} must be ${wanted}, got ${value}`);
  }
}

/** Throws unless `value` is a function. */
export function checkFunction(
  caller: string,
  name: string,
  value: unknown,
): void {
  if (typeof value !== "function") {
    refuseType(caller, name, "a function", value);
  }
}

/** Throws unless `value` is an object, and not an array. */
export function checkObject(
  caller: string,
  name: string,
  value: object,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuseType(caller, name, "an object", value);
  }
}

/** Throws unless `values` is a non-empty array. Its items are not checked. */
export function checkArray(
  caller: string,
  name: string,
  values: readonly unknown[],
  of: string,
): void {
  if (!Array.isArray(values)) {
    refuseType(caller, name, `an array of ${of}`, values);
  }
  if (values.length === 0) {
    throw new TypeError(`${caller}: ${name} must not be empty`);
  }
}

/** Throws unless `values` is an array of at least one number. */
export function checkVector(
  caller: string,
  name: string,
  values: readonly number[],
): void {
  checkArray(caller, name, values, "numbers");
  for (let i = 0; i < values.length; i++) {
    checkNumber(caller, `${name}[${i}]`, values[i]);
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
  checkLength(caller, name, values, length, "numbers");
  values.forEach((value, i) =>
    checkFiniteNumber(caller, `${name}[${i}]`, value)
  );
}

/** Throws unless an array has `length` entries. */
export function checkLength(
  caller: string,
  name: string,
  values: readonly unknown[],
  length: number,
  of: string,
): void {
  if (values.length !== length) {
    throw new TypeError(
      `${caller}: ${name} must have ${length} ${of}, got ${values.length}`,
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
  checkNumber(caller, name, p);
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`${caller}: ${name} must be in [0, 1], got ${p}`);
  }
}

/** Throws unless every number of `probabilities` is in [0, 1]. */
export function checkProbabilities(
  caller: string,
  probabilities: readonly number[],
  name: string = "probabilities",
): void {
  checkVector(caller, name, probabilities);
  probabilities.forEach((p, j) => checkProbability(caller, `${name}[${j}]`, p));
}

/** Throws unless `probabilities` are such, and `target` is the index of one. */
export function checkPrediction(
  caller: string,
  probabilities: readonly number[],
  target: number,
): void {
  checkProbabilities(caller, probabilities);
  checkTarget(caller, target, probabilities.length);
}

/** Throws unless `target` is the index of one of the `classes`. */
export function checkTarget(
  caller: string,
  target: number,
  classes: number,
): void {
  checkInteger(caller, "target", target, 0, classes);
}

/**
 * Throws unless `distribution` has one number in [0, 1] for each of the `classes`, and
 * they sum to 1.
 */
export function checkDistribution(
  caller: string,
  distribution: readonly number[],
  classes: number,
  name: string = "targetDistribution",
): void {
  checkVector(caller, name, distribution);
  checkLength(caller, name, distribution, classes, "numbers");
  checkProbabilities(caller, distribution, name);
  const sum = distribution.reduce((total, t) => total + t, 0);
  // Stryker disable next-line EqualityOperator: no sum is exactly 1e-9 from 1
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`${caller}: ${name} must sum to 1, got ${sum}`);
  }
}

function refuseType(
  caller: string,
  name: string,
  wanted: string,
  value: unknown,
): never {
  throw new TypeError(
    `${caller}: ${name} must be ${wanted}, got ${describe(value)}`,
  );
}

/** What `value` is, for a message: its type and, where that is short, the value. */
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
