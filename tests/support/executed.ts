import { dirname, join } from "node:path";
import { executeNotebooks } from "../../handouts/execute.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { readCells } from "../../handouts/notebook.ts";
import { type Notebook, root } from "./notebooks.ts";
import type { ExecutedCell } from "./numbers.ts";

/**
 * Runs notebooks from top to bottom, several side by side.
 *
 * @returns The cells of each, with their outputs, by the notebook's path.
 */
export async function executedCells(
  notebooks: readonly Notebook[],
): Promise<Map<string, ExecutedCell[]>> {
  const jobs = notebooks.map((notebook) => ({
    notebook,
    folder: join(root, dirname(notebook.path)),
    cells: readCells(join(root, notebook.path)),
  }));
  const executed = new Map<string, ExecutedCell[]>();
  for await (const [job, result] of executeNotebooks(await jupyter(), jobs)) {
    const { path, cells } = job.notebook;
    if (result instanceof Error) throw new Error(`${path}: ${result.message}`);
    const outputs = result.values();
    executed.set(
      path,
      cells.map((cell) => ({
        ...cell,
        outputs: cell.cell_type === "code" ? outputs.next().value! : [],
      })),
    );
  }
  return executed;
}
