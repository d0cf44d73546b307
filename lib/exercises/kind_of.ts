/** The kinds of values that messages tell apart. */
export type Kind =
  | "undefined"
  | "null"
  | "boolean"
  | "number"
  | "bigint"
  | "string"
  | "symbol"
  | "function"
  | "list"
  | "promise"
  | "object";

/** What kind of value this is. */
export function kindOf(value: unknown): Kind {
  if (typeof value !== "object") return typeof value as Kind;
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return value instanceof Promise ? "promise" : "object";
}
