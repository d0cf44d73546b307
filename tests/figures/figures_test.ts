import { figureWordsOf } from "../../lib/i18n/figure_words.ts";
import assert from "assert";
import type { Data, Layout } from "plotly.js-dist-min";
import {
  biasCurve,
  biasRace,
  crossEntropyCurve,
  crossEntropySoft,
  crossEntropyTerms,
  decisionRegions,
  descentCurve,
  exampleFlowers,
  exampleNetwork,
  type Figure,
  type FigureWords,
  flowerScatter,
  flowersRightRace,
  forward,
  learningRateSweep,
  likelihoodCurve,
  linspace,
  lossBars,
  lossCurvePlot,
  lossOverLogitPlot,
  lossScatter,
  networkDiagram,
  probabilityBars,
  sampleScatter,
  softmax,
  softmaxCurves,
  species,
  squaredResidualCurve,
  steepnessPlot,
  trainingHistory,
} from "@lesson/cross-entropy/notebook";
import { colors, stacked } from "../../lib/figures/figure.ts";
import {
  biases,
  exampleLosses,
  figures,
  flowers,
  history,
  logits,
  losses,
  pass,
  paths,
  probabilities,
  samples,
  sweep,
  targets,
  totals,
  walk,
} from "../support/every_figure.ts";
import { outlines } from "../support/figure_outline.ts";
import lastLookedAt from "../fixtures/figures.json" with { type: "json" };
import { sum } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

/** What the tests read of a trace. */
interface Trace {
  readonly name?: string;
  readonly mode?: string;
  readonly x: number[];
  readonly y: number[];
  readonly text: string[];
  readonly customdata: number[];
  readonly hovertext: string[];
  readonly hovertemplate: string;
  readonly line: { color: string; dash?: string };
  readonly marker: {
    color: string;
    symbol?: string;
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

Deno.test("each figure is the same at each call, and its inputs stay as they are", () => {
  for (const draw of Object.values(figures)) {
    const first = JSON.stringify(draw());
    const second = draw();
    assert.equal(JSON.stringify(second), first);
    // What one caller does to a figure does not reach the next one.
    second.data.length = 0;
    second.layout.height = 1;
    assert.equal(JSON.stringify(draw()), first);
  }
});

Deno.test("each figure and each explorable is as it was when it was last looked at", () => {
  for (const [name, outline] of Object.entries(outlines())) {
    assert.deepEqual(
      outline,
      lastLookedAt[name as keyof typeof lastLookedAt],
      `${name} has changed: if it is to be so, look at it, and run tests/fixtures/figures.ts`,
    );
  }
});

Deno.test("each figure holds numbers only where numbers belong", () => {
  const visit = (value: unknown): void => {
    if (typeof value === "number") assert(Number.isFinite(value));
    if (typeof value === "string") {
      assert.doesNotMatch(value, /undefined|NaN|Infinity|\[object/);
    }
    if (typeof value === "object") Object.values(value!).forEach(visit);
  };
  Object.values(figures).forEach((draw) => visit(draw()));
});

const english = figureWordsOf.en;

/** Words that no English has: each is its key in double brackets. */
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

/** All texts of a figure that a reader gets to see. */
function texts(figure: Figure): string[] {
  const found: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, key));
    else if (typeof value === "object") {
      Object.entries(value!).forEach(([k, v]) => visit(v, k));
    } else if (
      typeof value === "string" &&
      /^(name|text|hovertext|hovertemplate|categoryarray|x|y)$/.test(key)
    ) found.push(value);
  };
  visit(figure.data, "data");
  visit(figure.layout, "layout");
  return found.filter((text) => text !== "");
}

Deno.test("each figure speaks the language that it is given, and no other", () => {
  for (const [name, draw] of Object.entries(figures)) {
    const left = texts(draw(foreign)).map((text) =>
      text.replaceAll(/⟦[^⟦⟧]*(⟦[^⟧]*⟧)?[^⟦⟧]*⟧/g, "")
        .replaceAll(/%\{[^}]*\}|<[^>]*>/g, "")
        // Formulas, a unit, and a word that is the same everywhere.
        .replaceAll(/\b(softmax|cm|[a-z]\d?)\b/g, "")
    );
    for (const text of left) {
      assert.doesNotMatch(text, /\p{Letter}{2}/u, `${name}: ${text}`);
    }
  }
});

Deno.test("roundedLossPlot() ends a line where the loss is 0", () => {
  const [rounded, kept] = traces(figures.roundedLossPlot());
  assert.deepEqual([rounded.x, rounded.y], [[1, 30], [0.5, 1e-16]]);
  assert.deepEqual([kept.x, kept.y], [[1, 30, 40], [0.5, 2e-16, 3e-17]]);
});

Deno.test("each figure names what it shows, with the reader's words", () => {
  const wanted: Record<string, (keyof FigureWords)[]> = {
    flowerScatter: [
      "species",
      "petalWidth",
      "sepalWidth",
      "petal",
      "sepal",
      "flower",
    ],
    sampleScatter: [
      "species",
      "petalWidth",
      "sepalWidth",
      "petal",
      "sepal",
      "flower",
      "scaled",
    ],
    networkDiagram: ["species", "petal", "sepal"],
    probabilityBars: ["species", "logit", "probability"],
    softmaxCurves: ["species", "logitOf", "probability"],
    crossEntropyTerms: ["species", "term"],
    lossBars: ["species", "total", "crossEntropy", "nats"],
    lossScatter: ["species", "flower", "crossEntropy", "nats"],
    biasCurve: ["total", "bias", "totalCrossEntropy", "minimum"],
    likelihoodCurve: ["bias", "totalCrossEntropy", "likelihood"],
    lossCurvePlot: [
      "probabilityOfObserved",
      "loss",
      "crossEntropy",
      "squaredResidual",
      "slope",
    ],
    oneLossCurve: ["probabilityOfObserved", "squaredResidual"],
    steepnessPlot: [
      "probabilityOfObserved",
      "crossEntropy",
      "squaredResidual",
      "slopeInProbability",
    ],
    steepnessInLogit: [
      "probabilityOfObserved",
      "crossEntropy",
      "squaredResidual",
      "slopeInLogit",
    ],
  };
  Object.assign(wanted, {
    descentCurve: ["bias", "step", "total", "totalCrossEntropy"],
    trainingHistory: ["flowersRight", "meanLoss", "step"],
    decisionRegions: [
      "species",
      "predicted",
      "petal",
      "petalWidth",
      "scaled",
      "sepal",
      "sepalWidth",
    ],
  });
  Object.assign(wanted, {
    lossOverLogitPlot: [
      "logitOfObserved",
      "loss",
      "crossEntropy",
      "squaredResidual",
      "slope",
    ],
    roundedLossPlot: [
      "lead",
      "crossEntropy",
      "nats",
      "fromProbability",
      "fromLogits",
    ],
    biasRace: [
      "bias",
      "step",
      "crossEntropy",
      "squaredResidual",
      "sumOfSquaredResiduals",
    ],
    flowersRightRace: ["step", "flowersRight", "crossEntropy"],
    learningRateSweep: [
      "learningRate",
      "stepsNeeded",
      "never",
      "crossEntropy",
      "squaredResidual",
    ],
  });
  for (const [name, draw] of Object.entries(figures)) {
    const all = texts(draw(foreign)).join("\n");
    const used = Object.keys(english).filter((key) =>
      all.includes(`⟦${key}`) && new RegExp(`⟦${key}[0-2 ⟧]`).test(all)
    );
    assert.deepEqual(used.sort(), wanted[name].sort(), name);
    assert.deepEqual(draw(), draw(english), "English unless told");
    if (wanted[name].includes("species")) {
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
  assertDiffer(traces(figures.flowerScatter()), (t) => t.marker.symbol);
  assertDiffer(traces(figures.lossScatter()), (t) => t.marker.symbol);
  assertDiffer(traces(figures.sampleScatter()), (t) => t.marker.symbol);
  assertDiffer(
    traces(figures.crossEntropyTerms()),
    (t) => t.marker.pattern?.shape,
  );
  assertDiffer(
    traces(figures.probabilityBars()).slice(0, 3),
    (t) => t.marker.pattern?.shape,
  );
  assertDiffer(
    traces(figures.probabilityBars()).slice(3),
    (t) => t.marker.pattern?.shape,
  );
  assertDiffer(traces(figures.softmaxCurves()), (t) => t.line.dash);
  assertDiffer(
    traces(lossCurvePlot(["crossEntropy", "squaredResidual"])),
    (t) => t.line.dash,
  );
  assertDiffer(traces(figures.steepnessPlot()), (t) => t.line.dash);
});

Deno.test("a class has the same colour in every figure", () => {
  const classColors = traces(figures.flowerScatter()).map((t) =>
    t.marker.color
  );
  assert.equal(new Set(classColors).size, 3);
  const marker = (t: Trace) => t.marker.color;
  assert.deepEqual(
    traces(figures.sampleScatter()).slice(0, 3).map(marker),
    classColors,
  );
  assert.deepEqual(traces(figures.lossScatter()).map(marker), classColors);
  assert.deepEqual(
    traces(figures.crossEntropyTerms()).map(marker),
    classColors,
  );
  assert.deepEqual(traces(figures.probabilityBars()).map(marker), [
    ...classColors,
    ...classColors,
  ]);
  assert.deepEqual(
    traces(figures.softmaxCurves()).map((t) => t.line.color),
    classColors,
  );
  assert.deepEqual(
    traces(figures.lossBars()).map(marker),
    exampleFlowers.map(({ target }) => classColors[target]),
  );
  assert.deepEqual(
    traces(figures.networkDiagram()).at(-2)!.marker.line.color.slice(-3),
    classColors,
  );
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

Deno.test("sampleScatter() has a trace a species, and a ring and a name at each marked flower", () => {
  const figure = sampleScatter(samples, exampleFlowers);
  const [a, b, c, rings, ...more] = traces(figure);
  assert.equal(more.length, 0);
  [a, b, c].forEach((trace, target) => {
    const own = samples.filter((sample) => sample.target === target);
    assert.equal(trace.name, english.species[target]);
    assert.deepEqual(trace.x, own.map(({ inputs }) => inputs[0]));
    assert.deepEqual(trace.y, own.map(({ inputs }) => inputs[1]));
  });
  assert.deepEqual(rings.x, [0.04, 1, 0.5]);
  assert.deepEqual(rings.y, [0.42, 0.54, 0.37]);
  assert.deepEqual(annotations(figure), [
    { text: "<b>Setosa</b><br>0.04, 0.42", x: 0.04, y: 0.42 },
    { text: "<b>Virginica</b><br>1, 0.54", x: 1, y: 0.54 },
    { text: "<b>Versicolor</b><br>0.5, 0.37", x: 0.5, y: 0.37 },
  ]);
});

Deno.test("networkDiagram() shows each value, weight and bias of the network, in place", () => {
  const figure = networkDiagram(exampleNetwork, pass);
  const { hidden, output } = exampleNetwork;
  // 2 · 2 and 2 · 3 connections, the nodes, and the probabilities.
  assert.equal(figure.data.length, 4 + 6 + 1 + 1);
  const [nodes, right] = traces(figure).slice(-2);
  const values = [
    ...pass.inputs,
    ...pass.hiddenOutputs,
    ...logits,
  ];
  assert.deepEqual(nodes.text, values.map((value) => value.toFixed(2)));
  assert.deepEqual(nodes.x, [0, 0, 1, 1, 2, 2, 2]);
  assert.deepEqual(
    nodes.hovertext.map((text) => Number(text.split(": ")[1])),
    values,
  );

  const notes = annotations(figure);
  const names = notes.slice(0, 7).map(({ text }) =>
    text!.replaceAll(/<\/?b>/g, "")
  );
  assert.deepEqual(names, [
    ...["petal", "sepal", "h<sub>1</sub>", "h<sub>2</sub>"],
    ...["Setosa", "Versicolor", "Virginica"],
  ]);
  assert.deepEqual(
    notes.slice(0, 7).map(({ x, y }) => [x, y]),
    nodes.x.map((x, i) => [x, nodes.y[i]]),
  );
  const minus = (value: number) => String(value).replace("-", "−");
  assert.deepEqual(
    notes.slice(7, 12).map(({ text, x, y }) => [text, x, y]),
    [...hidden.biases, ...output.biases].map((
      bias,
      i,
    ) => [`+ ${minus(bias)}`, nodes.x[i + 2], nodes.y[i + 2]]),
  );
  const weights = [...hidden.weights.flat(), ...output.weights.flat()];
  assert.deepEqual(
    notes.slice(12, 22).map(({ text }) => text),
    weights.map(minus),
  );
  assert.deepEqual(
    right.text,
    probabilities.map((p) => `p = <b>${p.toFixed(2)}</b>`),
  );
  assert.deepEqual([right.x, right.y], [[2, 2, 2], nodes.y.slice(4)]);
  // Each connection runs from its input to its node, and carries its weight on the way.
  const ends = [
    [0, 2],
    [1, 2],
    [0, 3],
    [1, 3],
    [2, 4],
    [3, 4],
    [2, 5],
    [3, 5],
    [2, 6],
    [3, 6],
  ];
  ends.forEach(([from, to], i) => {
    const edge = traces(figure)[i];
    assert.deepEqual([edge.x, edge.y], [[nodes.x[from], nodes.x[to]], [
      nodes.y[from],
      nodes.y[to],
    ]]);
    const { x, y } = notes[12 + i];
    assert.equal(x, edge.x[0] + 0.33);
    assertClose(y as number, edge.y[0] + 0.33 * (edge.y[1] - edge.y[0]), {
      absolute: 1e-15,
    });
  });
});

Deno.test("networkDiagram() puts the first node of each column on top", () => {
  const { x, y } = traces(networkDiagram(exampleNetwork, pass)).at(-2)!;
  for (let i = 1; i < x.length; i++) {
    if (x[i] === x[i - 1]) assert(y[i] < y[i - 1]);
  }
});

Deno.test("networkDiagram() draws connections of negative weight in another colour, and their labels too", () => {
  const { data, layout } = networkDiagram(exampleNetwork, pass);
  const { hidden, output } = exampleNetwork;
  const color = { true: colors.orange, false: colors.blue };
  [...hidden.weights, ...output.weights].flat().forEach((weight, i) => {
    const edge = data[i] as unknown as Trace;
    assert.equal(edge.line.color, color[`${weight < 0}`]);
    assert.equal(layout.annotations![12 + i].font!.color, edge.line.color);
  });
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
  const axes = figure.data.map((trace: Data) =>
    "yaxis" in trace ? trace.yaxis : undefined
  );
  assert.deepEqual(axes, [undefined, undefined, undefined, "y2", "y2", "y2"]);
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
  const names = ["Setosa", "Virginica", "Versicolor"];
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

Deno.test("lossCurvePlot() refuses a tangent where there is none", () => {
  assert.throws(() => lossCurvePlot(["crossEntropy"], { tangents: [0] }), {
    name: "RangeError",
    message: "lossCurvePlot: tangents must be in (0, 1], got 0",
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
  const [below, lowest, above, highest, ...more] = traces(figure);
  assert.equal(more.length, 0);
  assert.deepEqual([below.x, below.y], [[...biases], [...totals]]);
  assert.deepEqual([above.x, above.y], [
    [...biases],
    totals.map((total) => Math.exp(-total)),
  ]);
  const best = biases[totals.indexOf(Math.min(...totals))];
  assert.deepEqual([lowest.x, lowest.y], [[best], [Math.min(...totals)]]);
  assert.deepEqual([highest.x, highest.y], [[best], [Math.max(...above.y)]]);
  const [line] = figure.layout.shapes!;
  assert.deepEqual([line.x0, line.x1], [best, best]);
  const axes = figure.data.map((trace: Data) =>
    "yaxis" in trace ? trace.yaxis : undefined
  );
  assert.deepEqual(axes, [undefined, undefined, "y2", "y2"]);
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
  for (const { x } of [squared, entropy]) {
    assertClose([x[0], x.at(-1)!], [0.002, 1], { ulps: 1 });
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
      const [, { x, y }, point, ...more] = traces(
        lossCurvePlot([name], { tangents: [p] }),
      );
      assert.equal(more.length, 0);
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
  assert.equal(name("squaredResidual"), "squared residual");
  assert.equal(name("crossEntropy", "squaredResidual"), "loss");
});

Deno.test("lossCurvePlot() draws a tangent at p = 1", () => {
  const { data } = lossCurvePlot(["crossEntropy"], { tangents: [1] });
  assert.equal(
    data.length,
    lossCurvePlot(["crossEntropy"], { tangents: [0.5] }).data.length,
  );
});

Deno.test("steepnessPlot() draws the slopes of the library without their sign", () => {
  for (const slope of ["slope", "slopeInLogit"] as const) {
    const figure = steepnessPlot(slope);
    const [entropy, squared, ...more] = traces(figure);
    assert.equal(more.length, 0);
    assert.deepEqual([entropy.name, squared.name], [
      "cross-entropy",
      "squared residual",
    ]);
    assert.deepEqual(
      entropy.y,
      entropy.x.map((p) => -crossEntropyCurve[slope](p)),
    );
    assert.deepEqual(
      squared.y,
      squared.x.map((p) => -squaredResidualCurve[slope](p)),
    );
  }
  assert.equal(title(steepnessPlot("slope").layout, "yaxis"), "|slope in p|");
  assert.equal(steepnessPlot("slope").layout.yaxis!.type, "log");
  assert.equal(
    title(steepnessPlot("slopeInLogit").layout, "yaxis"),
    "|slope in the logit z|",
  );
});

Deno.test("descentCurve() draws the totals, and the steps in their order", () => {
  const [curve, steps] = traces(descentCurve([-2, 0], [3, 1], walk));
  assert.deepEqual([curve.x, curve.y], [[-2, 0], [3, 1]]);
  assert.deepEqual([steps.x, steps.y], [[-2, -1], [3, 2]]);
  assert.deepEqual(steps.text, ["0", "1"]);
});

Deno.test("descentCurve() makes the last step the largest mark, for there the ball lies", () => {
  const [, steps] = traces(descentCurve([-2, 0], [3, 1], walk));
  assert.deepEqual((steps.marker as { size?: number[] }).size, [10, 17]);
});

Deno.test("biasRace() draws each path over its steps, and the band that is the goal", () => {
  const figure = biasRace(paths, { goal: [-0.1, 0.1], biases: [-9, 3] });
  assert.deepEqual(
    traces(figure).map(({ x, y }) => [x, y]),
    Object.values(paths).map((path) => [path.map((_, i) => i), path]),
  );
  assertDiffer(traces(figure), ({ line }) => line.dash);
  const [{ y0, y1 }] = figure.layout.shapes!;
  assert.deepEqual([y0, y1], [-0.1, 0.1]);
  assert.deepEqual(figure.layout.xaxis!.range, [0, 2]);
  assert.deepEqual(figure.layout.yaxis!.range, [-9, 3]);
});

Deno.test("biasRace() thins out a long path, and keeps both its ends", () => {
  const path = linspace(-8, 0, 1277);
  const [{ x, y }] = traces(
    biasRace({ squaredResidual: path }, { goal: [0, 1] }),
  );
  assert(x.length <= 301);
  assert.deepEqual([x[0], x[1], x.at(-1)], [0, 5, 1276]);
  assert.deepEqual(y, x.map((step) => path[step]));
});

Deno.test("biasRace() draws only the losses that take part", () => {
  const figure = biasRace({ squaredResidual: [1, 2] }, { goal: [0, 1] });
  assert.deepEqual(traces(figure).map(({ name }) => name), [
    english.squaredResidual,
  ]);
  assert.equal(biasRace({}, { goal: [0, 1] }).data.length, 0);
});

Deno.test("flowersRightRace() draws how many flowers are right at each step", () => {
  const [line] = traces(flowersRightRace({ crossEntropy: history }, 150));
  assert.deepEqual(
    line.y,
    history.map(({ accuracy }) => Math.round(150 * accuracy)),
  );
  assert.deepEqual(line.x, [0, 1, 2, 3]);
});

Deno.test("learningRateSweep() puts who never finished above everybody", () => {
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

Deno.test("lossOverLogitPlot() draws each loss at the p of the logit, and true tangents", () => {
  const [ce, ceTangent, cePoint, sr, srTangent] = traces(
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
        message: `lossOverLogitPlot: tangents must be in (0, 1), got ${p}`,
      },
    );
  }
});

Deno.test("stacked() draws the second figure below the first, on axes of its own", () => {
  const [above, below] = [figures.lossCurvePlot(), figures.lossOverLogitPlot()];
  const { data, layout } = stacked(above, below);
  assert.equal(data.length, above.data.length + below.data.length);
  assert.deepEqual(data.slice(0, above.data.length), above.data);
  const second = data.slice(above.data.length) as { xaxis: string }[];
  assert(second.every(({ xaxis }) => xaxis === "x2"));
  assert.equal(layout.xaxis2!.title, below.layout.xaxis!.title);
  assert(layout.yaxis2!.domain![1] < layout.yaxis!.domain![0]);
});

Deno.test("trainingHistory() draws the loss and the count of right flowers of each step", () => {
  const [loss, right] = traces(trainingHistory(history, 150));
  assert.deepEqual(loss.x, [0, 1, 2, 3]);
  assert.deepEqual(loss.y, history.map((state) => state.loss));
  assert.deepEqual(
    right.y,
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
