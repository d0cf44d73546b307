import { globSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";

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

/** The notebooks of the lesson, in order, in all languages or in one. */
export function readNotebooks(language: string = "{en,pt}"): Notebook[] {
  return globSync(`notebooks/${language}/*.ipynb`, { cwd: root }).sort()
    .map((path) => ({
      path,
      ...JSON.parse(Deno.readTextFileSync(join(root, path))),
    }));
}

/** A formula in Markdown. */
export const FORMULA = /\$\$[^$]+\$\$|\$[^$\n]+\$/g;

/** The text of a cell. */
export function textOf(cell: NotebookCell): string {
  return cell.source.join("");
}

/** Whether a cell has a tag. */
export function hasTag(cell: NotebookCell | undefined, tag: string): boolean {
  return cell?.metadata.tags?.includes(tag) ?? false;
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
