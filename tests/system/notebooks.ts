import assert from "assert";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "../support/command.ts";
import { root, temporaryFolder } from "../support/folder.ts";
import {
  hasTag,
  type NotebookCell,
  readNotebooks,
  textOf,
} from "../support/notebooks.ts";

const notebooks = readNotebooks();

Deno.test("the lesson has eight notebooks, in order", () => {
  assert.deepEqual(
    readNotebooks("en").map(({ path }) => path.match(/(\d\d)_\w+\.ipynb$/)![1]),
    ["01", "02", "03", "04", "05", "06", "07", "08"],
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
    for (const { id, outputs, execution_count } of code) {
      assert.deepEqual([outputs, execution_count], [[], null], id);
    }
  });

  Deno.test(`${path} names each cell readably and once`, () => {
    const ids = cells.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  Deno.test(`${path} has one title, and questions under it`, () => {
    const [title, ...rest] = markdown.flatMap((cell) =>
      (textOf(cell).match(/^#+ .*/gm) ?? [])
        .map((heading) => ({ kind: cell.id.split("-")[0], heading }))
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
      assert.equal(before.id, `exercise-${name}`);
      assert.equal(heading.id, `solution-${name}-heading`);
      assert.equal(text.id, `solution-${name}-text`);
      assert.equal(solution.id, `solution-${name}`);
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

  Deno.test(`${path} says under its title how it runs in Jupyter, which no page shows`, () => {
    assert.equal(cells[1].id, "running");
    assert(hasTag(cells[1], "jupyter"));
    assert.match(textOf(cells[1]), /`deno task kernel`/);
  });

  // Words of figures would give them away; a page folds such code itself.
  Deno.test(`${path} folds code whose words tell a result`, () => {
    for (const cell of code) {
      assert.equal(
        cell.metadata.jupyter?.source_hidden ?? false,
        hasTag(cell, "labels") && hasTag(cell, "result"),
        cell.id,
      );
    }
  });

  Deno.test(`${path} has short code cells without comments`, () => {
    for (const cell of code.slice(1)) {
      const { length } = cell.source;
      assert(length <= 15, `${cell.id}: ${length} lines`);
      const wide = cell.source.find((line) => line.trimEnd().length > 80);
      assert.equal(wide, undefined, cell.id);
      assert.doesNotMatch(textOf(cell), /(^|\s)\/[/*]/, cell.id);
    }
  });

  Deno.test(`${path} has about as much prose as code`, () => {
    const prose = markdown.filter((cell) => !hasTag(cell, "jupyter")).length;
    const ratio = prose / code.length;
    assert(ratio > 0.7 && ratio < 1.5, `${prose} to ${code.length} cells`);
  });

  Deno.test(`${path} shows each figure with a caption and alternative text`, () => {
    for (const cell of code.slice(1)) {
      const text = textOf(cell);
      if (!/\b(show|showTable|explore)\(/.test(text)) continue;
      assert.match(text, /\bcaption:/, cell.id);
      if (!/\bshowTable\(/.test(text)) assert.match(text, /\balt:/, cell.id);
      assert(hasTag(cell, "labels"), cell.id);
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
        const file = join(root, dirname(path), link);
        assert(existsSync(file), `${cell.id}: ${link}`);
      }
    }
  });

  Deno.test(`${path} gives no answer away: its lesson asserts nothing`, () => {
    for (const cell of code) {
      assert.doesNotMatch(textOf(cell), /\bassert\b/, cell.id);
    }
  });

  Deno.test(`${path} asks for predictions, and marks what their results are`, () => {
    const isResult = (cell?: NotebookCell) => hasTag(cell, "result");
    assert(cells.filter((cell) => hasTag(cell, "predict")).length >= 2);
    for (const [i, cell] of cells.entries()) {
      const asks = /^\*\*(Predict|Preveja):\*\*/m.test(textOf(cell));
      assert.equal(asks, hasTag(cell, "predict"), cell.id);
      if (asks) {
        const last = textOf(cell).split("\n\n").at(-1)!;
        assert.match(last, /^\*\*(Predict|Preveja):\*\*/, cell.id);
        assert(isResult(cells[i + 1]), `${cell.id}: no result`);
      }
      if (isResult(cell)) {
        const before = cells[i - 1];
        assert(isResult(before) || hasTag(before, "predict"), cell.id);
      }
    }
  });

  Deno.test(`${path} numbers its figures and tables in order`, () => {
    const step = Number(textOf(cells[0]).match(/^# (\d)\. /)![1]);
    for (const kind of ["(?:Figure|Figura)", "(?:Table|Tabela)"]) {
      const caption = RegExp(`"${kind} (\\d)\\.(\\d+)\\. `, "g");
      const numbers = [...code.map(textOf).join("\n").matchAll(caption)]
        .map(([, of, number]) => [of, number].map(Number));
      const counted = numbers.map((_, i) => [step, i + 1]);
      assert.deepEqual(numbers, counted);
    }
    for (const cell of code.slice(1)) {
      const calls = textOf(cell).match(/^await (show|explore|showTable)\(/gm);
      const captions = textOf(cell).match(/\b[cC]aption:/g);
      assert.equal(captions?.length, calls?.length, cell.id);
    }
  });

  Deno.test(`${path} says how many minutes it takes`, () => {
    const [, said] = textOf(cells[0]).match(/(\d+) (minutes|minutos)/)!;
    const minutes = Number(said);
    assert(minutes >= 25 && minutes <= 50, `${minutes}`);
  });
}

// Deno 2.9.6's fmt --check calls every notebook unformatted that it has not
// formatted itself: so copies are formatted, and compared.
Deno.test("all notebooks are formatted", async () => {
  using folder = temporaryFolder("notebooks");
  const texts = notebooks.map(({ path }) =>
    Deno.readTextFileSync(join(root, path))
  );
  const copies = texts.map((text, i) => folder.write(`${i}.ipynb`, text));
  await run(Deno.execPath(), ["fmt", folder.path]);
  for (const [i, { path }] of notebooks.entries()) {
    assert(await Deno.readTextFile(copies[i]) === texts[i], path);
  }
});

// The kernel checks no types, and deno check and deno lint read no .ipynb: so the
// cells of each notebook are joined to a module as deep in the project as it stands.
Deno.test("all notebooks pass deno check and deno lint", async () => {
  using folder = temporaryFolder("notebooks");
  for (const { path, cells } of notebooks) {
    const code = cells.filter(({ cell_type }) => cell_type === "code");
    const name = `${basename(dirname(path))}_${basename(path, ".ipynb")}`;
    folder.write(`${name}.ts`, code.map(textOf).join("\n\n") + "\n");
  }
  for (const command of ["check", "lint"]) {
    await run(Deno.execPath(), [command, folder.path]);
  }
});
