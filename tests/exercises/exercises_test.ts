import assert from "assert";
import {
  type Answers,
  check,
  type ExerciseName,
  setLanguage,
  type Verdict,
} from "@lesson/cross-entropy/notebook";
// The same module again, in which nobody has given a wrong answer yet.
import { check as freshCheck } from "../../lib/exercises/check.ts?fresh";
import { exercises } from "../../lib/exercises/check.ts";
import type { AnyFunctionExercise } from "../../lib/exercises/exercise.ts";
import { seededDraw } from "../../lib/exercises/inputs.ts";
import type { Numbers } from "../../lib/i18n/format.ts";
import { exerciseWordsOf } from "../../lib/i18n/words.ts";
import table from "./answers.txt" with { type: "text" };

const names = Object.keys(exercises) as ExerciseName[];
const { texts, verdicts: words } = exerciseWordsOf.en;
type VerdictWords = typeof words;
/** What is no message about a wrong answer. */
type NotSaid = "kinds" | "right" | "wrong" | "hint" | "slips" | "localNumbers";

/** An answer of the table: right, wrong, or wrong by a mistake of that name. */
interface Answer {
  readonly kind: "=" | "!" | string;
  /** The hint that fits the mistake, counted from 1; 0 if none does. */
  readonly hint: number;
  readonly code: string;
  readonly value: unknown;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const max = (values: readonly number[]) => Math.max(...values);
const softmax = (logits: readonly number[]) => {
  const powers = logits.map((z) => Math.exp(z - max(logits)));
  return powers.map((power) => power / sum(powers));
};
const h1 = -2.5 * 0.04 + 0.6 * 0.42 + 1.6;
const h2 = -1.5 * 0.04 + 0.4 * 0.42 + 0.7;
const [p] = softmax([
  -0.1 * h1 + 1.5 * h2,
  2.4 * h1 - 5.2 * h2,
  -2.2 * h1 + 3.7 * h2 + 1,
]);
const helpers = {
  ...{ sum, max, softmax, exp: Math.exp, log: Math.log, SETOSA: { p, h1 } },
  round: (x: number, decimals: number) => Number(x.toFixed(decimals)),
  slope: (f: (x: number) => number, x: number, h = 1e-5) =>
    (f(x + h) - f(x - h)) / (2 * h),
};

/** The answers of the table; those that are numbers stand several on a line. */
function readAnswers(section: string): Answer[] {
  const [name] = section.split("\n");
  const { kind: type } = exercises[name as ExerciseName];
  return section.split("\n").slice(1).flatMap((line) => {
    const [, kind, hint, codes] =
      line.match(/^([=!]|\w+(?=:|\/))(?:\/(\d))?:? (.*)/) ?? [];
    if (!codes) return [];
    return (type === "number" ? codes.split(" | ") : [codes]).map((code) => {
      const use = new Function(...Object.keys(helpers), `return ${code}`);
      const value = use(...Object.values(helpers));
      return { kind, hint: Number(hint ?? 0), code, value };
    });
  });
}

const sections = table.split("\n\n").slice(1);
const answers = Object.fromEntries(
  sections.map((section) => [section.split("\n")[0], readAnswers(section)]),
) as Record<ExerciseName, Answer[]>;
const solution = <Name extends ExerciseName>(name: Name) =>
  answers[name][0].value as Answers[Name];
const totalLoss = solution("total");

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

Deno.test("the table has ten right answers and twenty unforeseen wrong ones to each exercise, and each mistake", () => {
  assert.deepEqual(Object.keys(answers), names);
  for (const name of names) {
    assert.equal(exercises[name].kind, typeof solution(name));
    const kinds = answers[name].map(({ kind }) => kind);
    const count = (kind: string) =>
      kinds.filter((each) => each === kind).length;
    assert(
      count("=") >= 10 && count("!") >= 20,
      `${name}: ${count("=")} ${count("!")}`,
    );
    const missing = Object.keys(exercises[name].mistakes)
      .filter((mistake) => !kinds.includes(mistake));
    assert.deepEqual(missing, [], name);
  }
});

Deno.test("check() calls each function with the inputs of the table, and then with the hard ones", () => {
  for (const section of sections) {
    const [name, ...lines] = section.split("\n");
    const { cases, hardCases } = exercises[
      name as ExerciseName
    ] as AnyFunctionExercise;
    for (
      const [mark, inputs] of Object.entries({ "? ": cases, "?! ": hardCases })
    ) {
      const line = lines.find((line) => line.startsWith(mark));
      const wanted = line &&
        new Function(`return [${line.slice(mark.length)}]`)();
      assert.deepEqual(inputs, wanted, name);
    }
  }
});

Deno.test("check() judges each answer of the table", () => {
  const misjudged: unknown[] = [];
  for (const name of names) {
    const own: Readonly<Record<string, string>> = texts[name].mistakes;
    const slips: Readonly<Record<string, string>> = words.slips;
    const { hints } = texts[name];
    // From the last on: so many are wrong that, by default, the last hint is given.
    for (const { kind, hint, code, value } of answers[name].toReversed()) {
      const { right, message } = checkAny(name, value);
      const [said, hinted] = message.split("\n");
      const known = Object.values({ ...slips, ...own }).map(words.wrong);
      const asItShould = kind === "="
        ? right
        : kind === "!"
        ? !right && !known.includes(said)
        : said === words.wrong(own[kind] ?? slips[kind]) &&
          (hint === 0 ||
            hinted === words.hint(hint, hints.length, hints[hint - 1]));
      if (!asItShould) misjudged.push([name, kind, code, message]);
    }
  }
  assert.deepEqual(misjudged, []);
});

Deno.test("check() accepts a right answer to each exercise and says what it means", () => {
  for (const name of names) {
    const { right, message } = checkAny(name, solution(name));
    assert.deepEqual(
      [name, right, message],
      [name, true, words.right(texts[name].right)],
    );
  }
});

Deno.test("check() refuses a function that is right only in the cases that are written down", () => {
  for (const name of names) {
    const exercise = exercises[name] as AnyFunctionExercise;
    if (exercise.kind !== "function" || exercise.compared) continue;
    const { cases, hardCases, expected } = exercise;
    const known = new Set([...cases, ...hardCases].map(String));
    const answer = (...inputs: Numbers[]) => {
      const right = expected(...inputs);
      const off = known.has(String(inputs)) ? 0 : 0.01;
      return typeof right === "number"
        ? right + off
        : right.map((x, i) => x + i * off);
    };
    assert.match(
      diagnosisOf(name, answer),
      /^Not yet. \w+\(.* should return/,
    );
  }
});

Deno.test("check() says of any other wrong number whether it is too large or too small, and minds the sign", () => {
  const cases: [ExerciseName, number, string][] = [
    ["ratio", 7.2, words.tooLow],
    ["ratio", 7.6, words.tooHigh],
    ["ratio", -50, words.otherSign],
    ["scaledPetal", 0, words.tooLow],
    ["slopeInLogit", 0, words.tooNearZero],
    ["slopeInLogit", -0.82, words.tooFarBelow],
    ["slopeInLogit", -0.78, words.tooNearZero],
    ["slopeInLogit", -Infinity, words.tooFarBelow],
    ["slopeInLogit", Infinity, words.otherSign],
  ];
  for (const [name, number, said] of cases) {
    assert.equal(diagnosisOf(name, number), words.wrong(said));
  }
});

Deno.test("check() shows how to write a number that has a decimal comma", () => {
  const comma = check as (name: ExerciseName, ...rest: unknown[]) => Verdict;
  const cases: [unknown[], string][] = [
    [[-0, 8], "-0.8"],
    [[-1, 613], "-1.613"],
    [["-0,8"], "-0.8"],
    [["−0,8 "], "-0.8"],
    [["12,75"], "12.75"],
  ];
  for (const [rest, number] of cases) {
    const { right, message } = comma("slopeInLogit", ...rest);
    assert.deepEqual([right, message], [
      false,
      words.wrong(words.decimalComma(number)),
    ]);
  }
  for (const rest of [["p = 0,8"], ["0,8 nats"], ["0.8", 8]]) {
    assert.equal(
      comma("slopeInLogit", ...rest).message,
      words.wrong(words.numberWanted(words.kinds.string)),
    );
  }
});

Deno.test("check() shows for any other wrong function the first input that goes wrong, what should come and what came", () => {
  assert.equal(
    diagnosisOf("softmax", (logits: number[]) => logits.map(() => 1 / 3)),
    "Not yet. softmax([1, 2]) should return [0.268941, 0.731059], but returns [0.333333, 0.333333].",
  );
  assert.equal(
    diagnosisOf(
      "gradientInLogits",
      (logits: number[]) => logits.map(() => -0.5),
    ),
    "Not yet. gradientInLogits([0, 0], 0) should return [-0.5, 0.5], but returns [-0.5, -0.5].",
  );
  const rightForTwoSamples: Answers["total"] = (probabilities, targets) =>
    probabilities.length === 2 ? totalLoss(probabilities, targets) : 1e-20;
  assert.equal(
    diagnosisOf("total", rightForTwoSamples),
    "Not yet. total([[0.57, 0.2, 0.23], [0.21, 0.21, 0.58], [0.18, 0.52, 0.3]], [0, 2, 1]) should return 1.76077, but returns 1e-20.",
  );
  assert.match(
    diagnosisOf(
      "total",
      (p: number[][], targets: number[]) =>
        totalLoss(p, targets) + (targets.length > 100 ? 1 : 0),
    ),
    /^Not yet\. total\(\[\[0\.2, 0\.8\].{1,99} …\) should return 804\.719, but returns 805\.719\.$/,
  );
  assert.equal(
    diagnosisOf(
      "undoSoftmax",
      (probabilities: number[]) =>
        probabilities.map((p) => p === 0.7 ? Infinity : 0),
    ),
    "Not yet. undoSoftmax([0.7, 0.3]) returns [Infinity, 0], which softmax turns into [NaN, NaN] instead of [0.7, 0.3].",
  );
});

Deno.test("check() writes a number in a Portuguese sentence with a comma, and leaves code as it is", () => {
  setLanguage("pt");
  const half = diagnosisOf("crossEntropy", () => -0.5);
  const list = diagnosisOf("softmax", (z: number[]) => z.map(() => -0.5));
  setLanguage("en");
  assert.equal(
    half,
    "Ainda não. crossEntropy([0.7, 0.2, 0.1], 1) deveria devolver 1,60944, mas devolve −0,5.",
  );
  assert.equal(
    list,
    "Ainda não. softmax([1, 2]) deveria devolver [0.268941, 0.731059], mas devolve [-0.5, -0.5].",
  );
});

Deno.test("check() shows numbers that differ with so many digits that one sees it", () => {
  const off: Answers["crossEntropy"] = (probabilities, target) =>
    -Math.log(probabilities[target]) + 1e-8;
  assert.match(
    diagnosisOf("crossEntropy", off),
    /should return 1\.609437912434\d+, but returns 1\.6094379224341\d+\.$/,
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
  assert.deepEqual(hintFor(solution("softmax")), []);
  assert.deepEqual(hintFor(wrong), [hint(2)]);
  assert.deepEqual(hintFor(wrong), [hint(3)]);
  assert.deepEqual(hintFor(wrong), [hint(3)]);
  const [, other] = freshCheck("ratio", 5).message.split("\n");
  assert.equal(other, words.hint(1, 3, texts.ratio.hints[0]));
});

Deno.test("check() gives the hint that fits a mistake, and none for a mistake of form, which costs none", () => {
  const hintsOf = (answer: unknown) =>
    freshCheck("crossEntropyFromLogits", answer as never).message.split("\n")
      .slice(1);
  const hint = (number: number) =>
    words.hint(number, 3, texts.crossEntropyFromLogits.hints[number - 1]);
  const changing = (z: number[]) => z.pop();
  for (const form of ["7", () => {}, () => "1", () => [1], changing, Symbol]) {
    assert.deepEqual(hintsOf(form), []);
  }
  for (const form of ["5", NaN, revoked({})]) {
    const { message } = freshCheck("typicalProbability", form as number);
    assert.doesNotMatch(message, /\n/);
  }
  const right = solution("crossEntropyFromLogits");
  const rounded: Answers["crossEntropyFromLogits"] = (logits, target) =>
    Number(right(logits, target).toFixed(3));
  assert.deepEqual(hintsOf(rounded), []);
  assert.deepEqual(hintsOf(() => 5), [hint(1)]);
  const notAddedBack: Answers["crossEntropyFromLogits"] = (logits, target) =>
    right(logits, target) - Math.max(...logits);
  assert.deepEqual(hintsOf(notAddedBack), [hint(3)]);
  const noMinus: Answers["total"] = (...inputs) => -totalLoss(...inputs);
  const first = freshCheck("total", noMinus).message.split("\n")[1];
  assert.equal(first, words.hint(3, 3, texts.total.hints[2]));
});

Deno.test("check() blames an overflow only where logits are hard", () => {
  const infinite = (logits: number[]) => logits.map(() => Infinity);
  assert.equal(
    diagnosisOf("softmax", infinite),
    words.wrong(
      words.counterexample(
        "softmax([1, 2])",
        "[0.268941, 0.731059]",
        "[Infinity, Infinity]",
      ),
    ),
  );
});

Deno.test("check() says of an exercise that is not answered yet how to answer it", () => {
  for (const name of names) {
    const { right, message } = checkAny(name, undefined);
    assert.deepEqual([right, message], [false, words.open]);
  }
});

Deno.test("check() refuses an exercise that does not exist, and lists those that do", () => {
  for (const name of ["sofmax", "", "toString", "__proto__"]) {
    assert.throws(() => checkAny(name as ExerciseName, 1), {
      name: "RangeError",
      message: `check: exercise must be one of ${
        names.join(", ")
      }, got the string "${name}"`,
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
    ...[{}, [], [0.25], /p/, new Date(0), new Float64Array(2)],
    Promise.resolve(1),
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
    [Word in Exclude<keyof VerdictWords, NotSaid>]: [
      ExerciseName,
      answer: unknown,
      message: string,
    ];
  } = {
    open: ["ratio", undefined, words.open],
    unreadable: ["ratio", revoked({}), words.unreadable],
    numberWanted: ["ratio", "7", words.numberWanted(kinds.string)],
    notANumber: ["ratio", NaN, words.notANumber],
    tooHigh: ["ratio", 50, words.tooHigh],
    tooLow: ["ratio", 0.5, words.tooLow],
    otherSign: ["ratio", -50, words.otherSign],
    tooFarBelow: ["slopeInLogit", -50, words.tooFarBelow],
    tooNearZero: ["slopeInLogit", -0.01, words.tooNearZero],
    decimalComma: ["ratio", "7,4", words.decimalComma("7.4")],
    functionWanted: ["softmax", [0.5], words.functionWanted(kinds.list)],
    throws: ["crossEntropy", () => {
      throw new RangeError("no such class");
    }, words.throws(call, "RangeError: no such class")],
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
      words.counterexample(call, "1.60944", "-7"),
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
    const name = words.kinds[kind as keyof typeof words.kinds];
    const said = words.entryNotNumber("softmax([1, 2])", 1, name);
    const diagnosis = diagnosisOf("softmax", () => [7, value]);
    assert.equal(diagnosis, words.wrong(said));
  }
});

Deno.test("check() gives a function lists of its own, which it may not change", () => {
  const before = JSON.stringify(Object.values(exercises));
  check("total", (probabilities, targets) => {
    const total = totalLoss(probabilities, targets);
    probabilities[0][0] = 9;
    targets.pop();
    return total;
  });
  check("squaredResidual", (probabilities) => probabilities.fill(0)[0]);
  assert.equal(JSON.stringify(Object.values(exercises)), before);
  assert.equal(
    diagnosisOf("total", (probabilities: number[][], targets: number[]) => {
      const total = totalLoss(probabilities, targets);
      probabilities[1][0] = 9;
      return total;
    }),
    words.wrong(
      words.changedInput("total([[0.7, 0.3], [0.4, 0.6]], [0, 1])"),
    ),
  );
});

Deno.test("check() notices a list that is longer or has lost a row", () => {
  const longer: Answers["softmax"] = (logits) => {
    const right = solution("softmax")(logits);
    logits.push(0);
    return right;
  };
  const list = words.changedInput("softmax([1, 2])");
  assert.equal(diagnosisOf("softmax", longer), words.wrong(list));
  const without = (table: (number[] | null)[], targets: number[]) => {
    const total = totalLoss(table as number[][], targets);
    table[0] = null;
    return total;
  };
  const call = "total([[0.7, 0.3], [0.4, 0.6]], [0, 1])";
  assert.equal(
    diagnosisOf("total", without),
    words.wrong(words.changedInput(call)),
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
    shown(check("ratio", solution("ratio")))["text/html"],
    /^<p class="verdict right" style="white-space: pre-line">Right\. [^<]+<\/p>$/,
  );
  assert.match(
    shown(check("ratio", 5))["text/html"],
    /^<p class="verdict wrong" style="white-space: pre-line">[^<]+\n[^<]+<\/p>$/,
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
  for (const [language, words] of Object.entries(exerciseWordsOf)) {
    const { texts, verdicts } = words;
    for (const name of names) {
      const number = solution(name);
      if (typeof number !== "number") continue;
      const { hints, mistakes } = texts[name];
      const slips = Object.values(verdicts.slips);
      const said = [...hints, ...Object.values(mistakes), ...slips].join("\n");
      for (let digits = 2; digits <= 8; digits++) {
        const rounded = Math.abs(number).toPrecision(digits);
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
        Object.keys(exercises[name].mistakes)
          .filter((mistake) => !Object.hasOwn(words.slips, mistake)),
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
    totalLoss(probabilities, targets) * (1 + share);
  assert(checkAny("total", off(5e-10)).right);
  assert(!checkAny("total", off(5e-9)).right);
  const small = (share: number): Answers["lossOfMargin"] => (margin) =>
    solution("lossOfMargin")(margin) * (1 + share);
  assert(checkAny("lossOfMargin", small(5e-10)).right);
  assert(!checkAny("lossOfMargin", small(5e-9)).right);
  const shifted = (share: number): Answers["scale"] => (values) => {
    const range = max(values) + max(values.map((x) => -x));
    const off = share * 1e-15 * max(values.map(Math.abs)) / range;
    return solution("scale")(values).map((y) => y + off);
  };
  assert(checkAny("scale", shifted(0.9)).right);
  assert(!checkAny("scale", shifted(1.1)).right);
});

Deno.test("check() calls a function with random inputs of an ordinary size, the probabilities among them different and above 0", () => {
  const { integer, probabilities } = seededDraw(2);
  const few = Array.from({ length: 50 }, () => integer(1, 3));
  assert.deepEqual(new Set(few.sort()), new Set([1, 2, 3]));
  for (let i = 0; i < 1000; i++) {
    const drawn = probabilities(integer(2, 6));
    assert(drawn.every((p) => p > 0) && new Set(drawn).size === drawn.length);
  }
  for (const name of names) {
    const exercise = exercises[name] as AnyFunctionExercise;
    if (exercise.kind !== "function") continue;
    const draw = seededDraw(1);
    const [some, others] = [0, 1].map(() => exercise.randomInputs(draw));
    assert.notDeepEqual(some, others, name);
    for (let i = 0; i < 100; i++) {
      const inputs = [exercise.randomInputs(draw)].flat(3) as number[];
      assert(inputs.every((x) => Math.abs(x) <= 50), `${name}: ${inputs}`);
    }
  }
});

Deno.test("check() names the first entry of a list that is not a number", () => {
  const diagnosis = diagnosisOf("softmax", () => ["a", 0.5]);
  const said = words.entryNotNumber("softmax([1, 2])", 0, words.kinds.string);
  assert.equal(diagnosis, words.wrong(said));
});
