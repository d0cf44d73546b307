import assert from "assert";
import * as library from "@lesson/cross-entropy";
import { badArguments } from "../support/bad_input.ts";

const {
  exampleFlowers: samples,
  exampleNetwork: network,
  trainingLosses,
  crossEntropyFromLogits: loss,
} = library;
const [sample] = samples;

/** What every argument is replaced by, in turn. */
// deno-lint-ignore no-explicit-any
const wrong: any[] = [
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

/** A name of an argument or of what is in it, its right value, and wrong ones besides. */
interface Argument {
  readonly name: string;
  readonly right: unknown;
  /** Which of the wrong values are right, too. */
  readonly takes?: (value: unknown) => boolean;
}

const finite = (x: unknown) => Number.isFinite(x);
const integer = (least: number, end = 2 ** 53) => (x: unknown) =>
  Number.isInteger(x) && (x as number) >= least && (x as number) < end;
const none = () => false;

const logits: Argument = { name: "logits", right: [1, 0, -Infinity] };
const probabilities: Argument = {
  name: "probabilities",
  right: [0.5, 0.25, 0.25],
};
const target: Argument = { name: "target", right: 1 };
const distribution: Argument = {
  name: "targetDistribution",
  right: [0.5, 0.25, 0.25],
};
const p: Argument = { name: "p", right: 0.5 };
const ofNetwork: Argument = { name: "network", right: network };
const ofSamples: Argument = { name: "samples", right: samples };
const ofLoss: Argument = { name: "loss", right: loss, takes: none };
const seed: Argument = { name: "seed", right: 7 };

/**
 * The right arguments of every function that the library exports. An export that is
 * not here fails the test, and so does an argument that takes what it should not.
 */
const rightArguments: Record<string, Argument[]> = {
  accuracy: [ofNetwork, ofSamples],
  backpropagate: [ofNetwork, { name: "sample", right: sample }, {
    name: "loss",
    right: trainingLosses.crossEntropy,
  }],
  centralDifference: [{ name: "f", right: Math.exp }, {
    name: "x",
    right: 1,
    takes: finite,
  }],
  crossEntropy: [probabilities, target],
  "crossEntropyCurve.slope": [p],
  "crossEntropyCurve.slopeInLogit": [p],
  "crossEntropyCurve.value": [p],
  crossEntropyFromLogits: [logits, target],
  crossEntropyGradientInLogits: [logits, target],
  crossEntropyGradientInProbabilities: [probabilities, target],
  crossEntropySoft: [probabilities, distribution],
  crossEntropySoftFromLogits: [logits, distribution],
  crossEntropySoftGradientInLogits: [logits, distribution],
  crossEntropySoftGradientInProbabilities: [probabilities, distribution],
  fixed: [{ name: "values", right: [1, 2] }, {
    name: "decimals",
    right: 2,
    takes: integer(0, 101),
  }],
  forward: [ofNetwork, { name: "inputs", right: [0.5, 0.5] }],
  gradientDescent: [ofNetwork, ofSamples, {
    name: "options",
    right: {
      loss: trainingLosses.crossEntropy,
      learningRate: 0.1,
      steps: 2,
      reduction: "mean",
      trainable: ["output.biases[0]"],
      watch: () => false,
    },
  }],
  linspace: [
    { name: "from", right: 0, takes: finite },
    { name: "to", right: 1, takes: finite },
    { name: "count", right: 3, takes: integer(2, 2 ** 32) },
  ],
  logSoftmax: [logits],
  logSumExp: [logits],
  meanLoss: [ofNetwork, ofSamples, ofLoss],
  minMaxScaling: [{ name: "values", right: [0, 1] }],
  oneHotTarget: [{ ...target }, {
    name: "classes",
    right: 3,
    takes: integer(2, 2 ** 32),
  }],
  "minMaxScaling().scale": [{
    name: "value",
    right: 1,
    takes: (x) => typeof x === "number",
  }],
  "seededRandom()": [],
  randomNetwork: [{
    name: "sizes",
    right: { inputs: 2, hidden: 2, classes: 3 },
  }, seed],
  relu: [{ name: "x", right: 1, takes: (x) => typeof x === "number" }],
  roundTo: [{ name: "value", right: 0.5, takes: finite }, {
    name: "decimals",
    right: 2,
    takes: integer(0, 16),
  }],
  sampleLosses: [ofNetwork, ofSamples, ofLoss],
  seededRandom: [seed],
  softmax: [logits],
  softmaxJacobian: [logits],
  squaredResidual: [probabilities, target],
  "squaredResidualCurve.slope": [p],
  "squaredResidualCurve.slopeInLogit": [p],
  "squaredResidualCurve.value": [p],
  squaredResidualFromLogits: [logits, target],
  squaredResidualGradientInLogits: [logits, target],
  squaredResidualGradientInProbabilities: [probabilities, target],
  sumOfSquaredResiduals: [probabilities, target],
  sumOfSquaredResidualsFromLogits: [logits, target],
  sumOfSquaredResidualsGradientInLogits: [logits, target],
  sumOfSquaredResidualsGradientInProbabilities: [probabilities, target],
  totalLoss: [ofNetwork, ofSamples, ofLoss],
  withOutputBias: [ofNetwork, { name: "output", right: 1 }, {
    name: "bias",
    right: 1,
    takes: finite,
  }],
};

/** Every function in an object, by the path to it, but those that check nothing. */
function functionsIn(
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

const functions = functionsIn({
  ...library,
  "minMaxScaling()": library.minMaxScaling([0, 1]),
  "seededRandom()": library.seededRandom(7),
});
for (const [name] of functions) {
  if (/^trainingLosses/.test(name)) rightArguments[name] = [logits, target];
}

Deno.test("every function says the same of the same wrong argument, in its own name", () => {
  for (const [name, call] of functions) {
    const args = rightArguments[name];
    // The lists of cases are for two classes.
    const right = args.map(({ name, right }) =>
      name in badArguments && Array.isArray(right)
        ? [0.5, 0.5]
        : name === "classes"
        ? 2
        : right
    );
    for (const [i, argument] of args.entries()) {
      for (const [value, type, wanted] of badArguments[argument.name] ?? []) {
        const message = `${calledName(name, call)}: ${wanted}`;
        const wrong = right.with(i, value);
        assert.throws(() => call(...wrong), { name: type, message });
      }
    }
  }
});

Deno.test("every exported function has its right arguments in the table", () => {
  assert.deepEqual(
    Object.keys(rightArguments).sort(),
    functions.map(([name]) => name).sort(),
  );
});

for (const [name, call] of functions) {
  Deno.test(`${name}() takes its right arguments, and says what is wrong with others`, () => {
    const args = rightArguments[name];
    const right = args.map((argument) => argument.right);
    call(...right);
    for (const [i, argument] of args.entries()) {
      for (const value of wrong) {
        if (argument.takes?.(value)) continue;
        refuses(
          calledName(name, call),
          call,
          right.with(i, value),
          argument.name,
          value,
        );
      }
      for (const [path, copy, bad] of broken(argument.right, argument.name)) {
        if (takesInside(path, bad)) continue;
        // What a function returns is checked where it is used.
        if (typeof bad === "function" && /loss\.\w+$/.test(path)) continue;
        refuses(calledName(name, call), call, right.with(i, copy), path, bad);
      }
    }
  });
}

/** The name in a message: a loss for training is a function that is exported itself. */
function calledName(path: string, call: { name: string }): string {
  return /^trainingLosses/.test(path) ? call.name : path.replace("()", "");
}

/** Whether a wrong value is right in this place of an argument. */
function takesInside(path: string, value: unknown): boolean {
  if (/\.target$/.test(path)) return integer(0, 3)(value);
  if (/\.watch$/.test(path) && typeof value === "function") return true;
  if (/\.(watch|reduction|trainable)$/.test(path)) return value === undefined;
  if (/\.trainable/.test(path)) return false;
  if (/^sizes|\.steps$/.test(path)) return integer(1)(value);
  if (/\.learningRate$/.test(path)) return finite(value) && Number(value) > 0;
  if (/^(probabilities|targetDistribution)/.test(path)) return false;
  if (/^logits/.test(path)) return finite(value) || value === -Infinity;
  return finite(value);
}

function refuses(
  name: string,
  call: (...args: unknown[]) => unknown,
  args: unknown[],
  argument: string,
  value: unknown,
): void {
  const where = `${name}(${argument} = ${describe(value)})`;
  let result: unknown;
  try {
    result = call(...args);
  } catch (error) {
    assert(error instanceof Error, where);
    assert.match(error.name, /^(Type|Range)Error$/, where);
    assert(error.message.startsWith(`${name}: `), `${where}: ${error.message}`);
    assert.match(error.message, /must|overflow/, `${where}: ${error.message}`);
    // Of an object without the right parts, or of options, the part is named.
    const names = argument.split(/[.[\]]+/).filter((part) =>
      /^[a-z]/i.test(part)
    );
    const isObject = typeof value === "object" && !Array.isArray(value);
    assert(
      isObject || names.some((part) => error.message.includes(part)),
      `${where}: ${error.message}`,
    );
    return;
  }
  assert.fail(`${where} is accepted, and gives ${describe(result)}`);
}

function describe(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : Deno.inspect(value, { compact: true, depth: 2 }).slice(0, 80);
}
