import assert from "assert";
import type { Layout } from "plotly.js-dist-min";
import * as library from "@lesson/cross-entropy/notebook";
import {
  backpropagate,
  backwardPass,
  biasCurve,
  biasRace,
  type ByLoss,
  correctRace,
  crossEntropyCurve,
  crossEntropySoft,
  crossEntropyTerms,
  decisionRegions,
  descentCurve,
  exampleFlowers,
  exampleNetwork,
  type Figure,
  flowerScatter,
  forward,
  learningRateSweep,
  likelihoodCurve,
  linspace,
  logitPulls,
  lossBars,
  lossContours,
  type LossCurve,
  lossCurvePlot,
  lossOverLogitPlot,
  lossScatter,
  networkDiagram,
  outputBars,
  probabilityBars,
  roundedLossPlot,
  sampleScatter,
  seedComparison,
  setLanguage,
  softmax,
  softmaxCurves,
  softTargetPlot,
  species,
  squaredResidualCurve,
  steepnessPlot,
  trainingHistory,
  trainingLosses,
} from "@lesson/cross-entropy/notebook";
import { contourLines } from "../../lib/figures/contour_lines.ts";
import {
  classStyles,
  isClear,
  lossStyles,
  stacked,
} from "../../lib/figures/figure.ts";
import { type FigureWords, figureWordsOf } from "../../lib/i18n/words.ts";
import lastLookedAt from "../fixtures/figures.json" with { type: "json" };
import {
  biases,
  contourOptions,
  exampleLosses,
  figures,
  flowers,
  history,
  logits,
  losses,
  outputs,
  pass,
  paths,
  predictions,
  probabilities,
  samples,
  setosa,
  sweep,
  targets,
  totals,
  valleys,
  walk,
} from "../support/every_figure.ts";
import { outlines } from "../support/figure_outline.ts";
import { sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";
import badCalls from "./bad_calls.txt" with { type: "text" };

/** What the tests read of a trace. */
interface Trace {
  readonly name?: string;
  readonly mode?: string;
  readonly x: number[];
  readonly y: number[];
  readonly xaxis?: string;
  readonly yaxis?: string;
  readonly text: string[];
  readonly customdata: number[];
  readonly hovertext: string[];
  readonly hovertemplate: string;
  readonly line: { color: string; dash?: string; width: number };
  readonly textfont: { color: string[] };
  readonly marker: {
    color: string;
    symbol?: string;
    size?: number[];
    opacity?: number[];
    pattern?: { shape: string };
    line: { color: string[] };
  };
}

function traces({ data }: Figure): Trace[] {
  return data as unknown as Trace[];
}

function title(
  layout: Partial<Layout>,
  name: "xaxis" | "yaxis" | "yaxis2",
): string | undefined {
  return (layout[name]?.title as { text?: string })?.text;
}

function annotations({ layout }: Figure) {
  return (layout.annotations ?? []).map(({ text, x, y }) => ({ text, x, y }));
}

const yAxes = (figure: Figure) => traces(figure).map(({ yaxis }) => yaxis);

Deno.test("each figure is the same at each call, and its inputs stay as they are", () => {
  for (const draw of Object.values(figures)) {
    const first = draw();
    const was = JSON.stringify(first);
    // What one caller does to a figure does not reach the next one.
    first.data.length = 0;
    first.layout.height = 1;
    assert.equal(JSON.stringify(draw()), was);
  }
});

Deno.test("each figure and each explorable is as it was when it was last looked at", () => {
  for (const [name, outline] of Object.entries(outlines())) {
    assert.deepEqual(
      outline,
      lastLookedAt[name as keyof typeof lastLookedAt],
      `${name} has changed: if that is intended, look at it and run tests/fixtures/figures.ts`,
    );
  }
});

/** Calls `visit` with each text and number of a figure, and its key. */
function walkThrough(
  value: unknown,
  visit: (value: unknown, key: string) => void,
  key = "",
): void {
  if (Array.isArray(value)) {
    value.forEach((item) => walkThrough(item, visit, key));
  } else if (typeof value === "object" && value !== null) {
    Object.entries(value).forEach(([k, v]) => walkThrough(v, visit, k));
  } else visit(value, key);
}

Deno.test("each figure holds numbers only where numbers belong", () => {
  Object.values(figures).forEach((draw) =>
    walkThrough(draw(), (value, key) => {
      const isRight = typeof value === "number"
        ? Number.isFinite(value)
        : typeof value === "string"
        ? !/undefined|NaN|Infinity|\[object/.test(value)
        // Plotly refuses a key whose value is undefined.
        : value !== undefined;
      if (!isRight) assert.fail(`${key}: ${value}`);
    })
  );
});

/** All texts of a figure that a reader gets to see. */
function texts(figure: Figure): string[] {
  const found: string[] = [];
  walkThrough(figure, (value, key) => {
    const shown =
      /^(name|text|hovertext|hovertemplate|categoryarray|x|y|ticktext)$/;
    if (typeof value === "string" && shown.test(key)) found.push(value);
  });
  return found.filter((text) => text !== "");
}

const english = figureWordsOf.en;

/** Words of no language: each is its key in double brackets. */
const foreign = Object.fromEntries(
  Object.entries(english).map(([key, value]) => [
    key,
    Array.isArray(value)
      ? value.map((_, i) => `⟦${key}${i}⟧`)
      : typeof value === "string"
      ? `⟦${key}⟧`
      : (name: string) => `⟦${key} ${name}⟧`,
  ]),
) as unknown as FigureWords;

/** All figures with the foreign words in the place of the Portuguese ones. */
function drawForeign(): Record<string, string[]> {
  const words = figureWordsOf as Record<"pt", FigureWords>;
  const { pt } = words;
  words.pt = foreign;
  setLanguage("pt");
  try {
    return Object.fromEntries(
      Object.entries(figures).map(([name, draw]) => [name, texts(draw())]),
    );
  } finally {
    words.pt = pt;
    setLanguage("en");
  }
}

let drawn: ReturnType<typeof drawForeign> | undefined;
const foreignTexts = () => drawn ??= drawForeign();

Deno.test("each figure speaks the reader's language, and no other", () => {
  for (const [name, found] of Object.entries(foreignTexts())) {
    for (const text of found) {
      const left = text.replaceAll(/⟦[^⟦⟧]*(⟦[^⟧]*⟧)?[^⟦⟧]*⟧/g, "")
        .replaceAll(/%\{[^}]*\}|<[^>]*>/g, "")
        // Formulas, a unit, and a word that is the same everywhere.
        .replaceAll(/\b(softmax|cm|ln|[a-z]\d?)\b/g, "");
      assert.doesNotMatch(left, /\p{Letter}{2}/u, `${name}: ${text}`);
    }
  }
});

Deno.test("each figure names what it shows, with the reader's words", () => {
  const widths = "petal petalWidth sepal sepalWidth species";
  const ceOverP = "probabilityOfObserved crossEntropy squaredResidual";
  const threeLosses = "crossEntropy squaredResidual sumOfSquaredResiduals";
  const wanted: Record<string, string> = {
    flowerScatter: `${widths} flower`,
    sampleScatter: `${widths} flower scaled`,
    networkDiagram: "species petal sepal",
    backwardPass: "species petal sepal",
    probabilityBars: "species logit probability",
    softmaxCurves: "species logitOf probability",
    outputBars: "species outputOf observed probability",
    crossEntropyTerms: "species term",
    softTargetPlot:
      "probability crossEntropy nats minimum entropy divergence softLabel certainLabel",
    lossBars: "species total crossEntropy nats",
    lossScatter: "species flower crossEntropy nats knowsNothing",
    biasCurve: "bias totalCrossEntropy minimum",
    likelihoodCurve: "bias totalCrossEntropy likelihood",
    lossCurvePlot: `${ceOverP} loss slope`,
    oneLossCurve: "probabilityOfObserved squaredResidual",
    steepnessPlot: `${ceOverP} slopeInLogit`,
    lossOverLogitPlot:
      "logitOfObserved loss crossEntropy squaredResidual slope",
    logitPulls: `species slopeInLogit ${threeLosses}`,
    lossContours: "crossEntropy squaredResidual minimum",
    descentCurve: "bias step total totalCrossEntropy",
    trainingHistory: "flowersCorrect meanLoss step",
    decisionRegions: `${widths} predicted scaled`,
    roundedLossPlot: "margin crossEntropy nats fromProbability fromLogits",
    biasRace: `bias step ${threeLosses}`,
    correctRace: "step flowersCorrect crossEntropy",
    learningRateSweep:
      "learningRate stepsNeeded never crossEntropy squaredResidual",
    seedComparison: "seed stepsNeeded never crossEntropy squaredResidual",
  };
  for (const [name, found] of Object.entries(foreignTexts())) {
    const all = found.join("\n");
    const used = Object.keys(english)
      .filter((key) => new RegExp(`⟦${key}[0-2 ⟧]`).test(all));
    assert.deepEqual(used.sort(), wanted[name].split(" ").sort(), name);
    if (used.includes("species")) {
      for (const i of [0, 1, 2]) assert(all.includes(`⟦species${i}⟧`), name);
    }
  }
});

/** Asserts that no two traces look the same in black and white. */
function assertDiffer(
  traces: Trace[],
  look: (trace: Trace) => string | undefined,
): void {
  assert.equal(new Set(traces.map(look)).size, traces.length);
}

Deno.test("classes differ by marker, pattern or dash, and losses by dash, not only by colour", () => {
  const symbol = (t: Trace) => t.marker.symbol;
  const pattern = (t: Trace) => t.marker.pattern?.shape;
  const dash = (t: Trace) => t.line.dash;
  for (const name of ["flowerScatter", "lossScatter", "sampleScatter"]) {
    assertDiffer(traces(figures[name]()).slice(0, 3), symbol);
  }
  assertDiffer(traces(figures.crossEntropyTerms()), pattern);
  const bars = traces(figures.probabilityBars());
  for (const half of [bars.slice(0, 3), bars.slice(3)]) {
    assertDiffer(half, pattern);
  }
  assertDiffer(traces(figures.softmaxCurves()), dash);
  const names = ["crossEntropy", "squaredResidual"] as const;
  assertDiffer(traces(lossCurvePlot(names)), dash);
  assertDiffer(traces(figures.steepnessPlot()), dash);
  assertDiffer(traces(figures.logitPulls()).slice(0, 3), pattern);
  assertDiffer(traces(figures.learningRateSweep()), symbol);
});

Deno.test("losses look like no class, and like no other loss", () => {
  for (const look of ["color", "symbol"] as const) {
    const all = [...classStyles, ...Object.values(lossStyles)]
      .map((style) => style[look]);
    assert.equal(new Set(all).size, 6);
  }
});

Deno.test("a class has the same colour in every figure", () => {
  const marker = (t: Trace) => t.marker.color;
  const classColors = traces(figures.flowerScatter()).map(marker);
  assert.equal(new Set(classColors).size, 3);
  const names = ["sampleScatter", "lossScatter", "crossEntropyTerms"];
  for (const name of [...names, "outputBars", "probabilityBars"]) {
    const bars = traces(figures[name]());
    assert.deepEqual(bars.slice(0, 3).map(marker), classColors, name);
  }
  assert.deepEqual(
    traces(figures.probabilityBars()).slice(3).map(marker),
    classColors,
  );
  assert.deepEqual(
    traces(figures.softmaxCurves()).map((t) => t.line.color),
    classColors,
  );
  assert.deepEqual(
    traces(figures.lossBars()).map(marker),
    exampleFlowers.map(({ target }) => classColors[target]),
  );
  const [nodes, right] = traces(figures.networkDiagram()).slice(-2);
  assert.deepEqual(nodes.marker.line.color.slice(-3), classColors);
  assert.deepEqual(right.textfont.color, classColors);
});

Deno.test("a loss has the same colour in every figure", () => {
  const names = ["crossEntropy", "squaredResidual", "sumOfSquaredResiduals"];
  const colors = traces(figures.biasRace()).slice(0, 3).map((t) =>
    t.line.color
  );
  assert.deepEqual(
    traces(figures.logitPulls()).slice(0, 3).map((t) => t.marker.color),
    colors,
  );
  assert.deepEqual(
    names.map((name) => lossStyles[name as keyof typeof lossStyles].color),
    colors,
  );
  for (const name of ["steepnessPlot", "learningRateSweep"]) {
    const lines = traces(figures[name]());
    assert.deepEqual(lines.map((t) => t.line.color), colors.slice(0, 2), name);
  }
  for (const name of ["biasCurve", "correctRace", "descentCurve"]) {
    assert.equal(traces(figures[name]())[0].line.color, colors[0], name);
  }
});

Deno.test("flowerScatter() has a trace a species, a point a flower, and its number", () => {
  const figure = flowerScatter(flowers);
  assert.deepEqual(traces(figure).map((t) => t.name), english.species);
  traces(figure).forEach((trace, target) => {
    const numbers = linspace(50 * target + 1, 50 * target + 50, 50);
    assert.deepEqual(trace.customdata, numbers);
    assert.deepEqual(trace.x, numbers.map((n) => flowers[n - 1].petalWidth));
    assert.deepEqual(trace.y, numbers.map((n) => flowers[n - 1].sepalWidth));
  });
  assert.equal(title(figure.layout, "xaxis"), "petal width (cm)");
  assert.equal(title(figure.layout, "yaxis"), "sepal width (cm)");
});

Deno.test("sampleScatter() has a trace a species, and a named ring at each marked flower", () => {
  const [a, b, c, ...rings] = traces(sampleScatter(samples, exampleFlowers));
  [a, b, c].forEach((trace, target) => {
    const own = samples.filter((sample) => sample.target === target);
    assert.equal(trace.name, english.species[target]);
    assert.deepEqual(trace.x, own.map(({ inputs }) => inputs[0]));
    assert.deepEqual(trace.y, own.map(({ inputs }) => inputs[1]));
  });
  assert.deepEqual(
    rings.map(({ name, x, y }) => ({ name, inputs: [...x, ...y] })),
    exampleFlowers.map(({ inputs, target }) => ({
      name: `${english.species[target]} (${inputs.join(", ")})`,
      inputs,
    })),
  );
});

/** The ends of the connections of the lesson's network: numbers of nodes. */
const ends = [
  ...[[0, 2], [1, 2], [0, 3], [1, 3]],
  ...[[2, 4], [3, 4], [2, 5], [3, 5], [2, 6], [3, 6]],
];

Deno.test("networkDiagram() shows each value, weight and bias of the network, in place", () => {
  const figure = networkDiagram(exampleNetwork, pass);
  const { hidden, output } = exampleNetwork;
  // 2 · 2 and 2 · 3 connections, the nodes, and what stands beside the outputs.
  assert.equal(figure.data.length, 4 + 6 + 1 + 1);
  const [nodes, right] = traces(figure).slice(-2);
  const values = [...pass.inputs, ...pass.hiddenOutputs, ...logits];
  assert.deepEqual(nodes.text, values.map((value) => value.toFixed(2)));
  assert.deepEqual(nodes.x, [0, 0, 1, 1, 2, 2, 2]);
  assert.deepEqual(
    nodes.hovertext.map((text) => Number(text.split(": ")[1])),
    values,
  );
  const plain = (text = "") => text.replaceAll(/<\/?(b|span [^>]*|span)>/g, "");
  const notes = annotations(figure);
  assert.deepEqual(
    notes.slice(0, 4).map(({ x, y }) => [x, y]),
    [0, 1, 2, 3].map((i) => [nodes.x[i], nodes.y[i]]),
  );
  assert.deepEqual(notes.slice(0, 4).map(({ text }) => plain(text)), [
    "petal",
    "sepal",
    // A bias stands beyond the name of its node.
    `+ ${hidden.biases[0]}<br>h<sub>1</sub>`,
    `h<sub>2</sub><br>+ ${hidden.biases[1]}`,
  ]);
  assert.deepEqual(
    right.text.map(plain),
    english.species.map((name, j) =>
      `${name}<br>+ ${output.biases[j]}<br>p = ${probabilities[j].toFixed(2)}`
    ),
  );
  assert.deepEqual([right.x, right.y], [[2, 2, 2], nodes.y.slice(4)]);
  // Each connection runs from its input to its node, and carries its weight on the way.
  const weights = [...hidden.weights.flat(), ...output.weights.flat()];
  assert.equal(plain(notes.at(-1)!.text), "softmax");
  ends.forEach(([from, to], i) => {
    const edge = traces(figure)[i];
    assert.deepEqual(edge.x, [nodes.x[from], nodes.x[to]]);
    assert.deepEqual(edge.y, [nodes.y[from], nodes.y[to]]);
    const { text, x, y } = notes[4 + i];
    assert.equal(text, String(weights[i]).replace("-", "−"));
    const along = x as number - edge.x[0];
    assert(along >= 0.5 && along < 0.7);
    assertClose(y as number, edge.y[0] + along * (edge.y[1] - edge.y[0]), {
      absolute: 1e-15,
    });
  });
});

Deno.test("networkDiagram() keeps its numbers apart", () => {
  const places = annotations(networkDiagram(exampleNetwork, pass)).slice(4, -1)
    .map(({ x, y }) => [x as number, y as number]);
  places.forEach(([x, y], i) =>
    places.slice(0, i).forEach(([otherX, otherY]) => {
      // A seventh of a unit is 20 pixels high; half a unit is 48 wide on a phone.
      assert(Math.abs(x - otherX) > 0.5 || Math.abs(y - otherY) > 1 / 7);
    })
  );
});

Deno.test("networkDiagram() greys the hidden nodes that ReLU cut to 0", () => {
  const [first, cut] = [setosa.inputs, pass.inputs].map((inputs) => {
    const drawn = networkDiagram(
      exampleNetwork,
      forward(exampleNetwork, inputs),
    );
    return traces(drawn).at(-2)!.marker.line.color;
  });
  assert.equal(new Set(first.slice(0, 4)).size, 1);
  assert.deepEqual(cut.map((color, i) => color === first[i]), [
    ...[true, true, false, false],
    ...[true, true, true],
  ]);
});

Deno.test("backwardPass() shows p − y at the outputs, what comes back at the hidden nodes, and each slope", () => {
  const figure = backwardPass(exampleNetwork, setosa, { output: [2, 1] });
  const { hidden, output } = backpropagate(
    exampleNetwork,
    setosa,
    trainingLosses.crossEntropy,
  );
  const p = forward(exampleNetwork, setosa.inputs).probabilities;
  const shown = (value: number) => value.toFixed(3).replace("-", "−");
  p.forEach((p, j) => {
    const y = j === setosa.target ? 1 : 0;
    const text = traces(figure).at(-1)!.text[j];
    assert(text.endsWith(`δ = <b>${shown(p - y)}</b>`), text);
  });
  const notes = annotations(figure);
  hidden.biases.forEach((delta, i) =>
    assert(notes[2 + i].text!.includes(`δ = <b>${shown(delta)}</b>`))
  );
  const slopes = [...hidden.weights.flat(), ...output.weights.flat()].map(
    shown,
  );
  assert.deepEqual(
    notes.slice(4, -1).map(({ text }) => text!.replaceAll(/<\/?b>/g, "")),
    slopes,
  );
  const heavy = traces(figure).slice(0, 10).map(({ line }) => line.width === 5);
  assert.deepEqual(heavy.flatMap((is, i) => is ? [ends[i]] : []), [
    [0, 2],
    [3, 6],
  ]);
});

Deno.test("networkDiagram() puts the first node of each column on top", () => {
  const { x, y } = traces(networkDiagram(exampleNetwork, pass)).at(-2)!;
  for (let i = 1; i < x.length; i++) {
    if (x[i] === x[i - 1]) assert(y[i] < y[i - 1]);
  }
});

Deno.test("networkDiagram() dashes the connections of negative weight", () => {
  const { hidden, output } = exampleNetwork;
  const edges = traces(networkDiagram(exampleNetwork, pass));
  [...hidden.weights, ...output.weights].flat().forEach((weight, i) =>
    assert.equal(edges[i].line.dash === "solid", weight > 0)
  );
});

Deno.test("probabilityBars() has the logits on the left and softmax() of them on the right", () => {
  const z = [1.5, -2, 0.25];
  const figure = probabilityBars(z);
  const bars = traces(figure);
  assert.deepEqual(
    bars.map(({ y }) => y),
    [...z, ...softmax(z)].map((value) => [value]),
  );
  assert.deepEqual(
    bars.map(({ x }) => x),
    [...english.species, ...english.species].map((name) => [name]),
  );
  assert.deepEqual(bars.slice(0, 3).map(({ text }) => text), [
    "1.500",
    "−2.000",
    "0.250",
  ]);
  assert.deepEqual(
    bars.slice(3).map(({ text }) => text),
    softmax(z).map((p) => p.toFixed(3)),
  );
  assert.deepEqual(yAxes(figure).slice(2), [undefined, "y2", "y2", "y2"]);
  const warm = traces(probabilityBars(z, { range: [-3, 3], temperature: 2 }));
  assert.deepEqual(
    warm.map(({ y }) => y[0]),
    [...z, ...softmax(z.map((zj) => zj / 2))],
  );
});

Deno.test("probabilityBars() leaves room for the numbers at the bars", () => {
  const range = (z: number[]) =>
    probabilityBars(z).layout.yaxis!.range as number[];
  const cases = [[1.5, -2, 0.25], [1, 2, 3], [-3, -2, -1], [0, 0, 0]];
  for (const z of cases) {
    const [low, high] = range(z);
    assert(high > Math.max(0, ...z), `${z}`);
    assert(Math.min(...z) < 0 ? low < Math.min(...z) : low === 0, `${z}`);
  }
});

Deno.test("softmaxCurves() moves one logit and keeps the others", () => {
  const figure = softmaxCurves(logits, 1);
  const curves = traces(figure);
  assert.deepEqual(curves.map(({ name }) => name), english.species);
  curves.forEach(({ x, y }, j) => {
    assert.deepEqual(y, x.map((z) => softmax([logits[0], z, logits[2]])[j]));
  });
  assert.deepEqual([curves[0].x[0], curves[0].x.at(-1)], [-6, 6]);
  const [line] = figure.layout.shapes!;
  assert.deepEqual([line.x0, line.x1], [logits[1], logits[1]]);
  assert.equal(title(figure.layout, "xaxis"), "logit z of Versicolor");
});

Deno.test("crossEntropyTerms() stacks terms that sum to crossEntropySoft(), one only when the target is one-hot", () => {
  const figure = crossEntropyTerms(probabilities, targets);
  const bars = traces(figure);
  assert.equal(figure.layout.barmode, "stack");
  assert.deepEqual(bars.map(({ name }) => name), english.species);
  targets.forEach(({ name, distribution }, i) => {
    const terms = bars.map(({ y }) => y[i]);
    assert(bars.every(({ x }) => String(x[i]) === name));
    assertClose(sum(terms), crossEntropySoft(probabilities, distribution), {
      ulps: 1,
    });
    assert.deepEqual(
      terms.map((term) => term > 0),
      distribution.map((t) => t > 0),
    );
  });
  // 0 · (−ln 0) is 0, not NaN.
  assert.deepEqual(
    traces(
      crossEntropyTerms([0, 1, 0], [{ name: "sure", distribution: [0, 1, 0] }]),
    ).map(({ y }) => y[0] + 0),
    [0, 0, 0],
  );
});

Deno.test("lossBars() has a bar a flower and lays all of them on top of each other for the total", () => {
  const figure = lossBars(exampleFlowers, exampleLosses);
  assert.equal(figure.layout.barmode, "stack");
  const names = exampleFlowers.map(({ target }) => english.species[target]);
  assert.deepEqual(
    traces(figure).map(({ name, x, y, text }) => ({
      name,
      x: x as unknown[],
      y,
      text,
    })),
    names.map((name, i) => ({
      name,
      x: [name, "total"],
      y: [exampleLosses[i], exampleLosses[i]],
      text: [
        exampleLosses[i].toFixed(3),
        `${name}<br>${exampleLosses[i].toFixed(3)}`,
      ],
    })),
  );
  assert.deepEqual(
    (figure.layout.xaxis as { categoryarray: string[] }).categoryarray,
    [...names, "total"],
  );
});

Deno.test("lossBars() gives two flowers of one species a bar each", () => {
  const [setosa] = exampleFlowers;
  const bars = traces(lossBars([setosa, setosa], [1, 2]));
  assert.deepEqual(bars.map(({ name }) => name), ["Setosa (1)", "Setosa (2)"]);
});

Deno.test("networkDiagram() draws any number of classes", () => {
  const four = {
    hidden: { weights: [[1]], biases: [0] },
    output: { weights: [[1], [2], [3], [4]], biases: [0, 0, 0, 0] },
  };
  const nodes = traces(networkDiagram(four, forward(four, [1]))).at(-2)!;
  assert.equal(nodes.x.length, 1 + 1 + 4);
});

Deno.test("networkDiagram() puts a number half-way only where a connection is nearly level", () => {
  const five = {
    hidden: { weights: [[1]], biases: [0] },
    output: {
      weights: [1, 2, 3, 4, 5].map((w) => [w]),
      biases: Array(5).fill(0),
    },
  };
  const notes = annotations(networkDiagram(five, forward(five, [1])));
  assert.deepEqual(notes.slice(2, -1).map(({ x }) => x), [
    ...[0.5, 1.62, 1.62, 1.5, 1.62, 1.62],
  ]);
});

Deno.test("lossCurvePlot() refuses a tangent where there is none", () => {
  assert.throws(() => lossCurvePlot(["crossEntropy"], { tangents: [0] }), {
    name: "RangeError",
    message: "lossCurvePlot: options.tangents[0] must be in (0, 1], got 0",
  });
});

Deno.test("lossScatter() has a point a flower: its number and its loss", () => {
  const points = traces(lossScatter(samples, losses));
  assert.deepEqual(points.map(({ name }) => name), english.species);
  points.forEach(({ x, y }, target) => {
    assert.equal(x.length, 50);
    x.forEach((number, i) => {
      assert.equal(flowers[number - 1].species, species[target]);
      assert.equal(y[i], losses[number - 1]);
    });
  });
  const { layout } = lossScatter(samples, losses);
  assert.equal(layout.shapes![0].y0, Math.log(3));
});

Deno.test("biasCurve() draws the totals and marks the lowest point", () => {
  const figure = biasCurve([-1, 0, 1, 2], [3, 1.5, 1.25, 4]);
  const [curve, mark, ...more] = traces(figure);
  assert.equal(more.length, 0);
  assert.deepEqual([curve.x, curve.y], [[-1, 0, 1, 2], [3, 1.5, 1.25, 4]]);
  assert.deepEqual([mark.mode, mark.x, mark.y], ["markers", [1], [1.25]]);
  assert.deepEqual(annotations(figure), [
    { text: "minimum 1.250<br>b<sub>3</sub> = 1.00", x: 1, y: 1.25 },
  ]);
  assert.match(annotations(biasCurve([-2, 0], [1, 2]))[0].text!, /= −2\.00$/);
});

Deno.test("likelihoodCurve() draws exp(-total) above the totals, highest where they are lowest", () => {
  const figure = likelihoodCurve(biases, totals);
  const [above, highest, below, lowest, ...more] = traces(figure);
  assert.equal(more.length, 0);
  assert.deepEqual([below.x, below.y], [[...biases], [...totals]]);
  assert.deepEqual([above.x, above.y], [
    [...biases],
    totals.map((total) => Math.exp(-total)),
  ]);
  const best = biases[totals.indexOf(Math.min(...totals))];
  assert.deepEqual([lowest.x, lowest.y], [[best], [Math.min(...totals)]]);
  assert.deepEqual([highest.x, highest.y], [[best], [Math.max(...above.y)]]);
  for (const { x0, x1 } of figure.layout.shapes!) {
    assert.deepEqual([x0, x1], [best, best]);
  }
  assert.deepEqual(yAxes(figure), [undefined, undefined, "y2", "y2"]);
});

Deno.test("lossCurvePlot() draws the curves of the library, from near 0 to 1", () => {
  const figure = lossCurvePlot(["squaredResidual", "crossEntropy"]);
  const [squared, entropy, ...more] = traces(figure);
  assert.equal(more.length, 0);
  assert.deepEqual([squared.name, entropy.name], [
    "squared residual",
    "cross-entropy",
  ]);
  assert.deepEqual(squared.y, squared.x.map(squaredResidualCurve.value));
  assert.deepEqual(entropy.y, entropy.x.map(crossEntropyCurve.value));
  // Cross-entropy leaves the plot through the top.
  assert(entropy.y[0] > figure.layout.yaxis!.range![1]);
  for (const { x } of [squared, entropy]) {
    assert.equal(x.at(-1), 1);
    x.slice(1).forEach((p, i) => assert(p > x[i] && p - x[i] < 0.0101));
  }
});

Deno.test("lossCurvePlot()'s tangents touch the curve at p, and have its slope", () => {
  for (const name of ["crossEntropy", "squaredResidual"] as const) {
    const { value, slope } = {
      crossEntropy: crossEntropyCurve,
      squaredResidual: squaredResidualCurve,
    }[name];
    for (const p of [0.02, 0.1, 0.5, 0.9]) {
      const [{ x, y }, curve, point, ...more] = traces(
        lossCurvePlot([name], { tangents: [p] }),
      );
      assert.equal(more.length, 0);
      // The curve lies on its tangent, and the slope stands beside the point.
      assert.equal(curve.line.width, 3);
      assert.deepEqual(point.text, [slope(p).toFixed(2).replace("-", "−")]);
      assert.deepEqual([point.x, point.y], [[p], [value(p)]]);
      assertClose([(x[0] + x[1]) / 2, (y[0] + y[1]) / 2], [p, value(p)], {
        absolute: 1e-14,
      });
      assertClose((y[1] - y[0]) / (x[1] - x[0]), slope(p), { absolute: 1e-11 });
      assert.match(
        point.hovertemplate,
        new RegExp(`slope ${slope(p).toFixed(2).replace("-", "−")}<`),
      );
    }
  }
});

Deno.test("lossCurvePlot() shows losses up to the highest wanted, and names the axis after a single loss", () => {
  const range = (highest?: number) =>
    lossCurvePlot(["crossEntropy"], { highest }).layout.yaxis!.range![1];
  assert.deepEqual([range(), range(3)], [6.5, 3]);
  const name = (...names: Parameters<typeof lossCurvePlot>[0]) =>
    title(lossCurvePlot(names).layout, "yaxis");
  const high = lossCurvePlot(["crossEntropy"], { highest: 600 });
  assert(traces(high)[0].y[0] > 600);
  assert.equal(name("squaredResidual"), "squared residual");
  assert.equal(name("crossEntropy", "squaredResidual"), "loss");
});

Deno.test("lossCurvePlot() draws a tangent at p = 1", () => {
  const { data } = lossCurvePlot(["crossEntropy"], { tangents: [1] });
  const others = lossCurvePlot(["crossEntropy"], { tangents: [0.5] }).data;
  assert.equal(data.length, others.length);
});

Deno.test("steepnessPlot() draws the slopes of the library without their sign", () => {
  const figure = steepnessPlot();
  const [entropy, squared, ...more] = traces(figure);
  assert.equal(more.length, 0);
  const names = [entropy.name, squared.name];
  assert.deepEqual(names, ["cross-entropy", "squared residual"]);
  const steepness = ({ slopeInLogit }: LossCurve) => (p: number) =>
    -slopeInLogit(p);
  assert.deepEqual(entropy.y, entropy.x.map(steepness(crossEntropyCurve)));
  assert.deepEqual(squared.y, squared.x.map(steepness(squaredResidualCurve)));
  assert.equal(title(figure.layout, "yaxis"), "|slope in the logit z|");
});

Deno.test("descentCurve() draws the totals, and the steps in their order", () => {
  const [curve, steps] = traces(descentCurve([-2, 0], [3, 1], walk));
  assert.deepEqual([curve.x, curve.y], [[-2, 0], [3, 1]]);
  assert.deepEqual([steps.x, steps.y], [[-2, -1], [3, 2]]);
  assert.deepEqual(steps.text, ["0", "1"]);
});

Deno.test("descentCurve() makes the last step the largest mark, and older ones paler", () => {
  const path = [-2, -1, -0.5, -0.4].map((bias) => ({ bias, total: 1 - bias }));
  const [, { marker }] = traces(descentCurve([-2, 0], [3, 1], path));
  assert.deepEqual(marker.size, [10, 10, 10, 17]);
  marker.opacity!.slice(1).forEach((opacity, i) =>
    assert(opacity > marker.opacity![i])
  );
});

Deno.test("descentCurve() leaves out a number that would touch another, on whatever scale", () => {
  const places = [[2, 10], [2.3, 10], [2.5, 10], [2, 10.2], [2, 10.5]];
  const around = places.map(([bias, total]) => ({ bias, total }));
  const [, few] = traces(descentCurve([2, 6], [10, 14], around));
  assert.deepEqual(few.text, ["0", "", "2", "", "4"]);
  const wide = traces(descentCurve([2, 6], [10, 14], around, [10, 30]))[1];
  assert.deepEqual(wide.text, ["0", "", "2", "", ""]);
  const path = [-2, -1, -0.99, 0].map((bias) => ({ bias, total: 1 - bias }));
  const [, steps] = traces(descentCurve([-2, 0], [3, 1], path));
  assert.deepEqual(steps.text, ["0", "1", "", "3"]);
  const level = [-2, -1.7, -1.6].map((bias) => ({ bias, total: 1 }));
  const [, others] = traces(descentCurve([-2, 0], [3, 1], level));
  assert.deepEqual(others.text, ["0", "1", ""]);
  const [, alone] = traces(descentCurve([-2, 0], [3, 1], path.slice(0, 1)));
  assert.deepEqual(alone.text, [""]);
});

Deno.test("biasRace() draws each path over its steps, a mark at its end, and the band that is the goal", () => {
  const figure = biasRace(paths, { goal: [-0.1, 0.1], biases: [-9, 3] });
  const lines = traces(figure).slice(0, 3);
  assert.deepEqual(
    lines.map(({ x, y }) => [x, y]),
    Object.values(paths).map((path) => [path.map((_, i) => i), path]),
  );
  assertDiffer(lines, ({ line }) => line.dash);
  const ends = traces(figure)[3];
  assert.deepEqual([ends.x, ends.y], [[2, 1, 2], [-0.05, -7.9, -6]]);
  const [{ y0, y1 }] = figure.layout.shapes!;
  assert.deepEqual([y0, y1], [-0.1, 0.1]);
  assert.deepEqual(figure.layout.xaxis!.range, [0, 2]);
  assert.deepEqual(figure.layout.yaxis!.range, [-9, 3]);
});

Deno.test("biasRace() thins out a path where it is flat, and nowhere else", () => {
  const path = [
    ...linspace(-8, -7.9, 1200),
    ...linspace(-7.8, 0, 30),
    ...linspace(0, 0, 50),
  ];
  const [{ x, y }] = traces(
    biasRace({ squaredResidual: path }, { goal: [0, 1] }),
  );
  assert(x.length <= 200);
  assert.deepEqual([x[0], x.at(-1)], [0, 1279]);
  assert.deepEqual(y, x.map((step) => path[step]));
  for (let step = 1200; step < 1230; step++) assert(x.includes(step));
  for (let i = 1; i < x.length; i++) assert(x[i] - x[i - 1] <= 13);
  // A hundredth of the steps, and a two-hundredth of the height, are kept.
  for (const even of [[0, ...Array(100).fill(1)], linspace(0, 200, 201)]) {
    const [kept] = traces(biasRace({ crossEntropy: even }, { goal: [0, 1] }));
    assert.deepEqual(kept.y, even);
  }
});

Deno.test("biasRace() draws only the losses that take part", () => {
  const figure = biasRace({ squaredResidual: [1, 2] }, { goal: [0, 1] });
  assert.deepEqual(traces(figure).slice(0, -1).map(({ name }) => name), [
    english.squaredResidual,
  ]);
  assert.equal(biasRace({}, { goal: [0, 1] }).data.length, 1);
});

Deno.test("correctRace() draws how many flowers are correct at each step", () => {
  const [line] = traces(correctRace({ crossEntropy: history }, 150));
  assert.deepEqual(
    line.y,
    history.map(({ accuracy }) => Math.round(150 * accuracy)),
  );
  assert.deepEqual(line.x, [0, 1, 2, 3]);
});

Deno.test("learningRateSweep() puts a loss that never finished above all others", () => {
  const figure = learningRateSweep([0.1, 1], sweep, 300);
  const [ce, sr] = traces(figure);
  assert.deepEqual([ce.x, ce.y], [[0.1, 1], [30, 9]]);
  assert.deepEqual(sr.y, [100, 600]);
  assert.deepEqual(sr.hovertext, ["100", "never"]);
  const { tickvals, ticktext } = figure.layout.yaxis!;
  assert.equal(ticktext!.at(-1), "never");
  assert.equal(tickvals!.at(-1), 600);
  assertDiffer([ce, sr], ({ marker }) => marker.symbol);
});

Deno.test("seedComparison() has a mark a seed and loss, side by side", () => {
  const { data } = seedComparison([1, 2], sweep, 300);
  const [ce, sr] = data as unknown as Trace[];
  assert.deepEqual([ce.mode, ce.y, sr.y], ["markers", [30, 9], [100, 600]]);
  assert(ce.x[1] < 2 && sr.x[1] > 2 && sr.x[1] - ce.x[1] < 0.5);
});

Deno.test("outputBars() lays the outputs of each flower on top of each other", () => {
  const figure = outputBars(exampleFlowers, outputs);
  assert.equal(figure.layout.barmode, "stack");
  traces(figure).forEach(({ name, y, text }, j) => {
    assert.equal(name, english.outputOf(english.species[j]));
    assert.deepEqual(y, outputs.map((p) => p[j]));
    assert.deepEqual(text, y.map((p) => p.toFixed(2)));
  });
});

Deno.test("softTargetPlot() is lowest at the share, at the entropy of the target", () => {
  for (const share of [0.25, 0.5, 0.75]) {
    const figure = softTargetPlot(share);
    // The divergence is shown where the prediction is worst.
    const [side, x, xshift] = share === 0.25
      ? ["left", 0.07, 4]
      : ["right", 0.93, -4];
    const divergence = figure.layout.annotations![1];
    assert.deepEqual(
      [divergence.xanchor, divergence.x, divergence.xshift],
      [side, x, xshift],
    );
    assert.equal(figure.layout.shapes![1].x0, x);
    const [soft, hard, mark] = traces(figure);
    const entropy = crossEntropySoft([share, 1 - share], [share, 1 - share]);
    assert.deepEqual([mark.x, mark.y], [[share], [entropy]]);
    assert(soft.y.every((loss) => loss >= entropy));
    assert.deepEqual(figure.layout.shapes![0].y0, entropy);
    hard.x.forEach((p, i) => assertClose(hard.y[i], -Math.log(p), { ulps: 1 }));
    const [{ text }] = annotations(figure);
    assert.equal(text, `${english.entropy} ${entropy.toFixed(3)}`);
  }
});

Deno.test("logitPulls() has a panel a prediction: the gradient of each loss in each logit", () => {
  const figure = logitPulls(predictions);
  const bars = traces(figure);
  assert.deepEqual(yAxes(figure), [
    ...[undefined, undefined, undefined],
    ...["y2", "y2", "y2"],
  ]);
  bars.forEach(({ name, x, text }, i) => {
    const { logits, target } = predictions[Math.floor(i / 3)];
    const loss = ["crossEntropy", "squaredResidual", "sumOfSquaredResiduals"][
      i % 3
    ] as keyof ByLoss<unknown>;
    assert.equal(name, english[loss]);
    assert.deepEqual(x, trainingLosses[loss].gradient(logits, target));
    assert.deepEqual(
      text,
      x.map((value) => {
        const shown = value.toFixed(2).replace("-", "−");
        return shown === "−0.00" ? "0.00" : shown;
      }),
    );
  });
  const headings = annotations(figure).map(({ text }) => text);
  assert.deepEqual(headings, predictions.map(({ name }) => name));
});

Deno.test("contourLines() finds circles of the right radius, closed, and lines that end at the border", () => {
  const places = linspace(-2, 2, 41);
  const heightsOf = (f: (x: number, y: number) => number) =>
    places.map((y) => places.map((x) => f(x, y)));
  const bowl = heightsOf((x, y) => x * x + y * y);
  const [circle, ...more] = contourLines(places, places, bowl, 1);
  assert.equal(more.length, 0);
  assert.deepEqual(circle[0], circle.at(-1));
  assert(circle.length > 70);
  for (const [x, y] of circle) {
    assertClose(Math.hypot(x, y), 1, { absolute: 0.005 });
  }
  const corners = contourLines(places, places, bowl, 6);
  assert.equal(corners.length, 4);
  for (const line of corners) {
    for (const [x, y] of [line[0], line.at(-1)!]) {
      assert(Math.max(Math.abs(x), Math.abs(y)) === 2);
    }
  }
  const saddle = heightsOf((x, y) => x * y);
  assert.equal(contourLines(places, places, saddle, 0.5).length, 2);
  assert.equal(contourLines(places, places, bowl, 9).length, 0);
});

Deno.test("lossContours() draws lines of round height, the lowest point, and the way down", () => {
  const figure = lossContours(valleys, contourOptions);
  const all = traces(figure);
  const lines = all.filter(({ yaxis, mode }) =>
    yaxis === undefined && mode === "lines"
  );
  const levels = lines.map(({ hovertemplate }) => parseFloat(hovertemplate));
  assert(levels.length >= 6 && levels.length <= 13, `${levels}`);
  lines.forEach(({ x, y }, i) =>
    x.forEach((at, k) => {
      if (at === null) return;
      assertClose(valleys.crossEntropy(at, y[k]), levels[i], {
        absolute: 0.02,
      });
    })
  );
  const [lowest, path] = all.slice(lines.length);
  assert.deepEqual([lowest.x, lowest.y], [[1], [-1]]);
  assert.deepEqual([path.x, path.y], [[-3, 0], [3, 0]]);
  const numbers = figure.layout.annotations!
    .filter(({ xref, font }) => xref === "x" && font !== undefined)
    .map(({ x, y }) => [x as number, y as number]);
  assert(numbers.length > 3);
  [[1, -1], ...numbers].forEach(([x, y], i, all) =>
    all.slice(0, i).forEach(([otherX, otherY]) =>
      assert(Math.abs(x - otherX) > 1 || Math.abs(y - otherY) > 0.5)
    )
  );
  assert.equal(title(figure.layout, "xaxis"), "α");
  assert.equal(title(figure.layout, "yaxis2"), "β");
});

Deno.test("lossContours() has a line at each round height, and numbers away from the border and the lowest point", () => {
  const names = ["x", "y"] as const;
  const draw = (
    crossEntropy: (x: number, y: number) => number,
    range: readonly [number, number],
  ) => {
    const figure = lossContours({ crossEntropy }, { names, range });
    const numbers = figure.layout.annotations!.slice(1);
    return { figure, texts: numbers.map(({ text }) => text) };
  };
  const slope = draw((x, y) => x + y, [0, 6]).figure;
  assert.deepEqual(
    traces(slope).slice(0, -1).map((t) => parseFloat(t.hovertemplate)),
    linspace(1, 11, 11),
  );
  // A cone's lowest line is too near to the lowest point, and x = 1 to the border.
  assert.equal(draw(Math.hypot, [-4, 4]).texts[0], "1.0");
  assert.equal(draw((x) => x, [0, 1.05]).texts.at(-1), "0.90");
});

Deno.test("isClear() takes labels for apart that are more than a width or a height apart", () => {
  const isFree = (...point: [number, number]) =>
    isClear(point, [[0, 0], [9, 9]], [2, 1]);
  assert.deepEqual([isFree(2, 1), isFree(3, 1), isFree(2, 2)], [
    ...[false, true, true],
  ]);
  assert(!isFree(8, 9));
});

Deno.test("lossOverLogitPlot() draws each loss at the p of the logit, and true tangents", () => {
  const [ceTangent, ce, cePoint, srTangent, sr] = traces(
    lossOverLogitPlot(["crossEntropy", "squaredResidual"], { tangents: [0.2] }),
  );
  ce.x.forEach((z, i) => {
    const [p] = softmax([z, 0]);
    assertClose([ce.y[i], sr.y[i]], [-Math.log(p), (1 - p) ** 2], {
      absolute: 1e-14,
    });
  });
  const slopeOf = ({ x, y }: Trace) => (y[1] - y[0]) / (x[1] - x[0]);
  assertClose(slopeOf(ceTangent), -0.8, { absolute: 1e-14 });
  assertClose(slopeOf(srTangent), -0.4 * 0.64, { absolute: 1e-14 });
  assertClose(softmax([cePoint.x[0], 0])[0], 0.2, { absolute: 1e-14 });
  for (const p of [0, 1, NaN]) {
    assert.throws(
      () => lossOverLogitPlot(["crossEntropy"], { tangents: [p] }),
      {
        name: "RangeError",
        message:
          `lossOverLogitPlot: options.tangents[0] must be in (0, 1), got ${p}`,
      },
    );
  }
});

Deno.test("stacked() draws the second figure below the first, on axes of its own", () => {
  const [above, below] = [figures.lossCurvePlot(), figures.likelihoodCurve()];
  const { data, layout } = stacked([above, figures.biasCurve()], 640);
  assert.equal(data.length, above.data.length + 2);
  assert.deepEqual(data.slice(0, above.data.length), above.data);
  const second = traces({ data, layout }).slice(above.data.length);
  assert(second.every(({ xaxis, yaxis }) => xaxis === "x2" && yaxis === "y2"));
  assert.deepEqual(
    layout.xaxis2!.title,
    figures.biasCurve().layout.xaxis!.title,
  );
  assert(layout.yaxis2!.domain![1] < layout.yaxis!.domain![0]);
  assertClose(layout.yaxis2!.domain![0], 0, { absolute: 1e-15 });
  assert.equal(layout.height, 640);
  const [{ xref, yref }] = layout.annotations!;
  assert.deepEqual([xref, yref], ["x2", "y2"]);
  assert.deepEqual(below.layout.shapes!.map(({ yref }) => yref), [
    "y domain",
    "y2 domain",
  ]);
});

Deno.test("trainingHistory() draws the loss and the count of correct flowers of each step", () => {
  const [correct, loss] = traces(trainingHistory(history, 150));
  assert.deepEqual(loss.x, [0, 1, 2, 3]);
  assert.deepEqual(loss.y, history.map((state) => state.loss));
  assert.deepEqual(
    correct.y,
    history.map(({ accuracy }) => Math.round(150 * accuracy)),
  );
});

Deno.test("decisionRegions() colours each point by the class that forward() finds most probable", () => {
  const regions = traces(decisionRegions(exampleNetwork, samples)).slice(0, 3);
  const classAt = (x: number, y: number) => {
    const { logits } = forward(exampleNetwork, [x, y]);
    return logits.indexOf(Math.max(...logits));
  };
  let area = 0;
  regions.forEach(({ x, y, ...rest }, target) => {
    const { base, width } = rest as unknown as {
      base: number[];
      width: number;
    };
    x.forEach((at, i) => {
      const middle = base[i] + y[i] / 2;
      assert.equal(classAt(at, middle), target, `${at}, ${middle}`);
      area += y[i] * width;
    });
  });
  // All of the square, and half a column and half a point beyond each side.
  assert(area > 1.21 && area < 1.24, `${area}`);
});

Deno.test("roundedLossPlot() ends a line where the loss is 0", () => {
  const [rounded, kept] = traces(figures.roundedLossPlot());
  assert.deepEqual([rounded.x, rounded.y], [[1, 30], [0.5, 1e-16]]);
  assert.deepEqual([kept.x, kept.y], [[1, 30, 40], [0.5, 2e-16, 3e-17]]);
});

Deno.test("roundedLossPlot() has a tick at each power of ten, or at each fourth over more than 20", () => {
  const losses = { fromProbability: [1, 1], fromLogits: [1, 1] };
  const dtick = (...margins: number[]) =>
    roundedLossPlot(margins, losses).layout.yaxis!.dtick;
  assert.deepEqual([dtick(20, 40), dtick(20, 41)], [1, 4]);
});

Deno.test("roundedLossPlot() marks a margin on both lines, as far as they reach", () => {
  const losses = { fromProbability: [0.5, 0], fromLogits: [0.5, 0.1] };
  const marksAt = (at: number) =>
    traces(roundedLossPlot([1, 40], losses, at)).slice(2).map(({ y }) => y);
  assert.deepEqual(marksAt(1), [[0.5], [0.5]]);
  assert.deepEqual(marksAt(40), [[], [0.1]]);
});

/** Calls a figure by a line of code. */
function drawByCode(code: string): unknown {
  const ready = {
    ...library,
    samples: exampleFlowers,
    network: exampleNetwork,
    pass: forward(exampleNetwork, setosa.inputs),
    walk: walk.slice(0, 1),
    valley: { crossEntropy: valleys.crossEntropy },
  };
  return new Function(...Object.keys(ready), `return ${code}`)(
    ...Object.values(ready),
  );
}

Deno.test("each figure says what is wrong with what it is drawn from", () => {
  for (const line of badCalls.trimEnd().split("\n").slice(2)) {
    const [code, error] = line.split(" => ");
    const [type, ...message] = error.split(": ");
    assert.throws(() => drawByCode(code), {
      name: type,
      message: `${code.split("(")[0]}: ${message.join(": ")}`,
    }, line);
  }
});

Deno.test("each figure takes numbers at the ends of their ranges", () => {
  const codes = [
    "likelihoodCurve([0, 1], [0, 1e-300])",
    'lossCurvePlot(["crossEntropy"], { highest: 600, tangents: [1e-300, 1] })',
    "learningRateSweep([1e-300, 1, 2], { crossEntropy: [1, 9, Infinity] }, 9)",
    "seedComparison([0], { crossEntropy: [1] }, 1)",
    "correctRace({ crossEntropy: [{ step: 0, loss: 0, accuracy: 0 }] }, 1)",
    "outputBars(samples.slice(2), [[0, 1, 0]])",
    "crossEntropyTerms([0, 1, 0], [{ name: '', distribution: [0, 1, 0] }])",
    "backwardPass(network, samples[0], { hidden: [1, 1], output: [2, 1] })",
  ];
  for (const code of codes) assert.doesNotThrow(() => drawByCode(code), code);
});
