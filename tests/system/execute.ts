import assert from "assert";
import { join } from "node:path";
import { jupyter } from "../../handouts/jupyter.ts";
import { outputsPromised } from "../../handouts/outputs.ts";
import { type SmallCell, writeNotebook } from "../support/small_notebook.ts";
import { CellError, runNotebook } from "../../handouts/run_notebook.ts";

/** Runs cells as a notebook of their own and returns their outputs. */
async function execute(...sources: string[]) {
  const folder = await Deno.makeTempDir();
  try {
    const cells = sources.map((source, i): SmallCell => [
      `cell-${i + 1}`,
      source,
    ]);
    const notebook = await writeNotebook(folder, "small", cells);
    const executed = join(folder, "executed.ipynb");
    await runNotebook(await jupyter(), notebook, executed, {
      cellSeconds: 5,
      cellBytes: 1e6,
    });
    const result = JSON.parse(await Deno.readTextFile(executed));
    return result.cells.map(({ outputs }: { outputs: unknown[] }) => outputs);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("runNotebook() loses no output and puts each under its own cell", async () => {
  const sources = Array.from({ length: 60 }, (_, i) =>
    [
      `"value ${i}"`,
      `await Promise.resolve("value ${i}")`,
      `console.log("value ${i}")`,
      `await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "value ${i}" }, metadata: {}, transient: {} })`,
      `"value ${i}".padEnd(300_000)`,
    ][i % 5]);
  const outputs = await execute(...sources);
  outputs.forEach((own: unknown[], i: number) => {
    assert.equal(own.length, 1, `cell ${i}`);
    assert.match(JSON.stringify(own), new RegExp(`value ${i}\\b`));
  });
});

Deno.test("runNotebook() names notebook, cell and error when a cell throws", async () => {
  await assert.rejects(
    execute("1 + 1", `throw new RangeError("no such flower")`),
    (error: CellError) =>
      error instanceof CellError &&
      /small\.ipynb, cell cell-2: RangeError: no such flower/.test(
        error.message,
      ),
  );
});

Deno.test("runNotebook() stops a cell that does not end", async () => {
  await assert.rejects(
    execute("while (true);"),
    /cell cell-1: TimeLimit: .* longer than 5 s/,
  );
});

Deno.test("runNotebook() stops a cell that prints without end", async () => {
  await assert.rejects(
    execute(`while (true) console.log("again ".repeat(1000))`),
    /cell cell-1: OutputLimit: .* more than 1000000 bytes/,
  );
});

Deno.test("runNotebook() says which cell ended the kernel", async () => {
  await assert.rejects(execute("1", "Deno.exit(3)"), /cell cell-2: KernelDied/);
});

Deno.test("outputsPromised() counts what a cell shows, and its last value", () => {
  const promised = (source: string) =>
    outputsPromised({ id: "", cell_type: "code", source });
  assert.equal(promised("const a = 1;\na;"), 1);
  assert.equal(promised("const a = 1;"), 0);
  assert.equal(promised("assert.equal(1, 1);"), 0);
  assert.equal(promised("await show(figure, {\n  alt,\n});"), 1);
  assert.equal(promised("await showTable([], []);\n[1, 2];"), 2);
  assert.equal(promised(""), 0);
});
