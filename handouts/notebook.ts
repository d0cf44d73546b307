import { statSync } from "node:fs";
import { cellIds } from "./cell_ids.ts";

/** A cell of a notebook, as far as a page needs it. */
export interface Cell {
  /** Unique in its notebook. */
  readonly id: string;
  readonly type: "code" | "markdown" | "raw";
  readonly source: string;
  readonly tags: readonly string[];
  /** Whether a reader may draw the figure below before it is shown. */
  readonly sketch?: boolean;
  /** Pictures pasted into Markdown, by name: base64 text by MIME type. */
  readonly attachments: Readonly<Record<string, Record<string, string>>>;
}

/** What a code cell put out, in Jupyter's format. */
export interface Output {
  readonly output_type: "stream" | "display_data" | "execute_result";
  /** What was printed, when it is a stream. */
  readonly text?: string;
  /** What was shown, by MIME type, when it is no stream. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A message about a notebook, or about a cell when it begins with one. */
export function inNotebook(notebook: string, message: string): string {
  return notebook + (message.startsWith("cell ") ? ", " : ": ") + message;
}

/** The content of a notebook's file. */
export function readNotebook(path: string): Uint8Array {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error("is a folder, not a notebook");
  }
  return Deno.readFileSync(path);
}

/** The cells of a notebook's file; see {@linkcode parseCells}. */
export function readCells(path: string): Cell[] {
  return parseCells(readNotebook(path));
}

/**
 * Takes a notebook's cells from the content of its file.
 *
 * @param bytes The content. A byte order mark before UTF-8 is allowed.
 * @throws {Error} When it is no notebook in format 4.
 */
export function parseCells(bytes: Uint8Array): Cell[] {
  const { nbformat, cells } = parseJson(decode(bytes));
  if (nbformat === undefined) {
    throw new Error("is not a notebook: it has no nbformat");
  }
  if (nbformat !== 4) {
    throw new Error(
      `is in notebook format ${nbformat}, not 4: open it in JupyterLab and save it`,
    );
  }
  if (!Array.isArray(cells)) throw new Error("has no list of cells");
  const ids = cellIds(cells);
  return cells.map((cell, i) => parseCell(cell, ids[i]));
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0 || bytes[1] === 0 || bytes[0] >= 0xfe) {
    throw new Error("is in UTF-16: save it as UTF-8");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("is not in UTF-8");
  }
}

// deno-lint-ignore no-explicit-any -- checked right after it is read
function parseJson(text: string): any {
  if (text.trim() === "") throw new Error("is empty");
  try {
    return JSON.parse(text) ?? {};
  } catch (error) {
    const cut = /end of|Unterminated/.test((error as Error).message);
    throw new Error(
      cut
        ? "is cut off: its JSON ends too early"
        : `is not JSON: ${(error as Error).message}`,
    );
  }
}

// deno-lint-ignore no-explicit-any -- checked here
function parseCell(cell: any, id: string): Cell {
  const source = isText(cell?.source) ? cell.source : cell?.source?.join?.("");
  if (!isText(source) || ![cell.source].flat().every(isText)) {
    throw new Error(`cell ${id}: source must be text`);
  }
  if (!["code", "markdown", "raw"].includes(cell.cell_type)) {
    throw new Error(`cell ${id}: there is no type of cell ${cell.cell_type}`);
  }
  const tags = cell.metadata?.tags;
  return {
    id,
    type: cell.cell_type,
    source,
    tags: Array.isArray(tags) ? tags.filter(isText) : [],
    sketch: cell.metadata?.sketch !== undefined,
    attachments: cell.attachments ?? {},
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A notebook's first heading, or undefined when it has none. */
export function titleOf(cells: readonly Cell[]): string | undefined {
  const markdown = cells.filter(({ type }) => type === "markdown");
  const text = markdown.map(({ source }) => source).join("\n\n");
  return text.match(/^#\s+(.+)$/m)?.[1].trim();
}

/** What a notebook says of itself at its beginning. */
export interface Opening {
  /** What it asks, in Markdown. */
  readonly question?: string;
  /** How long it takes. */
  readonly time?: string;
  /** What its reader must know, in Markdown. */
  readonly needs?: string;
}

/**
 * The question and the time in a notebook's first cell, which stand in one line,
 * each behind bold words; and its paragraph on what one needs to know.
 *
 * @param cells The notebook's cells.
 * @param needs The bold words with which that paragraph begins.
 */
export function openingOf(cells: readonly Cell[], needs: string): Opening {
  const paragraphs = (cells[0]?.source ?? "").split(/\n\s*\n/);
  const asked = /^\*\*[^*]+:\*\*\s+(\S[^]*?)\s+\*\*[^*]+:\*\*\s+(\S.*)$/;
  const line = paragraphs.map((text) => text.match(asked)).find(Boolean) ?? [];
  const [question, time] = line.slice(1)
    .map((text) => text[0].toUpperCase() + text.slice(1));
  return {
    question,
    time,
    needs: paragraphs.find((text) => text.startsWith(`**${needs}**`)),
  };
}
