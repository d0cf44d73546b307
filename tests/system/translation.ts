import assert from "assert";
import { basename } from "node:path";
import {
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
      const prose = textOf(cell)
        .replaceAll(/\$\$[^$]+\$\$|\$[^$\n]+\$|`[^`]+`|\]\([^)]+\)/g, "");
      assert.doesNotMatch(
        // English names in italics, and titles with their year, stay English.
        prose.replaceAll(/_[^_]+_|“[^”]+” \(\d{4}\)/g, ""),
        /(?<!\p{L})(the|and|of|is|with|which|that|Predict|Solution)(?!\p{L})/u,
        cell.id,
      );
      const formulas = textOf(cell).match(/\$\$[^$]+\$\$|\$[^$\n]+\$/g) ?? [];
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
  const text = "## How many?\n\nIt is 0.5, and $p_{\\text{old}} = 1$ of `x`.";
  const label = 'await show(plot, { alt: "A line to 0.5" });';
  const cells = [
    { id: "text", cell_type: "markdown", source: [text], metadata: {} },
    {
      id: "label",
      cell_type: "code",
      source: [label],
      metadata: { tags: ["labels"] },
    },
    { id: "code", cell_type: "code", source: ["x + 1;"], metadata: {} },
  ] as const;
  return [[...cells], [
    {
      ...cells[0],
      source: [
        "## Quantos?\n\nÉ 0,5, e $p_{\\text{velho}} = 1$ de `x`.",
      ],
      metadata: { translates: await hashOf(text) },
    },
    {
      ...cells[1],
      source: [
        'await show(plot, {\n  alt: "Uma linha " +\n    "até 0,5",\n});',
      ],
      metadata: { tags: ["labels"], translates: await hashOf(label) },
    },
    cells[2],
  ]];
}

Deno.test("differences() finds none between a notebook and a true translation", async () => {
  assert.deepEqual(await differences(...await pair()), []);
});

/** What may go wrong in a translation: how, and what is said of it. */
const faults: [
  string,
  (english: NotebookCell[], portuguese: NotebookCell[]) => void,
  RegExp,
][] = [
  [
    "a cell that is missing",
    (_, pt) => pt.pop(),
    /^3 cells, and 2 translated$/,
  ],
  ["another order", (_, pt) => pt.reverse(), /^text: not in its place$/],
  ["another id", (_, pt) => change(pt, 1, { id: "other" }), /^label: not in/],
  [
    "another type",
    (_, pt) => change(pt, 2, { cell_type: "markdown" }),
    /^code: another type$/,
  ],
  [
    "other tags",
    (_, pt) => change(pt, 2, { metadata: { tags: ["check"] } }),
    /^code: other tags$/,
  ],
  ["other code", (_, pt) => edit(pt, 2, "1", "2"), /^code: other code$/],
  [
    "other code around labels",
    (_, pt) => edit(pt, 1, "plot", "other"),
    /^label: other code$/,
  ],
  [
    "another formula",
    (_, pt) => edit(pt, 0, "= 1", "= 2"),
    /^text: another formula$/,
  ],
  [
    "another heading level",
    (_, pt) => edit(pt, 0, "## ", "### "),
    /^text: other headings$/,
  ],
  [
    "other code in the text",
    (_, pt) => edit(pt, 0, "`x`", "`y`"),
    /^text: other code in the text$/,
  ],
  [
    "another number",
    (_, pt) => edit(pt, 0, "0,5", "0,6"),
    /^text: other numbers: 0\.5, and 0\.6$/,
  ],
  [
    "another number in a label",
    (_, pt) => edit(pt, 1, "0,5", "0,6"),
    /^label: other numbers/,
  ],
  [
    "English that has changed since",
    (en) => edit(en, 0, "many", "much"),
    /^text: the English is not what was translated; .* "translates": "[0-9a-f]{12}"$/,
  ],
];

for (const [what, spoil, message] of faults) {
  Deno.test(`differences() names the cell when there is ${what}`, async () => {
    const [en, pt] = await pair();
    spoil(en, pt);
    const [first] = await differences(en, pt);
    assert.match(first, message);
  });
}

function change(
  cells: NotebookCell[],
  i: number,
  part: Partial<NotebookCell>,
): void {
  cells[i] = { ...cells[i], ...part };
}

function edit(
  cells: NotebookCell[],
  i: number,
  from: string,
  to: string,
): void {
  const text = textOf(cells[i]);
  assert(text.includes(from));
  change(cells, i, { source: [text.replace(from, to)] });
}
