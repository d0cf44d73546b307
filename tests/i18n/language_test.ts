import assert from "assert";
import {
  check,
  flowerScatter,
  type Language,
  loadFlowers,
  probabilityBars,
  setLanguage,
} from "@lesson/cross-entropy/notebook";
import { explorable, explorables } from "../../lib/explorables/explorables.ts";
import { htmlTable } from "../../lib/notebook/html_table.ts";
import { exerciseWordsOf, figureWordsOf } from "../../lib/i18n/words.ts";
import { decimal, listed, written } from "../../lib/i18n/format.ts";

/** Does something in Portuguese, and goes back to English. */
function inPortuguese<T>(use: () => T): T {
  setLanguage("pt");
  try {
    return use();
  } finally {
    setLanguage("en");
  }
}

Deno.test("setLanguage() refuses a language that the lesson does not speak", () => {
  for (const name of ["xx", "toString"]) {
    assert.throws(() => setLanguage(name as Language), {
      name: "RangeError",
      message:
        `setLanguage: language must be one of en, pt, got the string "${name}"`,
    });
  }
});

Deno.test("numbers have a decimal comma in Portuguese, and a real minus in both", () => {
  const numbers = () => [
    decimal(-1.25, 1),
    decimal(-0.001, 2),
    written("1.5e-7"),
    written("-Infinity"),
  ];
  assert.deepEqual(numbers(), ["−1.3", "0.00", "1.5e−7", "−∞"]);
  assert.deepEqual(inPortuguese(numbers), ["−1,3", "0,00", "1,5e−7", "−∞"]);
});

Deno.test("numbers in a row are kept apart by semicolons where they have commas", () => {
  const row = () => listed([0.5, -1, 2.25]);
  assert.equal(row(), "0.5, −1, 2.25");
  assert.equal(inPortuguese(row), "0,5; −1; 2,25");
});

Deno.test("tables, figures, explorables and exercises follow setLanguage()", () => {
  const table = () => htmlTable({ columns: ["x"], rows: [[0.25]] }, 2);
  assert.match(inPortuguese(table), /0,25/);
  assert.match(table(), /0\.25/);

  const bars = () => JSON.stringify(probabilityBars([1, 0, 0]).data);
  assert.match(inPortuguese(bars), /"0,576"/);

  const scatter = () => JSON.stringify(flowerScatter(loadFlowers()));
  assert(inPortuguese(scatter).includes(figureWordsOf.pt.petalWidth));
  assert(scatter().includes(figureWordsOf.en.petalWidth));

  const { start, settings, view } = explorable("flower");
  const line = () => view(start(settings)).lines[1];
  assert.match(inPortuguese(line), /0,5662/);
  assert.match(line(), /0\.5662/);

  const arrived = () =>
    explorables.race.view({
      learningRate: 1,
      paths: { crossEntropy: [-1, -0.05] },
    }).lines[0];
  assert.match(inPortuguese(arrived), /−0,050/);
  assert.match(arrived(), /−0\.050/);

  const open = () => check("ratio", undefined).message;
  assert.notEqual(inPortuguese(open), open());
});

Deno.test("the catalogues of figures have the same entries, and only names and symbols in common", () => {
  const { en, pt } = figureWordsOf;
  assert.deepEqual(Object.keys(pt), Object.keys(en));
  const same = (Object.keys(en) as (keyof typeof en)[])
    .filter((key) => String(pt[key]) === String(en[key]));
  assert.deepEqual(same, ["species", "logit", "nats", "total"]);
});

type Sentence = (...filled: string[]) => string;

Deno.test("what is filled into a sentence is in it once, in every language", () => {
  for (
    const { en, pt } of [
      figureWordsOf,
      { en: exerciseWordsOf.en.verdicts, pt: exerciseWordsOf.pt.verdicts },
    ]
  ) {
    for (const [key, word] of Object.entries(en)) {
      if (typeof word !== "function") continue;
      const filled = Array.from({ length: word.length }, (_, i) => `⟦${i}⟧`);
      for (const words of [en, pt]) {
        const sentence = (words[key as keyof typeof words] as Sentence)(
          ...filled,
        );
        for (const piece of filled) {
          assert.equal(sentence.split(piece).length, 2, `${key}: ${sentence}`);
        }
      }
    }
  }
});
