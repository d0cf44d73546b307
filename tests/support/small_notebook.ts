import { join } from "node:path";

/** A cell of a small notebook: Markdown when its text begins with #, else code. */
export type SmallCell = [id: string, source: string, ...tags: string[]];

/** Writes a notebook for a test, and returns its path. */
export async function writeNotebook(
  folder: string,
  name: string,
  cells: readonly SmallCell[],
): Promise<string> {
  const path = join(folder, `${name}.ipynb`);
  const notebook = {
    cells: cells.map(([id, source, ...tags]) => ({
      id,
      source: [source],
      metadata: { tags },
      ...(source.startsWith("#")
        ? { cell_type: "markdown" }
        : { cell_type: "code", outputs: [], execution_count: null }),
    })),
    metadata: {
      kernelspec: {
        name: "deno",
        display_name: "Deno",
        language: "typescript",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  return path;
}
