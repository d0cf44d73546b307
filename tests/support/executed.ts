import { dirname, join } from "node:path";
import { Cache } from "../../handouts/cache.ts";
import { executeNotebooks } from "../../handouts/execute.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { KeptOutputs } from "../../handouts/kept_outputs.ts";
import { libraryKey } from "../../handouts/keys.ts";
import { readCells } from "../../handouts/notebook.ts";
import { root } from "./folder.ts";
import { type Notebook, readNotebooks } from "./notebooks.ts";
import type { ExecutedCell } from "./numbers.ts";

/**
 * Runs notebooks, or all of the lesson, from top to bottom, several side by side,
 * except those whose outputs `deno task handouts` or another test has kept.
 *
 * @returns The cells of each, with their outputs, by the notebook's path.
 */
export async function executedCells(
  notebooks: readonly Notebook[] = readNotebooks(),
): Promise<Map<string, ExecutedCell[]>> {
  const folder = join(root, "handouts", "cache");
  await Deno.mkdir(folder, { recursive: true });
  // Of tests that want them at once, the first executes and the others wait.
  using lock = await Deno.open(join(folder, "lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true);

  const kept = new KeptOutputs(root, new Cache(folder), libraryKey(root));
  const executed = new Map<string, ExecutedCell[]>();
  const toExecute = [];
  for (const notebook of notebooks) {
    const path = join(root, notebook.path);
    const job = { notebook, folder: dirname(path), cells: readCells(path) };
    const outputs = kept.read(path, job.cells);
    if (outputs) executed.set(notebook.path, withOutputs(notebook, outputs));
    else toExecute.push(job);
  }
  if (toExecute.length === 0) return executed;
  const results = executeNotebooks(await jupyter(), toExecute);
  for await (const [{ notebook, cells }, result] of results) {
    const { path } = notebook;
    if (result instanceof Error) throw new Error(`${path}: ${result.message}`);
    await kept.write(join(root, path), cells, result);
    executed.set(path, withOutputs(notebook, result));
  }
  return executed;
}

function withOutputs(
  { cells }: Notebook,
  outputs: ExecutedCell["outputs"][],
): ExecutedCell[] {
  const next = outputs.values();
  return cells.map((cell) => ({
    ...cell,
    outputs: cell.cell_type === "code" ? next.next().value! : [],
  }));
}
