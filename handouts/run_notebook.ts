import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Jupyter } from "./jupyter.ts";
import { cellWithLostOutput } from "./outputs.ts";

const here = import.meta.dirname!;

/** What to watch over while a notebook runs. */
export interface RunOptions {
  /** Called before each code cell: `number` of `count` is to be executed. */
  readonly progress?: (number: number, count: number) => void;
  /** Ends the run, and its kernel, early. */
  readonly signal?: AbortSignal;
  /** The longest that one cell may take, in seconds; 120 unless told. */
  readonly cellSeconds?: number;
  /** The most that one cell may put out, in bytes; 20 million unless told. */
  readonly cellBytes?: number;
}

/**
 * A cell that failed. The message names the notebook, the cell and the error.
 */
export class CellError extends Error {
  override name = "CellError";
}

/** One line of what `execute.py` tells. */
type Told =
  | { event: "cell"; number: number; count: number; id: string }
  | { event: "done"; seconds: number }
  | {
    event: "error";
    id: string | null;
    ename: string;
    evalue: string;
    traceback: string[];
  };

/**
 * Runs one notebook from top to bottom on a Deno kernel of its own.
 *
 * @param jupyter The project's Jupyter.
 * @param notebook Path of the notebook, which is only read.
 * @param executed Where to write it with its outputs; nothing is written when a
 * cell fails.
 * @param options What to watch over while it runs.
 * @throws {CellError} When a cell fails, or the kernel does.
 */
export async function runNotebook(
  jupyter: Jupyter,
  notebook: string,
  executed: string,
  options: RunOptions = {},
): Promise<void> {
  const { progress, signal, cellSeconds = 120, cellBytes = 20e6 } = options;
  const limits = [`--cell-seconds=${cellSeconds}`, `--cell-bytes=${cellBytes}`];
  const child = python(
    jupyter,
    [join(here, "execute.py"), notebook, executed, ...limits],
    signal,
  ).spawn();
  const complaints = new Response(child.stderr).text();
  let failure: string | undefined;
  for await (
    const line of createInterface({ input: Readable.from(child.stdout) })
  ) {
    const told: Told = JSON.parse(line);
    if (told.event === "cell") progress?.(told.number, told.count);
    if (told.event === "error") failure = describe(notebook, told);
  }
  const { success } = await child.status;
  const said = await complaints;
  signal?.throwIfAborted();
  if (failure) throw new CellError(failure);
  if (!success) {
    throw new CellError(`${notebook}: execute.py failed\n${said.trim()}`);
  }
  const lost = cellWithLostOutput(
    JSON.parse(await Deno.readTextFile(executed)).cells,
  );
  if (lost) {
    throw new CellError(`${notebook}, cell ${lost}: an output is missing`);
  }
}

/**
 * Turns an executed notebook into bare HTML.
 *
 * @param jupyter The project's Jupyter.
 * @param executed Path of the notebook with its outputs.
 * @param signal Ends the work early.
 * @throws {Error} When nbconvert fails; the message holds what it said.
 */
export async function convertNotebook(
  jupyter: Jupyter,
  executed: string,
  signal?: AbortSignal,
): Promise<string> {
  const { success, stdout, stderr } = await python(jupyter, [
    join(here, "convert.py"),
    executed,
  ], signal).output();
  signal?.throwIfAborted();
  if (!success) {
    throw new Error(
      `${executed}: convert.py failed\n${
        new TextDecoder().decode(stderr).trim()
      }`,
    );
  }
  return new TextDecoder().decode(stdout);
}

function python(
  { python, env }: Jupyter,
  args: string[],
  signal?: AbortSignal,
): Deno.Command {
  return new Deno.Command(python, {
    args,
    // The page brings Plotly for all its figures.
    env: { ...env, PLOTLY_URL: "" },
    signal,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

function describe(
  notebook: string,
  { id, ename, evalue, traceback }: Told & { event: "error" },
): string {
  const place = id === null ? notebook : `${notebook}, cell ${id}`;
  const rest = traceback.filter((line) => !line.includes(evalue));
  return [`${place}: ${ename}: ${evalue}`, ...rest].join("\n");
}
