import assert from "assert";
import {
  crossEntropy,
  crossEntropyCurve,
  crossEntropyFromLogits,
  exampleFlowers,
  exampleNetwork,
  type ExplorableName,
  explore,
  forward,
  loadFlowers,
  setLanguage,
  softmax,
  species,
  squaredResidualCurve,
  toSamples,
  totalLoss,
  trainingLosses,
  withOutputBias,
} from "@lesson/cross-entropy/notebook";
import { biasPath } from "../support/bias_path.ts";
import {
  explorable,
  explorables,
  printed,
} from "../../lib/explorables/explorables.ts";
import { explorableWordsOf } from "../../lib/i18n/words.ts";
import { decimal } from "../../lib/i18n/format.ts";
import { assertClose } from "../support/ulps.ts";

const names = Object.keys(explorables) as ExplorableName[];

const walks = new Map<string, { state: unknown; steps: number }>();

/** An explorable after so many steps, or at its end; goes on where the last walk ended. */
function walk(
  name: ExplorableName,
  settings: Record<string, number>,
  most: number,
): { state: unknown; steps: number } {
  const { settings: initial, start, next } = explorable(name);
  const key = name + JSON.stringify(settings);
  const last = walks.get(key);
  let { state, steps } = last && last.steps <= most
    ? last
    : { state: start({ ...initial, ...settings }), steps: 0 };
  for (; steps < most; steps++) {
    const after = next!(state);
    if (after === undefined) break;
    state = after;
  }
  walks.set(key, { state, steps });
  return { state, steps };
}

/** The lines of an explorable, some steps after some settings, or at the end. */
function lines(
  name: ExplorableName,
  settings: Record<string, number> = {},
  steps: number = 0,
): readonly string[] {
  return explorable(name).view(walk(name, settings, steps).state).lines;
}

/** How many steps an explorable takes until it ends. */
function stepsToEnd(
  name: ExplorableName,
  settings: Record<string, number>,
): number {
  return walk(name, settings, Infinity).steps;
}

const onlyCrossEntropy = { squaredResidual: 0, sumOfSquaredResiduals: 0 };

const numbers = (line: string) =>
  (line.match(/−?\d+\.?\d*/g) ?? []).map((text) => text.replace("−", "-"));

Deno.test("each explorable has a control for each of its settings, and the setting is in its range", () => {
  for (const name of names) {
    const { settings, controls } = explorable(name);
    assert.deepEqual(Object.keys(controls()), Object.keys(settings), name);
    for (const [key, control] of Object.entries(controls())) {
      if (control.kind !== "slider") continue;
      const { minimum, maximum, step } = control;
      assert(settings[key] >= minimum && settings[key] <= maximum, key);
      const places = (settings[key] - minimum) / step;
      assert(Math.abs(places - Math.round(places)) < 1e-9, `${key} off grid`);
    }
  }
});

for (const language of ["en", "pt"] as const) {
  Deno.test(`each explorable says as many lines in every state, in ${language}`, () => {
    setLanguage(language);
    try {
      for (const name of names) {
        const { settings, controls, start, next, view } = explorable(name);
        const count = view(start(settings)).lines.length;
        for (const [key, control] of Object.entries(controls())) {
          const ends = control.kind === "slider"
            ? [control.minimum, control.maximum]
            : [0, 1];
          for (const value of ends) {
            let state = start({ ...settings, [key]: value });
            for (let i = 0; i < 3; i++) {
              const { lines } = view(state);
              assert.equal(lines.length, count);
              for (const line of lines) {
                assert.doesNotMatch(line, /NaN|Infinity|undefined/);
              }
              state = next?.(state) ?? state;
            }
          }
        }
      }
    } finally {
      setLanguage("en");
    }
  });
}

Deno.test("the flower shows what forward() and cross-entropy say of it", () => {
  for (const inputs of [[0, 0], [1, 1], [0.04, 0.42], [0.62, 0.17]]) {
    for (const observed of [0, 1, 2]) {
      const [petal, sepal] = inputs;
      const [p, loss] = lines("flower", { petal, sepal, observed });
      const pass = forward(exampleNetwork, inputs);
      assert.equal(numbers(p)[0], pass.probabilities[observed].toFixed(4));
      assert.equal(
        numbers(loss)[0],
        crossEntropyFromLogits(pass.logits, observed).toFixed(4),
      );
    }
  }
});

Deno.test("the slopes are those of both curves, in p and in the logit", () => {
  for (const p of [0.01, 0.1, 0.33, 0.5, 0.99]) {
    const [inProbability, inLogit] = lines("slopes", { p });
    const curves = [crossEntropyCurve, squaredResidualCurve];
    assert.deepEqual(
      numbers(inProbability.replace("SR", "")),
      curves.map(({ slope }) => slope(p).toFixed(2)),
    );
    assert.deepEqual(
      numbers(inLogit.replace("SR", "")),
      curves.map(({ slopeInLogit }) => slopeInLogit(p).toFixed(4)),
    );
  }
});

Deno.test("the race follows gradientDescent(), and counts the steps until a bias is there for good", () => {
  for (const [start, learningRate] of [[-8, 1], [-2, 3], [-2, 5], [4, 1.5]]) {
    const said = lines("race", { start, learningRate }, 30);
    (Object.keys(trainingLosses) as (keyof typeof trainingLosses)[]).forEach(
      (loss, i) => {
        const way = biasPath(loss, start, learningRate, 30);
        const away = way.findLastIndex((bias) => Math.abs(bias) >= 0.1) + 1;
        const { arrived, onItsWay, short } = explorableWordsOf.en;
        const ends = way.map((bias, steps) =>
          away <= steps
            ? arrived(short[loss], bias, away)
            : onItsWay(short[loss], bias, steps)
        );
        // All stop when the last one has settled.
        assert(
          ends.includes(said[i]),
          `${said[i]} of ${start}, ${learningRate}`,
        );
      },
    );
  }
});

Deno.test("the race from −8 at a learning rate of 1 takes 11, 1275 and 799 steps", () => {
  const said = lines("race", {}, 2000);
  assert.deepEqual(said.map((line) => numbers(line).at(-1)), [
    "11",
    "1275",
    "799",
  ]);
});

Deno.test("the race leaves out a loss that takes no part", () => {
  const said = lines("race", { crossEntropy: 0 }, 5);
  assert.equal(said[0], explorableWordsOf.en.outOfRace("CE"));
  const { start, settings, view } = explorable("race");
  const none = { ...settings, ...onlyCrossEntropy, crossEntropy: 0 };
  for (const trace of view(start(none)).figure.data) {
    assert.deepEqual((trace as { x: unknown[] }).x, []);
  }
});

Deno.test("a race that nobody can win ends after 2000 steps", () => {
  const steps = stepsToEnd("race", { ...onlyCrossEntropy, learningRate: 5 });
  assert.equal(steps, 2000);
});

Deno.test("the ball follows gradientDescent(), and stops where the slope is 0", () => {
  for (const [start, learningRate] of [[-2, 1], [-5, 0.3], [3, 0.9]]) {
    const way = biasPath("crossEntropy", start, learningRate, 5);
    way.forEach((bias, steps) => {
      const [where] = lines("descent", { start, learningRate }, steps);
      const total = totalLoss(
        withOutputBias(exampleNetwork, 0, bias),
        exampleFlowers,
        crossEntropyFromLogits,
      );
      assert.deepEqual(numbers(where), [
        `${steps}`,
        decimal(bias, 4).replace("−", "-"),
        total.toFixed(4),
      ]);
    });
    const [, slope] = lines("descent", { start, learningRate }, 1000);
    assert(Math.abs(Number(numbers(slope)[0])) <= 1e-4);
  }
});

Deno.test("explore() refuses a name that it does not know, a missing alt text, and a place that is no notebook", async () => {
  await assert.rejects(
    () => explore("toString" as ExplorableName, { alt: "A plot." }),
    {
      name: "RangeError",
      message: `explore: name must be one of ${
        names.join(", ")
      }, got the string "toString"`,
    },
  );
  await assert.rejects(() => explore("race", { alt: " " }), {
    name: "TypeError",
    message: /explore: description.alt must say/,
  });
  await assert.rejects(() => explore("race", { alt: "A plot." }), {
    name: "Error",
    message: /explore: works only in a notebook/,
  });
});

Deno.test("race: it is over after ten more steps inside", () => {
  assert.equal(lines("race", onlyCrossEntropy, 11)[0].includes("11"), true);
  assert.equal(stepsToEnd("race", onlyCrossEntropy), 11 + 10);
});

Deno.test("race: it says that a loss is there when it is, not before, and that one has been stopped after 2000 steps", () => {
  const { arrived, notThere, onItsWay } = explorableWordsOf.en;
  const way = biasPath("crossEntropy", -2, 1, 5);
  assert.deepEqual(
    [4, 5].map((steps) => lines("race", { start: -2 }, steps)[0]),
    [onItsWay("CE", way[4], 4), arrived("CE", way[5], 5)],
  );
  const never = { ...onlyCrossEntropy, learningRate: 4 };
  const said = (steps: number) => lines("race", never, steps)[0];
  const end = biasPath("crossEntropy", -8, 4, 2000);
  assert.equal(said(1999), onItsWay("CE", end[1999], 1999));
  assert.equal(said(2000), notThere("CE", end[2000], 2000));
  assert.equal(stepsToEnd("race", never), 2000);
});

Deno.test("race: a loss that has come to rest stays where it is while others run", () => {
  const { start, settings, next } = explorables.race;
  let state = start(settings);
  for (let i = 0; i < 100; i++) state = next!(state)!;
  const { crossEntropy, squaredResidual } = state.paths;
  assert.deepEqual(crossEntropy, biasPath("crossEntropy", -8, 1, 11 + 10));
  assert.equal(squaredResidual!.length, 101);
});

Deno.test("printed() shows where a run ends, and otherwise the first state", () => {
  const race = printed("race");
  const [{ x, y }] = race.data.slice(-1) as { x: number[]; y: number[] }[];
  assert.deepEqual(x, [21, 1285, 809]);
  assert(y.every((bias) => Math.abs(bias) < 0.1));
  const { start, settings, view } = explorable("softmax");
  assert.deepEqual(printed("softmax"), view(start(settings)).figure);
});

Deno.test("race: the axis of the steps is as long as a round number of them", () => {
  const round = [20, 50, 100, 200, 500, 1000, 2000];
  const lengths: [taken: number, shown: number][] = [
    [0, 20],
    ...round.map((most): [number, number] => [most, most]),
    ...round.slice(1).map((most, i): [number, number] => [round[i] + 1, most]),
  ];
  for (const [taken, shown] of lengths) {
    const { figure } = explorables.race.view({
      learningRate: 1,
      paths: {
        crossEntropy: Array(taken + 1).fill(-8),
        squaredResidual: [-8],
      },
    });
    assert.deepEqual(figure.layout.xaxis!.range, [0, shown], `${taken}`);
  }
});

Deno.test("race: a bias at the edge of the goal has not arrived", () => {
  const line = (biases: number[]) =>
    explorables.race.view({ learningRate: 1, paths: { crossEntropy: biases } })
      .lines[0];
  const { short, onItsWay, arrived } = explorableWordsOf.en;
  const { crossEntropy } = short;
  assert.equal(line([-1, -0.1]), onItsWay(crossEntropy, -0.1, 1));
  assert.equal(line([-1, -0.09]), arrived(crossEntropy, -0.09, 1));
});

Deno.test("descent: it ends where the slope is flat, or after 250 steps", () => {
  const steps = stepsToEnd("descent", {});
  const slopeAfter = (taken: number) => {
    const [before, after] = biasPath("crossEntropy", -2, 1, taken + 1)
      .slice(-2);
    return Math.abs(before - after);
  };
  assert(slopeAfter(steps) < 5e-5 && slopeAfter(steps - 1) >= 5e-5);
  assert.equal(stepsToEnd("descent", { learningRate: 6 }), 250);
  // The slowest that arrives: the farthest start, and the shortest steps.
  const slowest = { start: -5, learningRate: 0.1 };
  assert.equal(stepsToEnd("descent", slowest), 205);
});

Deno.test("descent: the next step is minus the learning rate times the slope", () => {
  const [, line] = lines("descent", { learningRate: 2 });
  const [slope, step] = numbers(line).slice(-2).map(Number);
  assertClose(step, -2 * slope, { absolute: 2e-3 });
});

Deno.test("descent: it says when the ball lies at the bottom, and when it never will", () => {
  const { atBottom, noRest, slopeAndStep } = explorableWordsOf.en;
  const [, moving] = lines("descent");
  assert.notEqual(moving, atBottom(0));
  assert.match(moving, /^slope −0\.7732, next step 0\.7732$/);
  assert.equal(slopeAndStep(-0.7732, 0.7732), moving);
  assert.equal(lines("descent", {}, 1000)[1], atBottom(0));
  const wild = { learningRate: 6 };
  assert.notEqual(lines("descent", wild, 249)[1], noRest(249));
  assert.equal(lines("descent", wild, 1000)[1], noRest(250));
});

Deno.test("flowers: counts what two cuts get right, and rings what they do not", () => {
  const { correctOf, cutAt, scaledCut } = explorableWordsOf.en;
  const cuts = { first: 0.8, second: 1.65 };
  const measured = loadFlowers();
  const classOf = (width: number) => width <= 0.8 ? 0 : width <= 1.65 ? 1 : 2;
  const correct = species.map((name, k) =>
    measured.filter((flower) =>
      flower.species === name && classOf(flower.petalWidth) === k
    ).length
  );
  assert.deepEqual(correct, [50, 48, 46]);
  assert.deepEqual(lines("flowers", cuts), [
    correctOf(correct, 150),
    ...[0.8, 1.65].map(cutAt),
  ]);
  assert.deepEqual(lines("flowers", { ...cuts, scaled: 1 }), [
    correctOf(correct, 150),
    scaledCut(0.8, 0.1, 2.5, 0.7 / 2.4),
    scaledCut(1.65, 0.1, 2.5, 1.55 / 2.4),
  ]);
  for (const scaled of [0, 1]) {
    // The smaller cut is the first, whichever slider says so.
    const swapped = { first: 1.65, second: 0.8, scaled };
    assert.deepEqual(
      lines("flowers", swapped),
      lines("flowers", { ...cuts, scaled }),
    );
    const { start, settings, view } = explorables.flowers;
    const { data, layout } = view(start({ ...settings, ...cuts, scaled }))
      .figure;
    const [low, high] = scaled ? [-0.06, 1.06] : [1.85, 4.55];
    assert.deepEqual([layout.xaxis!.range, layout.yaxis!.range], [
      scaled ? [-0.05, 1.08] : [-0.02, 2.7],
      [low, high],
    ]);
    const drawn = data.at(-1) as { y: number[] };
    assert.deepEqual(drawn.y, [low, high, NaN, low, high]);
    const rings = data.at(-2) as { x: number[]; y: number[] };
    assert.equal(rings.x.length, 6);
    const wrong = measured.findIndex((flower) =>
      flower.species === "versicolor" && flower.petalWidth === 1.7
    );
    const { petalWidth, sepalWidth } = measured[wrong];
    const ringed = scaled
      ? toSamples(measured)[wrong].inputs
      : [petalWidth, sepalWidth];
    assert(rings.x.some((x, i) => x === ringed[0] && rings.y[i] === ringed[1]));
  }
  // A flower on a cut lies to the left of it.
  const [onCut] = lines("flowers", { first: 0.6, second: 1.65 });
  assert.equal(onCut, correctOf(correct, 150));
});

Deno.test("softmax: a constant changes nothing, and a temperature divides the logits", () => {
  const z = [2, -1, 0.5];
  const logits = { setosa: z[0], versicolor: z[1], virginica: z[2] };
  for (const temperature of [0.5, 1, 4]) {
    const p = softmax(z.map((zj) => zj / temperature));
    for (const constant of [0, -1.5]) {
      assert.deepEqual(lines("softmax", { ...logits, temperature, constant }), [
        `p: ${p.map((each) => each.toFixed(3)).join(" + ")} = 1.000`,
        `p Setosa / p Virginica = ${
          Math.exp(1.5 / temperature).toPrecision(4)
        }`,
      ]);
    }
  }
  const { start, settings, view } = explorables.softmax;
  const { figure } = view(start({ ...settings, constant: 2 }));
  const [left] = figure.data as unknown as { y: number[] }[];
  assert.deepEqual(left.y, [settings.setosa + 2]);
  const odds = lines("softmax", { setosa: 4, virginica: -4, temperature: 0.1 });
  assert(odds[1].endsWith(" 5.541e+34"), odds[1]);
});

Deno.test("total: the losses of the three flowers, their sum, the likelihood and the expected Setosas", () => {
  const { expected, likelihood, totalOf } = explorableWordsOf.en;
  for (const bias of [-2, 0, 3.3]) {
    const network = withOutputBias(exampleNetwork, 0, bias);
    const passes = exampleFlowers.map(({ inputs }) => forward(network, inputs));
    const p = passes.map((pass, i) =>
      pass.probabilities[exampleFlowers[i].target]
    );
    const losses = p.map((each) => -Math.log(each));
    assert.deepEqual(lines("total", { bias }), [
      totalOf(losses, losses[0] + losses[1] + losses[2]),
      likelihood(p[0] * p[1] * p[2]),
      expected(passes.reduce((sum, { probabilities: [p] }) => sum + p, 0)),
    ]);
  }
});

Deno.test("rounding: the loss in two ways, and how many digits are left", () => {
  const { fromLogits, fromProbability, rightDigits } = explorableWordsOf.en;
  for (const [margin, digits] of [[1, 15], [20, 7], [30, 3], [40, 0]]) {
    const exact = crossEntropyFromLogits([margin, 0, 0], 0);
    const rounded = crossEntropy(softmax([margin, 0, 0]), 0);
    const said = lines("rounding", { margin });
    assert.deepEqual(said.slice(0, 2), [
      fromLogits(exact),
      fromProbability(rounded),
    ]);
    const count = Number(said[2].split(": ")[1]);
    assert(digits === 15 ? count >= 15 : said[2] === rightDigits(digits));
  }
  assert(lines("rounding", { margin: 40 })[1].endsWith(": 0 nats"));
});
