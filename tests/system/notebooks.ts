import assert from "assert";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type NotebookCell,
  readNotebooks,
  root,
  run,
  textOf,
} from "../support/notebooks.ts";

const notebooks = [...readNotebooks("en"), ...readNotebooks("pt")];

Deno.test("the lesson has seven notebooks, in order", () => {
  assert.deepEqual(
    readNotebooks("en").map(({ path }) => path.match(/(\d\d)_\w+\.ipynb$/)![1]),
    ["01", "02", "03", "04", "05", "06", "07"],
  );
});

for (const notebook of notebooks) {
  const { path, cells } = notebook;
  const code = cells.filter((cell) => cell.cell_type === "code");
  const markdown = cells.filter((cell) => cell.cell_type === "markdown");

  Deno.test(`${path} is a notebook for the Deno kernel, in format 4.5`, () => {
    assert.deepEqual([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
    assert.equal(notebook.metadata.kernelspec.name, "deno");
  });

  Deno.test(`${path} holds no outputs and no execution counts`, () => {
    for (const cell of code) {
      assert.deepEqual(
        [cell.outputs, cell.execution_count],
        [[], null],
        cell.id,
      );
    }
  });

  Deno.test(`${path} names each cell readably and once`, () => {
    const ids = cells.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  Deno.test(`${path} has one title, and questions under it`, () => {
    const [title, ...rest] = markdown.flatMap((cell) =>
      (textOf(cell).match(/^#+ .*/gm) ?? []).map((heading) => {
        const kind = cell.id.split("-")[0];
        return { kind, heading };
      })
    );
    assert.match(title.heading, /^# \d\. /);
    for (const { kind, heading } of rest) {
      if (kind === "exercise") assert.match(heading, /^### /);
      else if (kind === "solution") {
        assert.match(heading, /^#### (Solution|Solução): /);
      } else assert.match(heading, /^## /);
    }
    assert(rest.length >= 5);
  });

  Deno.test(`${path} has two to four exercises, each with a solution that JupyterLab folds`, () => {
    const tries = code.filter(({ id }) => id.startsWith("try-"));
    assert(tries.length >= 2 && tries.length <= 4);
    for (const cell of tries) {
      const at = cells.indexOf(cell);
      const [before, heading, text, solution] = [-1, 1, 2, 3]
        .map((i) => cells[at + i]);
      const name = cell.id.slice("try-".length);
      assert.deepEqual(
        [before, heading, text, solution].map(({ id }) => id),
        [
          `exercise-${name}`,
          `solution-${name}-heading`,
          `solution-${name}-text`,
          `solution-${name}`,
        ],
      );
      const [, called] = textOf(cell).match(/^check\("(\w+)", undefined\);$/)!;
      const answered = new RegExp(`^check\\(\\s*"${called}"`, "m");
      assert.match(textOf(solution), answered);
      assert(heading.metadata["jp-MarkdownHeadingCollapsed"]);
      for (const part of [heading, text, solution]) {
        assert.deepEqual(part.metadata.tags, ["solution"]);
      }
    }
  });

  Deno.test(`${path} imports in its first code cell only`, () => {
    assert.equal(code[0].id, "imports");
    const language = path.split("/").at(-2);
    assert(textOf(code[0]).endsWith(`\n\nsetLanguage("${language}");`));
    for (const cell of code.slice(1)) {
      assert.doesNotMatch(textOf(cell), /^import\b/m, cell.id);
    }
  });

  Deno.test(`${path} has short code cells without comments`, () => {
    for (const cell of code.slice(1)) {
      assert(
        cell.source.length <= 15,
        `${cell.id}: ${cell.source.length} lines`,
      );
      const wide = cell.source.find((line) => line.trimEnd().length > 80);
      assert.equal(wide, undefined, cell.id);
      assert.doesNotMatch(textOf(cell), /(^|\s)\/[/*]/, cell.id);
    }
  });

  Deno.test(`${path} has about as much prose as code`, () => {
    const ratio = markdown.length / code.length;
    assert(
      ratio > 0.7 && ratio < 1.5,
      `${markdown.length} to ${code.length} cells`,
    );
  });

  Deno.test(`${path} shows each figure with a caption and alternative text`, () => {
    for (
      const cell of code.filter((cell) =>
        /\b(show|explore)\(/.test(textOf(cell))
      )
    ) {
      if (cell.id === "imports") continue;
      assert.match(textOf(cell), /\bcaption:/, cell.id);
      assert.match(textOf(cell), /\balt:/, cell.id);
      assert(cell.metadata.tags?.includes("labels"), cell.id);
    }
  });

  // deno fmt would take such a line for an item of a list.
  Deno.test(`${path} has no formula with a line that begins with +, - or *`, () => {
    for (const cell of markdown) {
      for (const [formula] of textOf(cell).matchAll(/\$\$[^$]*\$\$/g)) {
        assert.doesNotMatch(formula, /^\s*[-+*]/m, cell.id);
      }
    }
  });

  Deno.test(`${path} links to files that exist`, () => {
    for (const cell of markdown) {
      for (const [, link] of textOf(cell).matchAll(/\]\(([^)]+)\)/g)) {
        if (link.startsWith("https:")) continue;
        assert(
          existsSync(join(root, dirname(path), link)),
          `${cell.id}: ${link}`,
        );
      }
    }
  });

  Deno.test(`${path} is formatted`, () => isFormatted(path));

  // Of a translation another test says that it has the same code and numbers.
  if (!dirname(path).endsWith("en")) continue;

  Deno.test(`${path} states no number that its code does not hold`, () => {
    const held = code.flatMap((cell) => numbersIn(codeOf(cell)));
    for (const cell of cells) {
      for (const number of numbersIn(statementsOf(cell))) {
        if (years.includes(number) || isSmallCount(number)) continue;
        const found = held.some((other) => roundsTo(other, number));
        assert(found, `${cell.id}: ${number}`);
      }
    }
  });

  // The kernel checks no types, and deno check and deno lint read no .ipynb: so
  // the cells are joined to a module that stands where the notebook stands.
  Deno.test(`${path} passes deno check and deno lint`, async () => {
    const module = join(root, path.replace(".ipynb", `.${Deno.pid}.ts`));
    await Deno.writeTextFile(module, code.map(textOf).join("\n\n") + "\n");
    try {
      for (const command of ["check", "lint"]) {
        const { code, said } = await run(Deno.execPath(), [command, module]);
        assert.equal(code, 0, said);
      }
    } finally {
      await Deno.remove(module);
    }
  });
}

/**
 * Deno 2.9.6's fmt --check calls every notebook unformatted that it has not
 * formatted itself: so a copy is formatted, and compared.
 */
async function isFormatted(path: string): Promise<void> {
  const folder = await Deno.makeTempDir({ dir: join(root, "notebooks") });
  try {
    const copy = join(folder, "copy.ipynb");
    await Deno.copyFile(join(root, path), copy);
    const { code, said } = await run(Deno.execPath(), ["fmt", copy]);
    assert.equal(code, 0, said);
    const formatted = await Deno.readTextFile(copy);
    assert(formatted === await Deno.readTextFile(join(root, path)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Years of sources, which no code can hold. */
const years = ["1930", "1936"];

/** A string literal of a label, in which no string is nested. */
const STRING = /"(?:[^"\\]|\\.)*"/g;

/** What a cell computes with and asserts: its code, but for the words of plots. */
function codeOf(cell: NotebookCell): string {
  return isLabel(cell) ? textOf(cell).replaceAll(STRING, "") : textOf(cell);
}

/**
 * What a cell states: its prose, without links and without what is left open to
 * predict, or the words of its plot.
 */
function statementsOf(cell: NotebookCell): string {
  if (cell.cell_type === "code") {
    return isLabel(cell) ? (textOf(cell).match(STRING) ?? []).join(" ") : "";
  }
  return textOf(cell).replaceAll(/\]\([^)]*\)/g, "")
    .split("\n\n")
    .filter((paragraph) => !paragraph.startsWith("**Predict"))
    .join("\n\n");
}

function isLabel(cell: NotebookCell): boolean {
  return cell.metadata.tags?.includes("labels") ?? false;
}

function numbersIn(text: string): string[] {
  return text.match(/(?<![\w.])\d+(\.\d+)?(e-?\d+)?/g) ?? [];
}

/** Counts of things, steps and classes, which a reader sees at a glance. */
function isSmallCount(number: string): boolean {
  return !number.includes(".") && Number(number) <= 12;
}

/** Whether a number, written with the decimals of another, is that other. */
function roundsTo(number: string, other: string): boolean {
  if (Number(number) === Number(other)) return true;
  const decimals = other.split(".")[1]?.length ?? 0;
  return !other.includes("e") && Number(number).toFixed(decimals) === other;
}
