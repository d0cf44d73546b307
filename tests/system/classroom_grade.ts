import assert from "assert";
import { existsSync } from "node:fs";
import { csvParse } from "d3-dsv";
import { assignmentOf, writeCourse } from "../../classroom/assignment.ts";
import {
  type Cell,
  hasTag,
  lesson,
  lessonNotebooks,
  type Notebook,
  readNotebook,
  textOf,
} from "../../classroom/cells.ts";
import { gradeFolder, tableOf } from "../../classroom/grade.ts";
import { launchChromium } from "../../handouts/browser.ts";
import { executedCells } from "../support/executed.ts";
import { handouts } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { readNotebooks } from "../support/notebooks.ts";
import { download, openPage } from "../support/page.ts";

const [, softmaxPath] = lessonNotebooks("en");
const step2 = await readNotebook(softmaxPath);
const assignment = assignmentOf(step2);
const portuguese = await readNotebook(lessonNotebooks("pt")[1]);

/** A notebook with other texts in some cells, by their ids. */
function answered(notebook: Notebook, texts: Record<string, string>): Notebook {
  const ids = notebook.cells.map(({ id }) => id);
  for (const id of Object.keys(texts)) assert(ids.includes(id), id);
  const cells = notebook.cells.map((cell): Cell => {
    const source = texts[cell.id!];
    return source === undefined ? cell : { ...cell, source };
  });
  return { ...notebook, cells };
}

const SOFTMAX = `(logits) => {
  const top = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - top));
  const total = powers.reduce((a, b) => a + b);
  return powers.map((e) => e / total);
}`;

/** Code that does harm in the exercise on ratios; that on softmax is right. */
const hostile = (code: string) =>
  answered(step2, {
    "try-ratio": `${code}\ncheck("ratio", Math.exp(2));`,
    "try-softmax": `check("softmax", ${SOFTMAX});`,
  });

/** Grades some notebooks, by the place of their file; tells what the table says. */
async function grade(
  notebooks: Record<string, Notebook | string>,
  seconds: number = 20,
) {
  using folder = temporaryFolder();
  for (const [path, notebook] of Object.entries(notebooks)) {
    const isText = typeof notebook === "string";
    const text = isText ? notebook : JSON.stringify(notebook);
    folder.write(`${path}.ipynb`, text);
  }
  const limits = { seconds, megabytes: 256, printed: 100_000 };
  const rows = csvParse(tableOf(await gradeFolder(folder.path, limits)));
  const row = (student: string) => rows.find((row) => row.student === student)!;
  return {
    rows,
    right: (student: string) => row(student).right,
    remark: (student: string) => row(student).remarks,
    /** How many are right, and the points of each exercise. */
    points(student: string) {
      const { right, ratio, softmax, undoSoftmax, temperature } = row(student);
      return [right, ratio, softmax, undoSoftmax, temperature].join(",");
    },
  };
}

Deno.test("deno task grade: eleven hand-ins, five of them hostile", async () => {
  using folder = temporaryFolder();
  const victim = folder.write("victim", "");
  let asked = 0;
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response(String(++asked)),
  );
  const { points, remark } = await grade({
    // As a page saves them, as nbgrader collects them, in folders and beside them.
    "Ana": answered(step2, {
      "try-ratio": 'check("ratio", 7.39);',
      "try-softmax": `check("softmax", ${SOFTMAX});`,
      "try-undo-softmax":
        'check("undoSoftmax", (p: number[]) => p.map(Math.log));',
      "try-temperature":
        'check("temperature", (z, T) => softmax(z.map((x) => x / T)));',
    }),
    "Bruno/02_softmax/02_softmax": answered(assignment, {
      "answer-ratio": "const ratioAnswer = Math.exp(2);",
      "answer-softmax": "const softmaxAnswer = (z) => z.map(Math.exp);",
    }),
    "Carla/softmax": {
      ...step2,
      cells: answered(step2, {
        "try-softmax": 'check("softmax", stable);',
        "try-ratio": 'check("ratio", e2)',
      }).cells.flatMap((cell): Cell[] =>
        cell.id === "try-softmax"
          ? [{ cell_type: "code", source: `const stable = ${SOFTMAX};` }, cell]
          : cell.id === "try-ratio"
          ? [{ cell_type: "code", source: "const e2 = Math.E ** 2" }, cell]
          : [cell]
      ),
    },
    "Fabio": step2,
    "Davi": answered(portuguese, { "try-ratio": 'check("ratio", 2)' }),
    "=Eva": answered(step2, {
      "try-ratio": 'check("ratio", Math.exp(2);',
      "try-softmax": `check("softmax", ${SOFTMAX});`,
    }),
    "endless": hostile("while (true);"),
    "exit": hostile("Deno.exit(0);"),
    "output": hostile(
      'while (true) Deno.stdout.writeSync(new TextEncoder().encode("a".repeat(1e5)));',
    ),
    "network": hostile(
      `await fetch("http://127.0.0.1:${server.addr.port}/");`,
    ),
    "deletion": hostile(`Deno.removeSync(${JSON.stringify(victim)});`),
  }, 4);

  assert.equal(asked, 0);
  assert(existsSync(victim));
  assert.equal(points("Ana"), "4,1,1,1,1");
  assert.equal(points("Bruno"), "1,1,0,,");
  assert.equal(points("Carla"), "2,1,1,,");
  assert.equal(points("Davi"), "0,0,,,");
  assert.equal(points("Fabio"), "0,,,,");
  for (const honest of ["Ana", "Bruno", "Carla", "Davi", "Fabio"]) {
    assert.equal(remark(honest), "", honest);
  }
  assert.equal(points("'=Eva"), "1,0,1,,");
  assert.match(remark("'=Eva"), /^ratio: SyntaxError/);
  for (
    const [student, said] of [
      ["endless", /^ratio: did not end within 4 seconds$/],
      ["exit", /^ratio: ends the process$/],
      ["output", /^ratio: prints more than 100000 characters$/],
      ["network", /^ratio: NotCapable: Requires net access/],
      ["deletion", /^ratio: NotCapable: Requires write access/],
    ] as const
  ) {
    assert.equal(points(student), "1,0,1,,", student);
    assert.match(remark(student), said);
  }
});

Deno.test("deno task grade: what a reader saved from a page", async () => {
  using out = temporaryFolder();
  await executedCells([readNotebooks("en")[1]]);
  await handouts(["02_softmax", "--lang=en", "--out", out.path]);
  await using browser = await launchChromium();
  const file = out.join("en", "02_softmax.html");
  await using opened = await openPage(browser, file);
  const { page } = opened;
  const answer = async (id: string, text: string) => {
    await page.locator(`#${id} .editor`).fill(text);
    await page.locator(`#${id} [name=run]`).click();
    await page.locator(`#${id} .verdict`).waitFor();
  };
  await answer("try-ratio", 'check("ratio", Math.exp(2));');
  await answer("try-softmax", 'check("softmax", (z) => z.map(Math.exp));');
  await answer(
    "try-temperature",
    `const answer = (z: number[], T: number) => softmax(z.map((x) => x / T));
check("temperature", answer);`,
  );
  const saved = await download(page, "[name=save-answers]");
  const { points, remark } = await grade({ "Ana": saved });
  assert.equal(points("Ana"), "2,1,0,,1");
  assert.equal(remark("Ana"), "");
});

Deno.test("deno task grade: nobody can print a verdict, or teach the language to give one", async () => {
  const wrong = 'check("ratio", 3);';
  const forged = {
    "printed": 'console.log("\\nright \\"ratio\\"");',
    "overheard":
      `const { writeSync } = Deno.stdout; Deno.stdout.writeSync = (bytes) => writeSync.call(Deno.stdout, new TextEncoder().encode(new TextDecoder().decode(bytes).replace("wrong", "right")));
TextEncoder.prototype.encode = (text) => Uint8Array.from(text.replace("wrong", "right"), (c) => c.charCodeAt(0));`,
    "json": 'JSON.stringify = () => "\\"softmax\\"";',
    "prototype": "Object.prototype.toJSON = () => 1;",
    "math": "Math.abs = () => 0;",
    "whole": "globalThis.Math = { abs: () => 0 };",
    "equal": "Object.is = () => true; Array.prototype.every = () => true;",
    "import":
      'const own = await import("@lesson/cross-entropy/notebook"); own.check = () => ({ right: true });',
    "input": "console.log(await new Response(Deno.stdin.readable).text());",
    "helper": "var check = () => ({ right: true });",
  };
  const { rows } = await grade(Object.fromEntries(
    Object.entries(forged).map(([name, code]) => [
      name,
      answered(step2, { "try-ratio": `${code}\n${wrong}` }),
    ]),
  ));
  for (const { student, right } of rows) assert.equal(right, "0", student);
  assert.equal(rows.length, Object.keys(forged).length);
});

Deno.test("deno task grade: memory, children, late failures and files that are no notebooks", async () => {
  const { right, remark } = await grade({
    "arrays": hostile("const all = []; while (true) all.push([...'1234567']);"),
    "bytes": hostile(
      "const all = []; while (true) all.push(new Uint8Array(1e7).fill(1));",
    ),
    "child": hostile('new Deno.Command("/bin/ls").outputSync();'),
    "import": hostile(
      'await new Function("return import(\\"https://esm.sh/left-pad\\")")();',
    ),
    "module": hostile('await import("node:fs");'),
    "late": hostile('Promise.reject(new Error("left alone"));'),
    "timer": hostile("setTimeout(() => Deno.exit(0), 1); await 0;"),
    "broken": '{"cells": [',
    "other": "[]",
    // Memory fills slowly on a busy machine.
  }, 60);
  assert.match(remark("arrays"), /needs more than 256 MB/);
  assert.match(remark("bytes"), /needs more than 256 MB/);
  assert.match(remark("child"), /Requires run access/);
  assert.match(remark("import"), /esm\.sh/);
  assert.match(remark("timer"), /ends the process/);
  assert.match(remark("module"), /^ratio: .*node:fs/);
  assert.match(remark("late"), /^ratio: .*left alone/);
  assert.equal(remark("broken"), "broken.ipynb is not a notebook");
  assert.equal(remark("other"), "other.ipynb is not a notebook");
  for (const student of ["arrays", "bytes", "child", "import", "timer"]) {
    assert.equal(right(student), "1", student);
  }
  assert.equal(right("late"), "2");
});

Deno.test("deno task assignment: no solution, and each exercise in two cells", async () => {
  using folder = temporaryFolder();
  for (const language of ["en", "pt"]) {
    const files = await writeCourse(folder.path, language);
    const originals = lessonNotebooks(language);
    assert.equal(files.length, originals.length);
    for (const [i, file] of files.entries()) {
      const { cells } = await readNotebook(file);
      const original = (await readNotebook(originals[i])).cells;
      assert(!cells.some((cell) => hasTag(cell, "solution")));
      const exercises = original.filter((cell) => hasTag(cell, "exercise"));
      const parts = (solution: boolean) =>
        cells.filter(({ metadata }) =>
          (metadata?.nbgrader as { solution?: boolean })?.solution ===
            solution
        );
      assert(exercises.length >= 2);
      assert.equal(parts(true).length, exercises.length);
      assert.equal(parts(false).length, exercises.length);
      assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
      for (const cell of parts(true)) {
        assert.match(textOf(cell), /^const \w+Answer = undefined;$/);
      }
    }
  }
  const config = await Deno.readTextFile(folder.join("deno.json"));
  assert.deepEqual(JSON.parse(config).links, [lesson]);
});
