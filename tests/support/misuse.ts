import assert from "assert";

/** What every argument is replaced by, in turn. */
const wrong: unknown[] = [
  undefined,
  null,
  true,
  "",
  "0.5",
  "abc",
  10n,
  Symbol("s"),
  NaN,
  Infinity,
  -Infinity,
  -1,
  -0.5,
  1.5,
  2 ** 53,
  1e300,
  -1e300,
  {},
  [],
  [undefined],
  [null, 0.5],
  ["0.5", 0.5],
  [NaN, 0.5],
  [Infinity, 0.5],
  // deno-lint-ignore no-sparse-arrays
  [0.5, , 0.5],
  [[0.5, 0.5]],
  new Float64Array([0.5, 0.5]),
  new Map(),
  new Date(NaN),
  () => "text",
  () => {},
  { length: 2, 0: 0.5, 1: 0.5 },
];

/** An argument of a function: its name, and values that are right. */
export interface Argument {
  readonly name: string;
  readonly right: unknown;
  /** Which of the wrong values are right, too. */
  readonly takes?: (value: unknown) => boolean;
  /** Which are judged elsewhere, by errors of another kind. */
  readonly ignores?: (value: unknown) => boolean;
  /** Which of them are right in a part of it, whose path is given. */
  readonly takesInside?: (path: string, value: unknown) => boolean;
}

export const finite = (x: unknown) => Number.isFinite(x);
export const integer = (least: number, end = 2 ** 53) => (x: unknown) =>
  Number.isInteger(x) && (x as number) >= least && (x as number) < end;
const none = () => false;

/** Every function in an object, by the path to it, but those that check nothing. */
export function functionsIn(
  values: object,
  path: string = "",
): [name: string, call: (...args: unknown[]) => unknown][] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (name === "batch") return [];
    if (typeof value === "function") return [[path + name, value]];
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      return [];
    }
    return functionsIn(value, `${path}${name}.`);
  });
}

/** An object with each of its parts, at any depth, replaced by a wrong value. */
function* broken(
  value: unknown,
  path: string,
): Generator<[path: string, copy: unknown, wrong: unknown]> {
  if (value === null || typeof value !== "object") return;
  for (const [key, part] of Object.entries(value)) {
    const name = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const copyWith = (other: unknown) =>
      Array.isArray(value)
        ? value.with(Number(key), other)
        : { ...value, [key]: other };
    for (const bad of wrong) yield [name, copyWith(bad), bad];
    for (const [where, copy, bad] of broken(part, name)) {
      yield [where, copyWith(copy), bad];
    }
  }
}

/** A call with a wrong value in one argument, or in a part of it. */
export interface Misuse {
  readonly args: unknown[];
  /** The argument, or the path to the part. */
  readonly path: string;
  readonly value: unknown;
  /** Whether the value may be taken; if it is not, the error must be as clear. */
  readonly mayBeTaken: boolean;
}

/**
 * Every wrong call of a function with these arguments. `takesInside` speaks for those
 * that do not say what their parts take.
 */
export function* misuses(
  args: readonly Argument[],
  takesInside: Required<Argument>["takesInside"],
): Generator<Misuse> {
  const right = args.map((argument) => argument.right);
  for (const [i, argument] of args.entries()) {
    const { name, takes = none, ignores = none } = argument;
    for (const value of wrong.filter((value) => !ignores(value))) {
      const mayBeTaken = takes(value);
      yield { args: right.with(i, value), path: name, value, mayBeTaken };
    }
    for (const [path, copy, value] of broken(argument.right, name)) {
      const mayBeTaken = (argument.takesInside ?? takesInside)(path, value);
      yield { args: right.with(i, copy), path, value, mayBeTaken };
    }
  }
}

/** Throws unless a wrong call is refused, with an error that says what is wrong. */
export async function refuses(
  name: string,
  call: (...args: unknown[]) => unknown,
  misuse: Misuse,
): Promise<void> {
  const fault = await faultOf(name, call, misuse);
  if (fault === undefined) return;
  assert.fail(`${name}(${misuse.path} = ${describe(misuse.value)}): ${fault}`);
}

/** What is wrong with the answer to a wrong call; undefined if nothing. */
async function faultOf(
  name: string,
  call: (...args: unknown[]) => unknown,
  { args, path, value, mayBeTaken }: Misuse,
): Promise<string | undefined> {
  let result: unknown;
  try {
    result = await call(...args);
  } catch (error) {
    if (!(error instanceof Error)) return "threw no error";
    const { message } = error;
    // Of an object without the right parts, or of options, the part is named.
    const names = path.split(/[.[\]]+/).filter((part) => /^[a-z]/i.test(part));
    const isObject = typeof value === "object" && !Array.isArray(value);
    const isClear = /^(Type|Range)Error$/.test(error.name) &&
      message.startsWith(`${name}: `) &&
      // A value that is right in itself may still lead too far.
      (mayBeTaken || /must|overflow/.test(message) &&
          (isObject || names.some((part) => wordsOf(message).includes(part))));
    return isClear ? undefined : `${error.name}: ${message}`;
  }
  return mayBeTaken ? undefined : `is accepted, and gives ${describe(result)}`;
}

/** The words of a message, without the function's name before it. */
function wordsOf(message: string): string[] {
  return message.slice(message.indexOf(":")).split(/\W+/);
}

function describe(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : Deno.inspect(value, { compact: true, depth: 2 }).slice(0, 80);
}
