import assert from "assert";
import { basename } from "node:path";
import {
  FORMULA,
  type NotebookCell,
  readNotebooks,
  textOf,
} from "../support/notebooks.ts";
import { differences, hashOf } from "../support/translation.ts";

const english = readNotebooks("en");
const portuguese = readNotebooks("pt");

Deno.test("the lesson has the same notebooks in Portuguese", () => {
  const names = ({ path }: { path: string }) => basename(path);
  assert.deepEqual(portuguese.map(names), english.map(names));
});

for (const [i, { path, cells }] of portuguese.entries()) {
  Deno.test(`${path} says what the English notebook says now`, async () => {
    const found = await differences(english[i].cells, cells);
    assert.deepEqual(found, [], found.join("\n"));
  });

  Deno.test(`${path} speaks Portuguese and no English`, () => {
    const markdown = cells.filter((cell) => cell.cell_type === "markdown");
    for (const cell of markdown) {
      const prose = textOf(cell).replaceAll(FORMULA, "")
        .replaceAll(/`[^`]+`|\]\([^)]+\)/g, "");
      assert.doesNotMatch(
        // English names in italics, and titles with their year, stay English.
        prose.replaceAll(/_[^_]+_|“[^”]+” \(\d{4}\)/g, ""),
        /(?<!\p{L})(the|and|of|is|with|which|that|Predict|Solution)(?!\p{L})/u,
        cell.id,
      );
      const formulas = textOf(cell).match(FORMULA) ?? [];
      for (const text of [prose, ...formulas]) {
        assert.doesNotMatch(
          text.replaceAll(/(?:Figura|Tabela) \d\.\d+/g, ""),
          /\d\.\d/,
          `${cell.id}: a decimal point`,
        );
      }
    }
  });
}

/** A notebook of one cell of each kind, and its translation. */
async function pair(): Promise<[NotebookCell[], NotebookCell[]]> {
  const text =
    "## How many?\n\nIt is 0.5, and $p_{\\text{old}} = 1$ of [`x`](a.md).";
  const label = 'await show(plot, { alt: "A line to 0.5" });';
  const texto =
    "## Quantos?\n\nÉ 0,5, e $p_{\\text{velho}} = 1$ de [`x`](a.md).";
  const legenda =
    'await show(plot, {\n  alt: "Uma linha " +\n    "até 0,5",\n});';
  const cell = (
    id: string,
    cell_type: NotebookCell["cell_type"],
    source: string,
    metadata: NotebookCell["metadata"] = {},
  ) => ({ id, cell_type, source: [source], metadata });
  const code = cell("code", "code", "x + 1;");
  const tags = ["labels"];
  const [ofText, ofLabel] = [await hashOf(text), await hashOf(label)];
  return [[
    cell("text", "markdown", text),
    cell("label", "code", label, { tags }),
    code,
  ], [
    cell("text", "markdown", texto, { translates: ofText }),
    cell("label", "code", legenda, { tags, translates: ofLabel }),
    code,
  ]];
}

Deno.test("differences() finds none between a notebook and a true translation", async () => {
  assert.deepEqual(await differences(...await pair()), []);
});

/** What may go wrong in a translation: how, and what is said of it. */
const faults: Record<
  string,
  [(pt: NotebookCell[], en: NotebookCell[]) => unknown, RegExp]
> = {
  "a cell that is missing": [(pt) => pt.pop(), /^3 cells, and 2 translated$/],
  "another order": [(pt) => pt.reverse(), /^text: not in its place$/],
  "another id": [change(1, { id: "other" }), /^label: not in/],
  "another type": [
    change(2, { cell_type: "markdown" }),
    /^code: another type$/,
  ],
  "other tags": [
    change(2, { metadata: { tags: ["check"] } }),
    /^code: other tags$/,
  ],
  "other code": [edit(2, "1", "2"), /^code: other code$/],
  "other code around labels": [edit(1, "plot", "other"), /^label: other code$/],
  "another formula": [edit(0, "= 1", "= 2"), /^text: another formula$/],
  "another heading level": [edit(0, "## ", "### "), /^text: other headings$/],
  "other code in the text": [
    edit(0, "`x`", "`y`"),
    /^text: other code in the text$/,
  ],
  "another link": [edit(0, "a.md", "b.md"), /^text: another link$/],
  "another number": [
    edit(0, "0,5", "0,6"),
    /^text: other numbers: 0\.5, and 0\.6$/,
  ],
  "another number in a label": [
    edit(1, "0,5", "0,6"),
    /^label: other numbers/,
  ],
  "English that has changed since": [
    (_, en) => edit(0, "many", "much")(en),
    /^text: the English is not what was translated; .* "translates": "[0-9a-f]{12}"$/,
  ],
};

for (const [what, [spoil, message]] of Object.entries(faults)) {
  Deno.test(`differences() names the cell when there is ${what}`, async () => {
    const [en, pt] = await pair();
    spoil(pt, en);
    const [first] = await differences(en, pt);
    assert.match(first, message);
  });
}

function change(i: number, part: Partial<NotebookCell>) {
  return (cells: NotebookCell[]) => cells[i] = { ...cells[i], ...part };
}

function edit(i: number, from: string, to: string) {
  return (cells: NotebookCell[]) => {
    const text = textOf(cells[i]);
    assert(text.includes(from));
    change(i, { source: [text.replace(from, to)] })(cells);
  };
}
