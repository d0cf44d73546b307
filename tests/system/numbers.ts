import assert from "assert";
import { basename } from "node:path";
import { executedCells } from "../support/executed.ts";
import { expressions } from "../support/expressions.ts";
import { readNotebooks } from "../support/notebooks.ts";
import {
  type ExecutedCell,
  unheldNumbers,
  writtenNumbers,
} from "../support/numbers.ts";

// Of a translation another test says that it states the same numbers.
const notebooks = readNotebooks("en");
const executed = executedCells(notebooks);

for (const { path } of notebooks) {
  Deno.test(`${path} states no number that its run or an expression does not give`, async () => {
    const step = basename(path, ".ipynb");
    const cells = (await executed).get(path)!;
    const unheld = unheldNumbers(cells, expressions[step]);
    const lines = unheld.map((line) => `${path}, ${line}`).join("\n");
    assert.deepEqual(unheld, [], lines);
  });
}

/** A notebook of a text and a cell that puts out `shown`. */
function notebook(text: string, shown: string): ExecutedCell[] {
  return [
    { id: "text", cell_type: "markdown", source: [text], metadata: {} },
    {
      id: "code",
      cell_type: "code",
      source: ["forward(network, [0.04, 0.42]);"],
      metadata: {},
      outputs: [{
        output_type: "execute_result",
        data: { "text/plain": shown },
      }],
    },
  ];
}

/** A text, what the cell under it puts out, and what nothing holds. */
const cases: [string, string, string[]][] = [
  ["A loss of 0.5662.", "0.566247", []],
  ["A loss of 0.567.", "0.566247", ["text: 0.567"]],
  ["Rounded to 0.57, of 0.04 and 0.42.", "0.566247", []],
  ["A slope of −0.43.", "[ -0.4323, 0.2 ]", []],
  ["A slope of −0.43.", "[ 0.4323 ]", ["text: −0.43"]],
  ["It falls by 0.43.", "[ -0.4323 ]", []],
  ["43 % of 150 flowers", "[ 0.4323 ]", ["text: 150"]],
  ["about 8.50e-18", "8.496708e-18", []],
  ["about 8.5 · 10⁻¹⁸", "8.496708e-18", []],
  ["about $8.5 \\cdot 10^{-18}$", "8.496708e-18", []],
  ["about $8.5 \\cdot 10^{-17}$", "8.496708e-18", ["text: 8.5e-17"]],
  ["about 8.5 · 10⁻¹⁷", "8.496708e-18", ["text: 8.5 · 10⁻¹⁷"]],
  ["10,000 steps, 5 of them shown", "10000", ["text: 5"]],
  ["Figure 3.1 and step 5, of 1936: `p = 0.3`.", "1", []],
  ["$-2.5\\,x - 0.7$ in 30 minutes", "-2.5", ["text: 0.7"]],
];

for (const [text, shown, unheld] of cases) {
  Deno.test(`unheldNumbers() finds ${unheld.length} in "${text}" over ${shown}`, () => {
    assert.deepEqual(unheldNumbers(notebook(text, shown)), unheld);
  });
}

Deno.test("unheldNumbers() takes an expression for its own cell only", () => {
  const cells = notebook("It takes 594 steps.", "");
  assert.deepEqual(unheldNumbers(cells, { text: [594] }), []);
  assert.deepEqual(unheldNumbers(cells, { code: [594] }), ["text: 594"]);
  assert.deepEqual(unheldNumbers(cells, { text: [594], gone: [1] }), [
    "gone: no such cell, but numbers are listed for it",
  ]);
});

Deno.test("unheldNumbers() takes the points of a short trace, not of a long one", () => {
  const plot = (y: number[]) => ({
    output_type: "display_data",
    data: { "application/vnd.plotly.v1+json": { data: [{ y }] } },
  });
  const [text, code] = notebook("A peak of 0.3.", "");
  const long = Array.from({ length: 100 }, (_, i) => i / 100);
  const held = (y: number[]) =>
    unheldNumbers([text, { ...code, outputs: [plot(y)] }]);
  assert.deepEqual(held([0.1, 0.3]), []);
  assert.deepEqual(held(long), ["text: 0.3"]);
});

Deno.test("unheldNumbers() reads captions and alternative texts", () => {
  const [, code] = notebook("", "1");
  const cell = {
    ...code,
    source: [
      'explore("slopes", {\n  alt: "Figure 3.1. A line at " +\n    "0.7." })',
    ],
    metadata: { tags: ["labels"] },
  };
  assert.deepEqual(unheldNumbers([cell]), ["code: 0.7"]);
});

Deno.test("writtenNumbers() knows how exactly a number is written", () => {
  const [{ value, tolerance }] = writtenNumbers("12.50 %");
  assert.equal(value, 0.125);
  assert(Math.abs(tolerance - 5e-5) < 1e-9);
});
