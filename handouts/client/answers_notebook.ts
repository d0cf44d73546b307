import { cellIds } from "../cell_ids.ts";
import type { ClientWords } from "./words.ts";
import type { Answers } from "./store.ts";

/** A notebook, as far as it is read here. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
}

/** A cell, in the form of the file. */
export interface NotebookCell {
  readonly id?: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly [other: string]: unknown;
}

/** An output, in the form of the file. */
export type NotebookOutput = Readonly<Record<string, unknown>>;

/**
 * A notebook with a reader's work in it: the code as the reader left it, the
 * outputs that it gave, and each guess in a cell of its own below the question.
 *
 * @param notebook The page's notebook, as the teacher wrote it.
 * @param answers What the reader wrote.
 * @param outputs What the cells that were run put out, by their ids.
 * @param pictureOf A sketch as a PNG, in base64, by the id of its question.
 * @param words The language of the page.
 */
export function answersNotebook(
  notebook: Notebook,
  answers: Answers,
  outputs: ReadonlyMap<string, readonly NotebookOutput[]>,
  pictureOf: (id: string) => string | undefined,
  words: ClientWords,
): Notebook {
  let ran = 0;
  const ids = cellIds(notebook.cells);
  const cells = notebook.cells.flatMap((cell, i) => {
    const id = ids[i];
    const put = outputs.get(id);
    const changed = answers.code[id];
    const own: NotebookCell = cell.cell_type === "code"
      ? {
        ...cell,
        id,
        ...(changed === undefined ? {} : { source: linesOf(changed) }),
        outputs: put ?? [],
        execution_count: put ? ++ran : null,
      }
      : { ...cell, id };
    const text = answers.guesses[id]?.trim();
    const guess = guessCell(id, text, pictureOf(id), words);
    return guess ? [own, guess] : [own];
  });
  const hadIds = notebook.cells.every(({ id }, i) => id === ids[i]);
  return { ...notebook, ...(hadIds ? {} : { nbformat_minor: 5 }), cells };
}

/** A cell with the guess at one question; undefined where there is none. */
function guessCell(
  id: string,
  text: string | undefined,
  sketch: string | undefined,
  words: ClientWords,
): NotebookCell | undefined {
  const lines = [];
  // As code, so that nothing in a guess is taken for markup.
  if (text) lines.push(`**${words.myGuess}:**\n\n${quoted(text)}`);
  if (sketch) lines.push(`![${words.mySketch}](attachment:sketch.png)`);
  if (lines.length === 0) return undefined;
  return {
    id: `${id.slice(0, 58)}-guess`,
    cell_type: "markdown",
    metadata: { tags: ["guess"] },
    source: linesOf(lines.join("\n\n")),
    ...(sketch && { attachments: { "sketch.png": { "image/png": sketch } } }),
  };
}

function quoted(text: string): string {
  return text.split("\n").map((line) => `    ${line}`).join("\n");
}

/** A source as the file has it: lines, each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
