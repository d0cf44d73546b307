import assert from "assert";
import { CellError, executeNotebooks } from "../../handouts/execute.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { temporaryFolder } from "../support/folder.ts";
import { cell } from "../support/handout.ts";

/** Executes notebooks side by side; returns their outputs, or why they failed. */
async function executeAll(notebooks: string[][], options = {}) {
  using folder = temporaryFolder();
  const jobs = notebooks.map((sources) => ({
    folder: folder.path,
    cells: sources.map((source, i) => cell(source, { id: `cell-${i + 1}` })),
  }));
  const results = new Map(
    await Array.fromAsync(executeNotebooks(await jupyter(), jobs, options)),
  );
  return jobs.map((job) => results.get(job)!);
}

Deno.test("executeNotebooks() loses no output and puts each under its own cell", async () => {
  const sources = Array.from({ length: 60 }, (_, i) =>
    [
      `"value ${i}"`,
      `await Promise.resolve("value ${i}")`,
      `console.log("value ${i}")`,
      `await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "value ${i}" }, metadata: {}, transient: {} })`,
      `"value ${i}".padEnd(300_000)`,
    ][i % 5]);
  for (const outputs of await executeAll([sources, sources, sources])) {
    assert(Array.isArray(outputs), String(outputs));
    assert.equal(outputs.length, sources.length);
    outputs.forEach((own, i) => {
      assert.equal(own.length, 1, `cell ${i}`);
      assert.match(JSON.stringify(own), new RegExp(`value ${i}\\b`));
    });
  }
});

Deno.test("executeNotebooks() accepts a cell however it ends, and joins what it prints", async () => {
  const silent = [
    "const a = 1;",
    "[1, 2].forEach((x) => x);",
    "a; // a comment\nundefined;",
    "try { a } catch { }\nnull;",
    "switch (a) { case 2: break }",
    "do {} while (false);",
    "{ const inner = 2; }",
    "async function f() {}",
    "(() => {})();",
    "await Promise.resolve();",
    "",
    "// nothing",
    "const text = `\nat the margin\n`;",
  ];
  const printing =
    `for (let i = 0; i < 9; i++) console.log(i); Deno.exitCode = 0; void 0`;
  const [outputs] = await executeAll([[...silent, printing]]);
  assert(Array.isArray(outputs), String(outputs));
  assert.deepEqual(outputs.slice(0, silent.length).flat(), []);
  const [{ text }] = outputs.at(-1)!;
  assert.equal(text, "0\n1\n2\n3\n4\n5\n6\n7\n8\n");
});

Deno.test("executeNotebooks() keeps characters that some programs take for the end of a line", async () => {
  const text = "a\u2028b\u2029c\u0085d";
  const [outputs] = await executeAll([[
    `console.log(${JSON.stringify(text)})`,
  ]]);
  assert.deepEqual(outputs, [
    [{ output_type: "stream", name: "stdout", text: `${text}\n` }],
  ]);
});

Deno.test("executeNotebooks() updates an output of an earlier cell, and clears outputs", async () => {
  const show = (kind: string, text: string) =>
    `await Deno.jupyter.broadcast("${kind}", { data: { "text/plain": "${text}" }, metadata: {}, transient: { display_id: "one" } });`;
  const [outputs] = await executeAll([[
    show("display_data", "before"),
    show("update_display_data", "after"),
    `console.log("old"); await Deno.jupyter.broadcast("clear_output", { wait: false }); console.log("new");`,
  ]]);
  assert(Array.isArray(outputs), String(outputs));
  assert.equal(outputs[0][0].data!["text/plain"], "after");
  assert.deepEqual(outputs[1], []);
  assert.deepEqual(outputs[2].map(({ text }) => text), ["new\n"]);
});

Deno.test("executeNotebooks() names the cell and the error of each notebook that fails, and finishes the others", async () => {
  const cases: [sources: string[], message: RegExp][] = [
    [
      ["1 + 1", `throw new RangeError("no such flower")`],
      /^cell cell-2: RangeError: no such flower/,
    ],
    [["while (true);"], /^cell cell-1: TimeLimit: .* longer than 5 s/],
    [
      [`while (true) console.log("again ".repeat(1000))`],
      /^cell cell-1: OutputLimit: .* more than 1000000 bytes/,
    ],
    [["1", "Deno.exit(3)"], /^cell cell-2: KernelDied/],
    [["const = 1"], /^cell cell-1: \w+: .*an error of syntax/],
    [
      [
        "setTimeout(() => { throw new RangeError('late') }, 200);",
        "await new Promise((resolve) => setTimeout(resolve, 1000));",
      ],
      /^cell cell-2: RangeError: late \(thrown late/,
    ],
    [
      ["void Promise.reject(new RangeError('refused'));", "1"],
      /^cell cell-\d: RangeError: refused \(thrown late/,
    ],
    [
      ["({ [Symbol.for('Jupyter.display')]() { throw new Error('no') } })"],
      /^cell cell-1: Error: no/,
    ],
  ];
  const notebooks = [...cases.map(([sources]) => sources), ["40 + 2"]];
  const limits = { cellSeconds: 5, cellBytes: 1e6 };
  const results = await executeAll(notebooks, limits);
  cases.forEach(([, message], i) => {
    const result = results[i];
    assert(result instanceof CellError, String(message));
    assert.match(result.message, message);
    assert.doesNotMatch(result.message, /Traceback|\.py/);
  });
  const last = results.at(-1)!;
  assert(Array.isArray(last));
  assert.equal(last[0][0].data!["text/plain"], "42");
});
