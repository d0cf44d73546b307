import { checkFinite, checkNumber } from "../math/arguments.ts";

/** Scaling of one measured quantity to the range from 0 to 1. */
export interface Scaling {
  /** The smallest value, which becomes 0. */
  readonly minimum: number;
  /** The largest value, which becomes 1. */
  readonly maximum: number;
  /** Scales one value; values outside the range land outside 0 to 1. */
  readonly scale: (value: number) => number;
}

/**
 * Scaling by minimum and maximum: `(value − minimum) / (maximum − minimum)`.
 *
 * @example Petal widths from 0.1 to 2.5 cm
 * ```ts
 * import assert from "node:assert/strict";
 * import { minMaxScaling } from "@lesson/cross-entropy";
 * const petal = minMaxScaling([0.1, 1.3, 2.5]);
 * assert.equal(petal.scale(2.5), 1);
 * assert.equal(petal.scale(1.3).toFixed(2), "0.50");
 * ```
 *
 * @param values The data, at least two different finite numbers.
 * @returns The range and the function that scales.
 * @throws {TypeError} When `values` is not an array of at least one number.
 * @throws {RangeError} When a value is not finite, all are equal, or their range
 * overflows.
 */
export function minMaxScaling(values: readonly number[]): Scaling {
  return scalingOf("minMaxScaling", "values", values);
}

/** {@linkcode minMaxScaling} for `caller`, whose messages call the values `name`. */
export function scalingOf(
  caller: string,
  name: string,
  values: readonly number[],
): Scaling {
  checkFinite(caller, name, values);
  const minimum = values.reduce((a, b) => Math.min(a, b));
  const maximum = values.reduce((a, b) => Math.max(a, b));
  if (minimum === maximum) {
    throw new RangeError(
      `${caller}: ${name} must not all be equal, got only ${minimum}`,
    );
  }
  if (maximum - minimum === Infinity) {
    throw new RangeError(
      `${caller}: ${name} must lie less than 1.8e308 apart, got ${minimum} and ${maximum}`,
    );
  }
  return {
    minimum,
    maximum,
    scale: (value) => {
      checkNumber("minMaxScaling.scale", "value", value);
      return (value - minimum) / (maximum - minimum);
    },
  };
}
