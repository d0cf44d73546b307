import assert from "assert";
import {
  type Answers,
  check,
  type ExerciseName,
  type Verdict,
} from "@lesson/cross-entropy/notebook";
// The same module again, in which nobody has given a wrong answer yet.
import { check as freshCheck } from "../../lib/exercises/check.ts?fresh";
import { exercises } from "../../lib/exercises/exercises.ts";
import {
  type ExerciseText,
  exerciseWordsOf,
  type VerdictWords,
} from "../../lib/i18n/exercise_words.ts";

const names = Object.keys(exercises) as ExerciseName[];
const { texts, verdicts: words } = exerciseWordsOf.en;

/** Any answer to any exercise, as the kernel lets it pass. */
function checkAny(name: ExerciseName, answer: unknown): Verdict {
  return check(name, answer as Answers[ExerciseName]);
}

/** What is said of a wrong answer, without the hint. */
function diagnosisOf(name: ExerciseName, answer: unknown): string {
  const { right, message } = checkAny(name, answer);
  assert.equal(right, false, `${name} accepts a wrong answer`);
  return message.split("\n")[0];
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const softmaxByHand = (logits: number[]) => {
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  return powers.map((power) => power / sum(powers));
};

// The Setosa at b3 = 0, and Setosa's probability of the three flowers at −2.
const h1 = -2.5 * 0.04 + 0.6 * 0.42 + 1.6;
const h2 = -1.5 * 0.04 + 0.4 * 0.42 + 0.7;
const [p] = softmaxByHand([
  -0.1 * h1 + 1.5 * h2,
  2.4 * h1 - 5.2 * h2,
  -2.2 * h1 + 3.7 * h2 + 1,
]);
const slope = 0.1509 + 0.0351 + 0.0408 - 1;

const solutions: { readonly [Name in ExerciseName]: Answers[Name] } = {
  scaledPetal: (0.7 - 0.1) / (2.5 - 0.1),
  scale: (values) => {
    const smallest = Math.min(...values);
    const range = Math.max(...values) - smallest;
    return values.map((value) => (value - smallest) / range);
  },
  ratio: Math.exp(2),
  softmax: softmaxByHand,
  undoSoftmax: (probabilities) => probabilities.map(Math.log),
  surprise: Math.exp(-3),
  crossEntropy: (probabilities, target) => -Math.log(probabilities[target]),
  crossEntropyFromLogits: (logits, target) => {
    const largest = Math.max(...logits);
    const powers = logits.map((z) => Math.exp(z - largest));
    return largest + Math.log(sum(powers)) - logits[target];
  },
  typicalProbability: Math.exp(-0.2),
  total: (probabilities, targets) =>
    sum(targets.map((target, i) => -Math.log(probabilities[i][target]))),
  slopeInLogit: 0.2 - 1,
  squaredResidual: (probabilities, target) => (1 - probabilities[target]) ** 2,
  squaredResidualSlope: (p) => -2 * p * (1 - p) ** 2,
  biasStep: -2 - 0.5 * slope,
  gradientInLogits: (logits, target) =>
    softmaxByHand(logits).map((p, j) => p - (j === target ? 1 : 0)),
  weightSlope: (p - 1) * h1,
  gapAtBillion: (1e9 + 1.2e-7) - 1e9,
  lossOfMargin: (lead) => {
    const rest = Math.log1p(Math.exp(-Math.abs(lead)));
    return lead > 0 ? rest : rest - lead;
  },
};

const mistakes: {
  readonly [Name in ExerciseName]: Record<
    keyof typeof exercises[Name]["mistakes"],
    Answers[Name]
  >;
} = {
  scaledPetal: {
    byLargest: 0.7 / 2.5,
    shiftedByLargest: (0.7 - 0.1) / 2.5,
    notShifted: 0.7 / 2.4,
  },
  scale: {
    byLargest: (values) => values.map((x) => x / Math.max(...values)),
    onlyShifted: (values) => values.map((x) => x - Math.min(...values)),
    shiftedByLargest: (values) =>
      values.map((x) => (x - Math.min(...values)) / Math.max(...values)),
    notShifted: (values) =>
      values.map((x) => x / (Math.max(...values) - Math.min(...values))),
  },
  ratio: { difference: 2, powerOfTwo: 4, powerOfTen: 100 },
  softmax: {
    noSum: (logits) => logits.map((z) => Math.exp(z)),
    noExponential: (logits) => logits.map((z) => z / sum(logits)),
    byLargest: (logits) => {
      const powers = logits.map((z) => Math.exp(z));
      return powers.map((power) => power / Math.max(...powers));
    },
    overflow: (logits) => {
      const powers = logits.map((z) => Math.exp(z));
      return powers.map((power) => power / sum(powers));
    },
  },
  undoSoftmax: {
    exponential: (probabilities) => probabilities.map((p) => Math.exp(p)),
    unchanged: (probabilities) => [...probabilities],
    base10: (probabilities) => probabilities.map((p) => Math.log10(p)),
    base2: (probabilities) => probabilities.map((p) => Math.log2(p)),
    minusLogarithm: (probabilities) => probabilities.map((p) => -Math.log(p)),
  },
  surprise: { base10: 0.001, base2: 0.125, reciprocal: 0.33, noMinus: 20.1 },
  crossEntropy: {
    base10: (probabilities, target) => -Math.log10(probabilities[target]),
    base2: (probabilities, target) => -Math.log2(probabilities[target]),
    noMinus: (probabilities, target) => Math.log(probabilities[target]),
    allClasses: (probabilities) => -sum(probabilities.map((p) => Math.log(p))),
    countedFromOne: (probabilities, target) =>
      -Math.log(probabilities[target - 1]),
    oneMinus: (probabilities, target) => 1 - probabilities[target],
  },
  crossEntropyFromLogits: {
    softmaxFirst: (logits, target) => -Math.log(softmaxByHand(logits)[target]),
    overflow: (logits, target) =>
      -logits[target] + Math.log(sum(logits.map((z) => Math.exp(z)))),
    softmaxFirstWithOverflow: (logits, target) => {
      const powers = logits.map((z) => Math.exp(z));
      return -Math.log(powers[target] / sum(powers));
    },
    wrongSign: (logits, target) => Math.log(softmaxByHand(logits)[target]),
    forgotTarget: (logits) => Math.log(sum(logits.map((z) => Math.exp(z)))),
  },
  typicalProbability: {
    oneMinus: 0.8,
    base10: 0.631,
    base2: 0.871,
    noMinus: 1.22,
  },
  total: {
    mean: (probabilities, targets) =>
      solutions.total(probabilities, targets) / probabilities.length,
    noMinus: (probabilities, targets) =>
      sum(targets.map((k, i) => Math.log(probabilities[i][k]))),
    base10: (probabilities, targets) =>
      sum(targets.map((k, i) => -Math.log10(probabilities[i][k]))),
    rounded: (probabilities, targets) =>
      sum(
        targets.map((k, i) =>
          Number((-Math.log(probabilities[i][k])).toFixed(2))
        ),
      ),
    likelihood: (probabilities, targets) =>
      Math.exp(-solutions.total(probabilities, targets)),
    lossOfMean: (probabilities, targets) =>
      -Math.log(
        sum(targets.map((k, i) => probabilities[i][k])) / targets.length,
      ),
  },
  slopeInLogit: {
    wrongSign: 0.8,
    slopeInProbability: -5,
    squaredResidual: -2 * 0.2 * 0.8 ** 2,
    predicted: 0.2,
  },
  squaredResidual: {
    notSquared: (probabilities, target) => 1 - probabilities[target],
    probabilitySquared: (probabilities, target) => probabilities[target] ** 2,
    allClasses: (probabilities, target) =>
      sum(probabilities.map((p, j) => (p - (j === target ? 1 : 0)) ** 2)),
    negative: (probabilities, target) => -((1 - probabilities[target]) ** 2),
  },
  squaredResidualSlope: {
    wrongSign: (p) => 2 * p * (1 - p) ** 2,
    slopeInProbability: (p) => -2 * (1 - p),
    forgotTwo: (p) => -p * (1 - p) ** 2,
    crossEntropy: (p) => p - 1,
  },
  biasStep: {
    uphill: -2 + 0.5 * slope,
    fullRate: -2 - slope,
    mean: -2 - 0.5 * slope / 3,
    onlyStep: -0.5 * slope,
  },
  gradientInLogits: {
    wrongSign: (logits, target) =>
      softmaxByHand(logits).map((p, j) => (j === target ? 1 : 0) - p),
    forgotObserved: softmaxByHand,
    subtractedEverywhere: (logits) => softmaxByHand(logits).map((p) => p - 1),
    noSum: (logits, target) =>
      logits.map((z, j) => Math.exp(z) - (j === target ? 1 : 0)),
  },
  weightSlope: {
    forgotHidden: p - 1,
    wrongSign: (1 - p) * h1,
    weightForHidden: (p - 1) * -0.1,
    forgotObserved: p * h1,
  },
  gapAtBillion: {
    gapAtOne: Number.EPSILON,
    timesBillion: 2.22e-7,
    nextPower: 2.384e-7,
  },
  lossOfMargin: {
    asWritten: (lead) => -Math.log(1 / (1 + Math.exp(-lead))),
    noLog1p: (lead) => {
      const rest = Math.log(1 + Math.exp(-Math.abs(lead)));
      return lead > 0 ? rest : rest - lead;
    },
    onlyLog1p: (lead) => Math.log1p(Math.exp(-lead)),
    wrongSign: (lead) => solutions.lossOfMargin(-lead),
  },
};

Deno.test("check() accepts a right answer to each exercise and says what it means", () => {
  for (const name of names) {
    const { right, message } = checkAny(name, solutions[name]);
    assert.deepEqual(
      [name, right, message],
      [name, true, words.right(texts[name].right)],
    );
  }
});

Deno.test("check() accepts the answer to a question for a number when it is rounded to two digits", () => {
  const rounded: Partial<Answers> = {
    scaledPetal: 0.25,
    ratio: 7.4,
    surprise: 0.05,
    typicalProbability: 0.82,
    slopeInLogit: -0.8,
    biasStep: -1.6,
    weightSlope: -0.76,
    gapAtBillion: 1.2e-7,
  };
  const numbers = names.filter((name) => typeof solutions[name] === "number");
  assert.deepEqual(Object.keys(rounded), numbers);
  for (const name of numbers) {
    assert(checkAny(name, rounded[name]).right, name);
  }
});

Deno.test("check() accepts any logits of which softmax makes the probabilities", () => {
  assert(
    check(
      "undoSoftmax",
      (probabilities) => probabilities.map((p) => Math.log(p) + 7),
    ).right,
  );
});

Deno.test("check() names the step that went wrong, for every typical mistake", () => {
  for (const name of names) {
    const { mistakes: said } = texts[name] as ExerciseText<string>;
    for (const [mistake, answer] of Object.entries(mistakes[name])) {
      assert.equal(
        diagnosisOf(name, answer),
        words.wrong(said[mistake]),
        `${name}, ${mistake}`,
      );
    }
  }
});

Deno.test("check() says of any other wrong number whether it is too high or too low", () => {
  const around: [ExerciseName, number, number][] = [
    ["ratio", 7.2, 7.6],
    ["slopeInLogit", -0.82, -0.78],
    ["slopeInLogit", -Infinity, Infinity],
  ];
  for (const [name, low, high] of around) {
    assert.equal(diagnosisOf(name, low), words.wrong(words.tooLow));
    assert.equal(diagnosisOf(name, high), words.wrong(words.tooHigh));
  }
});

Deno.test("check() shows for any other wrong function the first input that goes wrong, what should come and what came", () => {
  assert.equal(
    diagnosisOf("softmax", (logits: number[]) => logits.map(() => 1 / 3)),
    "Not yet. softmax([1, 2]) should give [0.268941, 0.731059], and gives [0.333333, 0.333333].",
  );
  assert.equal(
    diagnosisOf(
      "gradientInLogits",
      (logits: number[]) => logits.map(() => -0.5),
    ),
    "Not yet. gradientInLogits([0, 0], 0) should give [−0.5, 0.5], and gives [−0.5, −0.5].",
  );
  const rightForTwoSamples: Answers["total"] = (probabilities, targets) =>
    probabilities.length === 2
      ? solutions.total(probabilities, targets)
      : 1e-20;
  assert.equal(
    diagnosisOf("total", rightForTwoSamples),
    "Not yet. total([[0.57, 0.2, 0.23], [0.21, 0.21, 0.58], [0.18, 0.52, 0.3]], [0, 2, 1]) should give 1.76077, and gives 1e−20.",
  );
  assert.equal(
    diagnosisOf(
      "undoSoftmax",
      (probabilities: number[]) =>
        probabilities.map((p) => p === 0.7 ? Infinity : 0),
    ),
    "Not yet. undoSoftmax([0.7, 0.3]) gives [Infinity, 0], of which softmax makes [NaN, NaN] instead of [0.7, 0.3].",
  );
});

Deno.test("check() shows numbers that differ with so many digits that one sees it", () => {
  const rounded: Answers["crossEntropy"] = (probabilities, target) =>
    Number(solutions.crossEntropy(probabilities, target).toFixed(7));
  const message = diagnosisOf("crossEntropy", rounded);
  assert.match(
    message,
    /should give 1\.609437912434\d+, and gives 1\.6094379\.$/,
  );
});

Deno.test("check() tries large logits only on a function that is right for others", () => {
  const byLargest: Answers["softmax"] = (logits) => {
    const largest = Math.exp(Math.max(...logits));
    return logits.map((z) => Math.exp(z) / largest);
  };
  const stable: Answers["softmax"] = (logits) =>
    logits.map((z) => Math.exp(z - Math.max(...logits)));
  for (const answer of [byLargest, stable]) {
    assert.equal(
      diagnosisOf("softmax", answer),
      words.wrong(texts.softmax.mistakes.byLargest),
    );
  }
});

Deno.test("check() gives a stronger hint for each wrong answer to an exercise, and stays at the last", () => {
  const hint = (number: number) =>
    words.hint(number, 3, texts.softmax.hints[number - 1]);
  const hintFor = (answer: Answers["softmax"] | undefined) =>
    freshCheck("softmax", answer).message.split("\n").slice(1);
  const wrong = (logits: number[]) => logits;
  assert.deepEqual(hintFor(undefined), []);
  assert.deepEqual(hintFor(wrong), [hint(1)]);
  assert.deepEqual(hintFor(undefined), []);
  assert.deepEqual(hintFor(solutions.softmax), []);
  assert.deepEqual(hintFor(wrong), [hint(2)]);
  assert.deepEqual(hintFor(wrong), [hint(3)]);
  assert.deepEqual(hintFor(wrong), [hint(3)]);
  const [, other] = freshCheck("ratio", 0).message.split("\n");
  assert.equal(other, words.hint(1, 3, texts.ratio.hints[0]));
});

Deno.test("check() says of an exercise that is not answered yet how to answer it", () => {
  for (const name of names) {
    const { right, message } = checkAny(name, undefined);
    assert.deepEqual([right, message], [false, words.open]);
  }
});

Deno.test("check() refuses an exercise that does not exist, and lists those that do", () => {
  for (const name of ["sofmax", "", "toString", "__proto__", undefined]) {
    assert.throws(() => checkAny(name as ExerciseName, 1), {
      name: "RangeError",
      message: `check: exercise must be one of ${
        names.join(", ")
      }, got ${name}`,
    });
  }
});

/** A proxy whose every use throws. */
function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

Deno.test("check() throws for no wrong answer, however odd", async () => {
  const values: unknown[] = [
    ...[null, true, "0.25", "", 1n, Symbol("p"), NaN, Infinity, 1e300],
    ...[
      {},
      [],
      [0.25],
      new Date(0),
      /p/,
      new Float64Array(2),
      Promise.resolve(1),
    ],
    ...[Object.create(null), revoked({}), revoked([]), new Map(), new Array(2)],
    { valueOf: () => 0.25 },
  ];
  const functions: unknown[] = [
    ...values.map((value) => () => value),
    () => {},
    () => new Array(2 ** 32 - 1),
    (values: unknown) => [values, values, values],
    (values: unknown[]) => values.map(() => undefined),
    (values: unknown[]) => values.push(1),
    (values: unknown[]) => values.splice(0),
    async () => await Promise.reject(new Error("late")),
    function* () {},
    function again(): unknown {
      return again();
    },
    () => {
      throw null;
    },
    () => {
      throw Object.create(null);
    },
    class {},
    Symbol,
    revoked(() => 1),
  ];
  for (const name of names) {
    for (const answer of [...values, ...functions]) {
      assert.match(diagnosisOf(name, answer), /^Not yet\. .+\.?$/);
    }
  }
  // A promise that is left to fail would end the test here.
  await new Promise((resolve) => setTimeout(resolve));
});

Deno.test("check() says what is wrong with an answer that is not of the kind wanted, in all its words", () => {
  const call = "crossEntropy([0.7, 0.2, 0.1], 1)";
  const list = "softmax([1, 2])";
  const { kinds } = words;
  const cases: {
    [Word in Exclude<keyof VerdictWords, "kinds" | "right" | "wrong" | "hint">]:
      [ExerciseName, answer: unknown, message: string];
  } = {
    open: ["ratio", undefined, words.open],
    unreadable: ["ratio", revoked({}), words.unreadable],
    numberWanted: ["ratio", "7", words.numberWanted(kinds.string)],
    notANumber: ["ratio", NaN, words.notANumber],
    tooHigh: ["ratio", 50, words.tooHigh],
    tooLow: ["ratio", -50, words.tooLow],
    functionWanted: ["softmax", [0.5], words.functionWanted(kinds.list)],
    stopped: ["crossEntropy", () => {
      throw new RangeError("no such class");
    }, words.stopped(call, "RangeError: no such class")],
    changedInput: [
      "softmax",
      (logits: number[]) => logits.sort((a, b) => b - a),
      words.changedInput(list),
    ],
    returnsNothing: ["crossEntropy", () => {}, words.returnsNothing(call)],
    resultNotNumber: [
      "crossEntropy",
      (values: number[]) => values,
      words.resultNotNumber(call, kinds.list),
    ],
    resultNotList: [
      "softmax",
      () => 1,
      words.resultNotList(list, kinds.number),
    ],
    wrongLength: ["softmax", () => [1], words.wrongLength(list, 2, 1)],
    entryNotNumber: [
      "softmax",
      () => [1, "2"],
      words.entryNotNumber(list, 1, kinds.string),
    ],
    counterexample: [
      "crossEntropy",
      () => -7,
      words.counterexample(call, "1.60944", "−7"),
    ],
    counterexampleThroughSoftmax: [
      "undoSoftmax",
      (probabilities: number[]) => probabilities.map(() => 0),
      words.counterexampleThroughSoftmax(
        "undoSoftmax([0.7, 0.3])",
        "[0.7, 0.3]",
        "[0, 0]",
        "[0.5, 0.5]",
      ),
    ],
  };
  for (const [word, [name, answer, message]] of Object.entries(cases)) {
    const expected = word === "open" ? message : words.wrong(message);
    const [said] = checkAny(name, answer).message.split("\n");
    assert.equal(said, expected);
  }
});

Deno.test("check() names the kind of every value that is no number", () => {
  const values: Omit<Record<keyof VerdictWords["kinds"], unknown>, "number"> = {
    undefined,
    null: null,
    boolean: false,
    bigint: 7n,
    string: "7",
    symbol: Symbol("7"),
    function: () => 7,
    list: [7],
    promise: Promise.resolve(7),
    object: { seven: 7 },
  };
  for (const [kind, value] of Object.entries(values)) {
    const said = diagnosisOf("softmax", () => [7, value]);
    const { kinds } = words;
    assert.equal(
      said,
      words.wrong(
        words.entryNotNumber(
          "softmax([1, 2])",
          1,
          kinds[kind as keyof typeof kinds],
        ),
      ),
    );
  }
});

Deno.test("check() gives a function lists of its own, which it may not change", () => {
  const before = JSON.stringify(Object.values(exercises));
  check("total", (probabilities, targets) => {
    const total = solutions.total(probabilities, targets);
    probabilities[0][0] = 9;
    targets.pop();
    return total;
  });
  check("squaredResidual", (probabilities) => probabilities.fill(0)[0]);
  assert.equal(JSON.stringify(Object.values(exercises)), before);
  assert.equal(
    diagnosisOf("total", (probabilities: number[][], targets: number[]) => {
      const total = solutions.total(probabilities, targets);
      probabilities[1][0] = 9;
      return total;
    }),
    words.wrong(
      words.changedInput("total([[0.7, 0.3], [0.4, 0.6]], [0, 1])"),
    ),
  );
});

Deno.test("a verdict is shown in a notebook as text and as HTML, in which nothing is markup", () => {
  const shown = (verdict: Verdict) =>
    (verdict as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]();
  const broken = check("ratio", undefined);
  assert.deepEqual(shown(broken), {
    "text/html":
      `<p class="verdict open" style="white-space: pre-line">Not answered yet. Put your answer in place of undefined.</p>`,
    "text/plain": broken.message,
  });
  assert.match(
    shown(check("ratio", solutions.ratio))["text/html"],
    /^<p class="verdict right" style="white-space: pre-line">Right\. [^<]+<\/p>$/,
  );
  const wrong = check("softmax", () => {
    throw new Error(`<img src="x" onerror='alert(1)'> & more`);
  });
  assert(wrong.message.includes(`<img src="x" onerror='alert(1)'> & more`));
  assert.equal(shown(wrong)["text/plain"], wrong.message);
  assert.match(
    shown(wrong)["text/html"],
    /^<p class="verdict wrong" style="white-space: pre-line">[^<>]+<\/p>$/,
  );
  assert.match(
    shown(wrong)["text/html"],
    /&lt;img src=&quot;x&quot; onerror=&#39;alert\(1\)&#39;&gt; &amp; more/,
  );
});

Deno.test("no text of an exercise for a number says the number", () => {
  for (const [language, { texts }] of Object.entries(exerciseWordsOf)) {
    for (const name of names) {
      const solution = solutions[name];
      if (typeof solution !== "number") continue;
      const { hints, mistakes } = texts[name];
      const said = [...hints, ...Object.values(mistakes)].join("\n");
      for (let digits = 2; digits <= 8; digits++) {
        const rounded = Math.abs(solution).toPrecision(digits);
        for (const text of [rounded, String(Number(rounded))]) {
          for (const written of [text, text.replace(".", ",")]) {
            assert(!said.includes(written), `${language}, ${name}: ${written}`);
          }
        }
      }
    }
  }
});

Deno.test("every exercise has two or three hints and a text for each mistake, in every language", () => {
  for (const { texts } of Object.values(exerciseWordsOf)) {
    assert.deepEqual(Object.keys(texts), names);
    for (const name of names) {
      const { right, hints, mistakes } = texts[name];
      assert.deepEqual(
        Object.keys(mistakes),
        Object.keys(exercises[name].mistakes),
      );
      assert(hints.length === 2 || hints.length === 3);
      const all = [right, ...hints, ...Object.values(mistakes)];
      assert.equal(new Set(all).size, all.length);
      assert(all.every((text) => /^[^!]+[.?]$/.test(text)));
    }
  }
});

Deno.test("check() allows rounding errors, which grow with the numbers", () => {
  const off = (share: number): Answers["total"] => (probabilities, targets) =>
    solutions.total(probabilities, targets) * (1 + share);
  assert(checkAny("total", off(5e-10)).right);
  assert(!checkAny("total", off(5e-9)).right);
  const small = (share: number): Answers["lossOfMargin"] => (lead) =>
    solutions.lossOfMargin(lead) * (1 + share);
  assert(checkAny("lossOfMargin", small(5e-10)).right);
  assert(!checkAny("lossOfMargin", small(5e-9)).right);
});

Deno.test("check() names the first entry of a list that is not a number", () => {
  const diagnosis = diagnosisOf("softmax", () => ["a", 0.5]);
  const { entryNotNumber, kinds } = words;
  const call = "softmax([1, 2])";
  assert.equal(diagnosis, words.wrong(entryNotNumber(call, 0, kinds.string)));
});
