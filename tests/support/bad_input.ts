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

/** What is wrong, and what is said of it, for an argument of a function of two classes. */
export const badArguments: Record<string, Case[]> = {
  logits: badLogits,
  probabilities: badProbabilities,
  target: badTargets,
  targetDistribution: badDistributions,
  p: [
    [-0.1, "RangeError", "p must be in [0, 1], got -0.1"],
    [1.1, "RangeError", "p must be in [0, 1], got 1.1"],
    [NaN, "RangeError", "p must be in [0, 1], got NaN"],
    ["0.5", "TypeError", 'p must be a number, got the string "0.5"'],
  ],
};
