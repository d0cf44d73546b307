import { join, resolve } from "node:path";

/** The project's root folder. */
export const root = resolve(import.meta.dirname!, "..", "..");

/** A cell as it stands in the file. */
export interface NotebookCell {
  readonly id: string;
  readonly cell_type: "code" | "markdown";
  readonly source: readonly string[];
  readonly metadata: {
    readonly tags?: readonly string[];
    /** Whether JupyterLab hides the cells under the heading in this one. */
    readonly "jp-MarkdownHeadingCollapsed"?: boolean;
    /** Whether JupyterLab folds the code. */
    readonly jupyter?: { readonly source_hidden: boolean };
    /** The hash of the English text that a translated cell translates. */
    readonly translates?: string;
  };
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}

/** A notebook of the lesson. */
export interface Notebook {
  /** Path below the root, for messages. */
  readonly path: string;
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly cells: readonly NotebookCell[];
}

/** All notebooks of the lesson, in order. */
export function readNotebooks(language: string = "en"): Notebook[] {
  const folder = join("notebooks", language);
  return [...Deno.readDirSync(join(root, folder))]
    .filter(({ name }) => name.endsWith(".ipynb"))
    .map(({ name }) => join(folder, name))
    .sort()
    .map((path) => ({
      path,
      ...JSON.parse(Deno.readTextFileSync(join(root, path))),
    }));
}

/** The text of a cell. */
export function textOf(cell: NotebookCell): string {
  return cell.source.join("");
}

/** How many figures cells show, those that the reader can change included. */
export function figureCount(cells: readonly NotebookCell[]): number {
  const shows = (cell: NotebookCell) =>
    /^await show\(/m.test(textOf(cell)) || isExplorable(cell);
  return cells.filter(shows).length;
}

/** Whether a cell shows a plot that the reader can change. */
export function isExplorable(cell: NotebookCell): boolean {
  return /^await explore\(/m.test(textOf(cell));
}

/** What a command printed, and whether it succeeded. */
export async function run(
  command: string,
  args: readonly string[],
  options: Deno.CommandOptions = {},
): Promise<{ code: number; said: string }> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd: root,
    ...options,
    env: { NO_COLOR: "1", ...options.env },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, said: text(stdout) + text(stderr) };
}
