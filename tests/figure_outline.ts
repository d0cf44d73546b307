import type { Figure } from "@lesson/cross-entropy";

/** Longer arrays are told by some of their entries. */
const LONG = 12;

/**
 * All that a figure consists of, in a form to compare and to keep: numbers with six
 * digits, and of a long array its length, its ends, its middle and the sum.
 */
export function outline(figure: Figure): unknown {
  return short(JSON.parse(JSON.stringify(figure)));
}

function short(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(6));
  if (typeof value === "string") {
    return value.replaceAll(
      /\d+\.\d{6,}/g,
      (digits) => Number(digits).toPrecision(6),
    );
  }
  if (Array.isArray(value)) {
    return value.length > LONG ? summary(value) : value.map(short);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, short(inner)]),
  );
}

function summary(values: readonly unknown[]): unknown {
  const { length } = values;
  const numbers = values.flat(Infinity).filter((value) =>
    typeof value === "number"
  );
  const total = numbers.reduce((sum, value) => sum + value, 0);
  const some = [0, Math.floor(length / 2), length - 1].map((i) =>
    short(values[i])
  );
  return { length, some, total: Number(total.toPrecision(6)) };
}
