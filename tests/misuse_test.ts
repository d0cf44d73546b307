import assert from "assert";
import * as mathematics from "@lesson/cross-entropy";
import * as library from "@lesson/cross-entropy/notebook";
import { setHost } from "../lib/notebook/host.ts";
import { badArguments } from "./support/bad_input.ts";
import {
  type Argument,
  finite,
  functionsIn,
  integer,
  misuses,
  refuses,
} from "./support/misuse.ts";

const {
  exampleFlowers: samples,
  exampleNetwork: network,
  trainingLosses,
  crossEntropyFromLogits: loss,
} = library;
const [sample] = samples;

// A notebook in which nothing is shown.
setHost({
  display: () => Promise.resolve(),
  figureScripts: () => Promise.resolve({}),
});

/** An argument, and which of the wrong values it takes. */
function arg(
  name: string,
  right: unknown,
  takes?: Argument["takes"],
): Argument {
  return { name, right, takes };
}

const logits = arg("logits", [1, 0, -Infinity]);
const probabilities = arg("probabilities", [0.5, 0.25, 0.25]);
const target = arg("target", 1);
const distribution = arg("targetDistribution", [0.5, 0.25, 0.25]);
const p = arg("p", 0.5);
const ofNetwork = arg("network", network);
const ofSamples = arg("samples", samples);
const ofLoss = arg("loss", loss);
const seed = arg("seed", 7);

const text = (value: unknown) => typeof value === "string";
const missing = (value: unknown) => value === undefined;
const inside = (
  parts: RegExp,
  takes: (value: unknown) => boolean,
): Argument["takesInside"] =>
(path, value) => parts.test(path) ? takes(value) : takesInside(path, value);

// What the figures are drawn from.
const ofFlowers: Argument = {
  name: "flowers",
  right: library.loadFlowers().slice(49, 51),
  takesInside: inside(/species$/, () => false),
};
const ofLosses = arg("losses", [0.5, 0.6, 0.7]);
const csv = "sepal_length,sepal_width,petal_length,petal_width,species\n" +
  "5.1,3.5,1.4,0.2,setosa\n";
const biases = arg("biases", [-1, 0, 1]);
const totals = arg("totals", [3, 2, 3]);
const history = [{ step: 0, loss: 1, accuracy: 0.5 }];
const count = arg("count", 150, integer(1));
const curves: Argument = {
  name: "names",
  right: ["crossEntropy"],
  takesInside: () => false,
};
const ofSteps: Argument = {
  name: "steps",
  right: { crossEntropy: [30, Infinity] },
  takes: isPlainEmpty,
  takesInside: (path, value) =>
    path.endsWith("]") ? value === Infinity : missing(value),
};
const most = arg("most", 300, integer(1));
const description: Argument = {
  name: "description",
  right: { alt: "A line.", caption: "It rises." },
  takesInside: (path, value) =>
    path.endsWith("alt")
      ? text(value) && value !== ""
      : missing(value) || text(value),
};
const optionalTangents: Argument = {
  name: "options",
  right: { tangents: [0.5] },
  takes: (value) => missing(value) || isPlainEmpty(value),
  takesInside: inside(/tangents$/, (value) => missing(value) || isEmpty(value)),
};

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}

function isPlainEmpty(value: unknown): boolean {
  return isPlain(value) && Object.keys(value).length === 0;
}

/** Of the rows of a table with two columns. */
function isRow(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 &&
    Array.from(value).every(isCell);
}

function isCell(value: unknown): boolean {
  return text(value) || typeof value === "number";
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/**
 * The right arguments of every function that the library exports, through any of its
 * entries. An export that is not here fails the test, and so does an argument that takes
 * what it should not.
 */
const rightArguments: Record<string, Argument[]> = {
  accuracy: [ofNetwork, ofSamples],
  backpropagate: [
    ofNetwork,
    arg("sample", sample),
    arg("loss", trainingLosses.crossEntropy),
  ],
  centralDifference: [arg("f", Math.exp), arg("x", 1, finite)],
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
  fixed: [arg("values", [1, 2]), arg("decimals", 2, integer(0, 101))],
  forward: [ofNetwork, arg("inputs", [0.5, 0.5])],
  gradientDescent: [
    ofNetwork,
    ofSamples,
    arg("options", {
      loss: trainingLosses.crossEntropy,
      learningRate: 0.1,
      steps: 2,
      reduction: "mean",
      trainable: ["output.biases[0]"],
      watch: ({ step }: { step: number }) => step === 2,
    }),
  ],
  linspace: [
    arg("from", 0, finite),
    arg("to", 1, finite),
    arg("count", 3, integer(2, 2 ** 32)),
  ],
  logSoftmax: [logits],
  logSumExp: [logits],
  meanLoss: [ofNetwork, ofSamples, ofLoss],
  minMaxScaling: [arg("values", [0, 1])],
  oneHotTarget: [target, arg("classes", 3, integer(2, 2 ** 32))],
  "minMaxScaling().scale": [arg("value", 1, (x) => typeof x === "number")],
  "seededRandom()": [],
  randomNetwork: [arg("sizes", { inputs: 2, hidden: 2, classes: 3 }), seed],
  relu: [arg("x", 1, (x) => typeof x === "number")],
  roundTo: [arg("value", 0.5, finite), arg("decimals", 2, integer(0, 16))],
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
  withOutputBias: [ofNetwork, arg("output", 1), arg("bias", 1, finite)],

  // What a notebook has besides.
  backwardPass: [ofNetwork, arg("sample", sample), {
    name: "strong",
    right: { hidden: [0, 1], output: [2, 1] },
    takes: (value) => missing(value) || isPlainEmpty(value),
    takesInside: (path, value) => !path.endsWith("]") && missing(value),
  }],
  biasCurve: [biases, totals],
  biasRace: [{
    name: "paths",
    right: { crossEntropy: [-8, 0] },
    takes: isPlainEmpty,
    takesInside: inside(/Entropy$/, missing),
  }, {
    name: "options",
    right: { goal: [-0.1, 0.1], steps: 9, biases: [-8, 1] },
    takesInside: inside(/(steps|biases)$/, missing),
  }],
  check: [
    arg("exercise", "surprise"),
    // A wrong answer gets a verdict, whatever it is.
    arg("answer", 3, () => true),
  ],
  correctRace: [{
    name: "histories",
    right: { crossEntropy: history },
    takes: isPlainEmpty,
    takesInside: inside(/Entropy$/, missing),
  }, count],
  crossEntropyTerms: [probabilities, {
    name: "targets",
    right: [{ name: "α", distribution: [0.5, 0.5, 0] }],
    takesInside: inside(/name$/, text),
  }],
  decisionRegions: [ofNetwork, ofSamples],
  descentCurve: [
    biases,
    totals,
    arg("walk", [{ bias: -1, total: 3 }]),
    arg("range", [2, 3], missing),
  ],
  explore: [arg("name", "softmax"), description],
  flowerScatter: [ofFlowers],
  learningRateSweep: [arg("rates", [0.1, 1]), ofSteps, most],
  likelihoodCurve: [biases, totals],
  loadFlowers: [],
  logitPulls: [{
    name: "predictions",
    right: [{ name: "hopeless", logits: [-4, 1, 0], target: 0 }],
    takesInside: inside(/name$/, text),
  }],
  lossBars: [
    ofSamples,
    ofLosses,
    arg(
      "highest",
      3,
      (value) => missing(value) || finite(value) && Number(value) > 0,
    ),
  ],
  lossContours: [
    arg("totals", { crossEntropy: (x: number, y: number) => x * x + y * y }),
    {
      name: "options",
      right: {
        names: ["x", "y"],
        range: [-1, 1],
        paths: { crossEntropy: [[0, 1]] },
      },
      takesInside: (path, value) =>
        /names\[.\]$/.test(path)
          ? text(value)
          : /paths$/.test(path)
          ? missing(value) || isPlainEmpty(value)
          : /Entropy$/.test(path)
          ? missing(value) || isEmpty(value) || isRow((value as unknown[])?.[0])
          : finite(value),
    },
  ],
  lossCurvePlot: [curves, {
    name: "options",
    right: { tangents: [0.5], highest: 4 },
    takes: (value) => missing(value) || isPlainEmpty(value),
    takesInside: (path, value) =>
      missing(value) && !path.endsWith("]") ||
      /tangents$/.test(path) && isEmpty(value) ||
      /highest$/.test(path) && value === 1.5,
  }],
  lossOverLogitPlot: [curves, optionalTangents],
  lossScatter: [ofSamples, ofLosses],
  networkDiagram: [
    ofNetwork,
    arg("pass", library.forward(network, sample.inputs)),
  ],
  outputBars: [
    ofSamples,
    arg("probabilities", [[0.5, 0.25, 0.25], [0.2, 0.6, 0.2], [0, 0, 1]]),
  ],
  parseFlowers: [
    // Of a text that cannot be read, the SyntaxError names the line.
    { name: "text", right: csv, ignores: text },
    arg("file", "a.csv", (v) => missing(v) || text(v)),
  ],
  probabilityBars: [arg("logits", [1, 0, -1]), {
    name: "options",
    right: { range: [-2, 2], temperature: 2 },
    takes: (value) => missing(value) || isPlainEmpty(value),
    takesInside: inside(
      /(range|temperature)$/,
      (value) => missing(value) || finite(value) && Number(value) > 0,
    ),
  }],
  roundedLossPlot: [
    arg("margins", [20, 40]),
    arg("losses", {
      fromProbability: [2.1e-9, 0],
      fromLogits: [2.1e-9, 4.2e-18],
    }),
    arg("at", 20, missing),
  ],
  sampleScatter: [ofSamples, arg("marked", samples, isEmpty)],
  seedComparison: [arg("seeds", [1, 2]), ofSteps, most],
  setLanguage: [arg("language", "en")],
  show: [{
    name: "figure",
    // What is in a trace or in a layout is Plotly's to judge.
    right: { data: [{}], layout: {} },
    takesInside: (path, value) =>
      path.endsWith("data") ? isEmpty(value) : isPlain(value),
  }, description],
  showTable: [
    { name: "columns", right: ["a", "b"], takesInside: inside(/./, text) },
    {
      name: "rows",
      right: [["α", 1], ["β", 2]],
      takes: (value) => isEmpty(value) || isRow((value as unknown[])?.[0]),
      takesInside: (path, value) =>
        path.length > 7 ? isCell(value) : isRow(value),
    },
    {
      name: "options",
      right: { caption: "Table 1.", decimals: 2 },
      takes: (value) => missing(value) || isPlainEmpty(value),
      takesInside: (path, value) =>
        missing(value) || /caption$/.test(path) && text(value),
    },
  ],
  softTargetPlot: [arg("share", 0.75)],
  softmaxCurves: [arg("logits", [1, 0, -1]), arg("moved", 1, integer(0, 3))],
  steepnessPlot: [],
  toSamples: [ofFlowers],
  trainingHistory: [arg("history", history), count],
};

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
    if (!(name.split(/[.(]/)[0] in mathematics)) continue;
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

Deno.test("a notebook has everything that the mathematics exports", () => {
  assert.deepEqual({ ...library, ...mathematics }, { ...library });
});

Deno.test("every exported function has its right arguments in the table", () => {
  assert.deepEqual(
    Object.keys(rightArguments).sort(),
    functions.map(([name]) => name).sort(),
  );
});

/** Their figures take up to a twentieth of a second each. */
const slow = ["decisionRegions", "lossContours"];

for (const [name, call] of functions) {
  Deno.test(`${name}() takes its right arguments, and says what is wrong with others`, async () => {
    const args = rightArguments[name];
    await call(...args.map(({ right }) => right));
    for (const misuse of misuses(args, takesInside)) {
      if (misuse.mayBeTaken && slow.includes(name)) continue;
      await refuses(calledName(name, call), call, misuse);
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
  // What a function returns is checked where it is used.
  if (/loss\.\w+$/.test(path)) return typeof value === "function";
  if (/\.watch$/.test(path) && typeof value === "function") return true;
  if (/\.(watch|reduction|trainable)$/.test(path)) return value === undefined;
  if (/\.trainable/.test(path)) return false;
  if (/^sizes|\.steps$/.test(path)) return integer(1)(value);
  if (/\.learningRate$/.test(path)) return finite(value) && Number(value) > 0;
  if (/^(probabilities|targetDistribution)/.test(path)) return false;
  if (/^logits/.test(path)) return finite(value) || value === -Infinity;
  return finite(value);
}
