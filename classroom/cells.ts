import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The lesson's folder. */
export const lesson = fileURLToPath(new URL("..", import.meta.url));

/** A cell, as far as it is read here. */
export interface Cell {
  readonly id?: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata?: {
    readonly tags?: readonly string[];
    readonly nbgrader?: { readonly grade_id?: string };
    readonly [other: string]: unknown;
  };
  readonly [other: string]: unknown;
}

/** A notebook, as far as it is read here. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly [other: string]: unknown;
}

/**
 * Reads a notebook, whoever wrote it.
 *
 * @throws {SyntaxError} When the file is not a notebook.
 */
export async function readNotebook(path: string): Promise<Notebook> {
  const text = await Deno.readTextFile(path);
  try {
    // Editors on Windows put a mark before the text.
    const notebook = JSON.parse(text.replace(/^\uFEFF/, ""));
    for (const { source, cell_type } of notebook.cells) {
      if (typeof cell_type !== "string" || source?.length === undefined) {
        throw new TypeError("a cell without a type or a source");
      }
    }
    return notebook;
  } catch {
    throw new SyntaxError(`${basename(path)} is not a notebook`);
  }
}

/** The paths of the lesson's notebooks in a language, in order. */
export function lessonNotebooks(language: string): string[] {
  const folder = join(lesson, "notebooks", language);
  return [...Deno.readDirSync(folder)]
    .filter(({ name }) => name.endsWith(".ipynb"))
    .map(({ name }) => join(folder, name))
    .sort();
}

/** The text of a cell. */
export function textOf({ source }: Cell): string {
  return [source].flat().join("");
}

/** Whether a cell carries a tag. */
export function hasTag({ metadata }: Cell, tag: string): boolean {
  return metadata?.tags?.includes(tag) ?? false;
}

/** The exercise that a cell checks: `ratio` for `check("ratio", 7)`. */
export function checkedIn(cell: Cell): string | undefined {
  if (cell.cell_type !== "code") return undefined;
  return textOf(cell).match(/\bcheck\(\s*["'`](\w+)["'`]/)?.[1];
}
