import assert from "assert";

/** A wrong value, the class of the error, and the message after the function's name. */
type Case = [value: unknown, name: "TypeError" | "RangeError", message: string];

function badVectors(name: string): Case[] {
  return [
    [
      undefined,
      "TypeError",
      `${name} must be an array of numbers, got undefined`,
    ],
    [null, "TypeError", `${name} must be an array of numbers, got null`],
    [
      "0.5",
      "TypeError",
      `${name} must be an array of numbers, got the string "0.5"`,
    ],
    [1, "TypeError", `${name} must be an array of numbers, got the number 1`],
    [
      Math.log,
      "TypeError",
      `${name} must be an array of numbers, got a function`,
    ],
    [
      new Float64Array(2),
      "TypeError",
      `${name} must be an array of numbers, got a Float64Array`,
    ],
    [
      Object.create(null),
      "TypeError",
      `${name} must be an array of numbers, got an object`,
    ],
    [[], "TypeError", `${name} must not be empty`],
    [
      [0.5, "0.5"],
      "TypeError",
      `${name}[1] must be a number, got the string "0.5"`,
    ],
    [[null, 1], "TypeError", `${name}[0] must be a number, got null`],
    [[0, 1n], "TypeError", `${name}[1] must be a number, got the bigint 1`],
    // deno-lint-ignore no-sparse-arrays
    [[0, , 1], "TypeError", `${name}[1] must be a number, got undefined`],
  ];
}

const badLogits: Case[] = [
  ...badVectors("logits"),
  [[0, NaN], "RangeError", "logits[1] must be below Infinity, got NaN"],
  [
    [Infinity, 0],
    "RangeError",
    "logits[0] must be below Infinity, got Infinity",
  ],
  [
    [-Infinity, -Infinity],
    "RangeError",
    "at least one logit must be above -Infinity",
  ],
];

const badProbabilities: Case[] = [
  ...badVectors("probabilities"),
  [[1.1, 0.5], "RangeError", "probabilities[0] must be in [0, 1], got 1.1"],
  [[1, -0.1], "RangeError", "probabilities[1] must be in [0, 1], got -0.1"],
  [[1, NaN], "RangeError", "probabilities[1] must be in [0, 1], got NaN"],
];

const badTargets: Case[] = [
  [
    undefined,
    "TypeError",
    "target must be an integer in [0, 2), got undefined",
  ],
  ["1", "TypeError", 'target must be an integer in [0, 2), got the string "1"'],
  [2, "RangeError", "target must be an integer in [0, 2), got 2"],
  [-1, "RangeError", "target must be an integer in [0, 2), got -1"],
  [0.5, "RangeError", "target must be an integer in [0, 2), got 0.5"],
  [NaN, "RangeError", "target must be an integer in [0, 2), got NaN"],
];

const badDistributions: Case[] = [
  ...badVectors("targetDistribution"),
  [[1], "TypeError", "targetDistribution must have 2 numbers, got 1"],
  [[0.5, 0.5, 0], "TypeError", "targetDistribution must have 2 numbers, got 3"],
  [
    [-0.5, 1.5],
    "RangeError",
    "targetDistribution[0] must be in [0, 1], got -0.5",
  ],
  [[0, NaN], "RangeError", "targetDistribution[1] must be in [0, 1], got NaN"],
  [[0.5, 0.25], "RangeError", "targetDistribution must sum to 1, got 0.75"],
  [[1, 0.5], "RangeError", "targetDistribution must sum to 1, got 1.5"],
];

function assertRefuses<T>(
  cases: Case[],
  caller: string,
  call: (value: T) => unknown,
): void {
  for (const [value, name, message] of cases) {
    assert.throws(() => call(value as T), {
      name,
      message: `${caller}: ${message}`,
    });
  }
}

/** Fails unless `call` refuses all that is not logits, in the name of `caller`. */
export function assertRefusesBadLogits(
  caller: string,
  call: (logits: readonly number[]) => unknown,
): void {
  assertRefuses(badLogits, caller, call);
}

/** Fails unless `call` refuses all that is not probabilities, in the name of `caller`. */
export function assertRefusesBadProbabilities(
  caller: string,
  call: (probabilities: readonly number[]) => unknown,
): void {
  assertRefuses(badProbabilities, caller, call);
}

/** Fails unless `call`, a function of two classes, refuses all that is not the index of one. */
export function assertRefusesBadTargets(
  caller: string,
  call: (target: number) => unknown,
): void {
  assertRefuses(badTargets, caller, call);
}

/** Fails unless `call`, a function of two classes, refuses all that is not a distribution over them. */
export function assertRefusesBadDistributions(
  caller: string,
  call: (targetDistribution: readonly number[]) => unknown,
): void {
  assertRefuses(badDistributions, caller, call);
}
