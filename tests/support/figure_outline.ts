import type { Figure } from "@lesson/cross-entropy/notebook";
import { explorables } from "../../lib/explorables/explorables.ts";
import type { Explorable } from "../../lib/explorables/explorable.ts";
import { figures, unusualFigures } from "./every_figure.ts";

/** Longer arrays of numbers or texts are summarized. */
const LONG = 12;

/** All figures, and all explorables before anything is moved, by their names. */
export function outlines(): Record<string, unknown> {
  const drawn = Object.entries({ ...figures, ...unusualFigures })
    .map(([name, draw]) => [name, outline(draw())]);
  const explored = Object.entries(explorables).map(([name, its]) => {
    const { settings, controls, start, view } = its as Explorable;
    const { figure, lines } = view(start(settings));
    return [`explorable ${name}`, {
      settings,
      controls: controls(),
      lines,
      figure: outline(figure),
    }];
  });
  return Object.fromEntries([...drawn, ...explored]);
}

/**
 * Everything a figure consists of, in a form to compare and to keep: numbers with
 * six digits, and for a long array its length, its ends, its middle and its sum.
 */
function outline(figure: Figure): unknown {
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
    const plain = value.every((entry) =>
      typeof entry !== "object" || entry === null
    );
    return plain && value.length > LONG ? summary(value) : value.map(short);
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
