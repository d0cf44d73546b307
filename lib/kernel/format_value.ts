import { formatWithOptions, inspect } from "node-inspect-extracted";

/** Deno's own settings, and its quotation marks. */
const options = {
  depth: 4,
  stylize: (text: string, style: string) =>
    style === "string" ? requoted(text) : text,
};

/** A value as Deno shows it: `[ 0.6, 1 ]`, `Map(1) { "a" => 1 }`. */
export function formatValue(value: unknown): string {
  return inspect(value, options);
}

/**
 * What `console.log` prints of its arguments, with `%s` and the like filled in.
 */
export function formatLog(...values: unknown[]): string {
  const [first, ...rest] = values;
  // For Deno %d is a whole number, and %o an object as it is always shown.
  const likeDeno: Record<string, string> = { "%d": "%i", "%o": "%O" };
  if (typeof first !== "string") return formatWithOptions(options, ...values);
  const format = first.replace(/%[%do]/g, (found) => likeDeno[found] ?? found);
  return formatWithOptions(options, format, ...rest);
}

/** Node prefers single quotation marks, Deno double ones. */
function requoted(text: string): string {
  const body = text.slice(1, -1)
    .replace(/\\(.)/g, (pair, next) => next === text[0] ? next : pair);
  const quote = [`"`, "'", "`"].find((mark) => !body.includes(mark));
  return quote ? quote + body + quote : `"${body.replaceAll('"', '\\"')}"`;
}
