/** A wrong value, the class of the error, and the message after the function's name. */
type Case = [value: unknown, name: "TypeError" | "RangeError", message: string];

/** Cases whose messages begin alike. */
function each(start: string, cases: readonly Case[]): Case[] {
  return cases.map(([value, name, end]) => [value, name, start + end]);
}

const badVector: Case[] = [
  ...each(" must be an array of numbers, got ", [
    [undefined, "TypeError", "undefined"],
    [null, "TypeError", "null"],
    ["0.5", "TypeError", 'the string "0.5"'],
    [1, "TypeError", "the number 1"],
    [Math.log, "TypeError", "a function"],
    [new Float64Array(2), "TypeError", "a Float64Array"],
    [Object.create(null), "TypeError", "an object"],
  ]),
  [[0.5, "0.5"], "TypeError", '[1] must be a number, got the string "0.5"'],
  [[null, 1], "TypeError", "[0] must be a number, got null"],
  [[0, 1n], "TypeError", "[1] must be a number, got the bigint 1"],
  // deno-lint-ignore no-sparse-arrays
  [[0, , 1], "TypeError", "[1] must be a number, got undefined"],
  [[], "TypeError", " must not be empty"],
];

/** What is wrong, and what is said of it, for an argument of a function of two classes. */
export const badArguments: Record<string, Case[]> = {
  logits: [
    ...each("logits", [
      ...badVector,
      [[0, NaN], "RangeError", "[1] must be below Infinity, got NaN"],
      [[Infinity, 0], "RangeError", "[0] must be below Infinity, got Infinity"],
    ]),
    [
      [-Infinity, -Infinity],
      "RangeError",
      "at least one logit must be above -Infinity",
    ],
  ],
  probabilities: each("probabilities", [
    ...badVector,
    [[1.1, 0.5], "RangeError", "[0] must be in [0, 1], got 1.1"],
    [[1, -0.1], "RangeError", "[1] must be in [0, 1], got -0.1"],
    [[1, NaN], "RangeError", "[1] must be in [0, 1], got NaN"],
  ]),
  target: each("target must be an integer in [0, 2), got ", [
    [undefined, "TypeError", "undefined"],
    ["1", "TypeError", 'the string "1"'],
    [2, "RangeError", "2"],
    [-1, "RangeError", "-1"],
    [0.5, "RangeError", "0.5"],
    [NaN, "RangeError", "NaN"],
  ]),
  targetDistribution: each("targetDistribution", [
    ...badVector,
    [[1], "TypeError", " must have 2 numbers, got 1"],
    [[0.5, 0.5, 0], "TypeError", " must have 2 numbers, got 3"],
    [[-0.5, 1.5], "RangeError", "[0] must be in [0, 1], got -0.5"],
    [[0, NaN], "RangeError", "[1] must be in [0, 1], got NaN"],
    [[0.5, 0.25], "RangeError", " must sum to 1, got 0.75"],
    [[1, 0.5], "RangeError", " must sum to 1, got 1.5"],
  ]),
  p: [
    [-0.1, "RangeError", "p must be in [0, 1], got -0.1"],
    [1.1, "RangeError", "p must be in [0, 1], got 1.1"],
    [NaN, "RangeError", "p must be in [0, 1], got NaN"],
    ["0.5", "TypeError", 'p must be a number, got the string "0.5"'],
  ],
};
