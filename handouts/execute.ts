import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Jupyter } from "./jupyter.ts";
import type { Cell, Output } from "./notebook.ts";

/** A notebook to execute. */
export interface ExecutionJob {
  /** The folder in which its kernel works. */
  readonly folder: string;
  /** Its cells; only those of code are executed. */
  readonly cells: readonly Cell[];
}

/** What to watch over while notebooks are executed. */
export interface ExecutionOptions<Job extends ExecutionJob> {
  /** Called before each code cell: `number` of `count` is to be executed. */
  readonly onCell?: (job: Job, number: number, count: number) => void;
  /** Ends the execution, and the kernels, early. */
  readonly signal?: AbortSignal;
  /** The longest that one cell may take, in seconds; 120 by default. */
  readonly cellSeconds?: number;
  /** The most that one cell may put out, in bytes; 20 million by default. */
  readonly cellBytes?: number;
}

/** A notebook that failed; the message names the cell and the error. */
export class CellError extends Error {
  override name = "CellError";
}

/** One line that `execute.py` writes. */
type ExecutionEvent =
  & { notebook: number }
  & (
    | { event: "cell"; number: number; count: number }
    | { event: "done"; outputs: Output[][] }
    | {
      event: "error";
      id: string | null;
      ename: string;
      evalue: string;
      traceback: string[];
    }
  );

/**
 * Executes notebooks from top to bottom, each on a Deno kernel of its own, as
 * many side by side as there are processors.
 *
 * @param jupyter The project's Jupyter.
 * @param jobs The notebooks.
 * @param options What to watch over meanwhile.
 * @returns Each notebook as soon as it is done: the outputs of its code cells,
 * or why it failed.
 */
export async function* executeNotebooks<Job extends ExecutionJob>(
  { python, env }: Jupyter,
  jobs: readonly Job[],
  options: ExecutionOptions<Job> = {},
): AsyncGenerator<[Job, Output[][] | CellError]> {
  const { onCell, signal, cellSeconds = 120, cellBytes = 20e6 } = options;
  // A signal that was given before ends nothing that starts after it.
  signal?.throwIfAborted();
  const child = new Deno.Command(python, {
    args: [join(import.meta.dirname!, "execute.py")],
    // The page brings Plotly for all its figures.
    env: { ...env, PLOTLY_URL: "" },
    signal,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const complaints = new Response(child.stderr).text();
  // Stays open: when this process ends, even killed, the program sees the end.
  const stdin = child.stdin.getWriter();
  const job = {
    notebooks: jobs.map(({ folder, cells }) => ({
      folder,
      cells: cells.filter(({ type }) => type === "code")
        .map(({ id, source }) => ({ id, source })),
    })),
    side_by_side: navigator.hardwareConcurrency,
    cell_seconds: cellSeconds,
    cell_bytes: cellBytes,
  };
  const left = new Set(jobs);
  try {
    await stdin.write(new TextEncoder().encode(`${JSON.stringify(job)}\n`))
      .catch(() => {}); // It could not start, and says why.
    const input = Readable.from(child.stdout);
    for await (const line of createInterface({ input })) {
      const event: ExecutionEvent = JSON.parse(line);
      const job = jobs[event.notebook];
      if (event.event === "cell") onCell?.(job, event.number, event.count);
      else {
        left.delete(job);
        yield [
          job,
          event.event === "done" ? event.outputs : cellError(event),
        ];
      }
    }
  } finally {
    await stdin.close().catch(() => {});
    await child.status;
  }
  signal?.throwIfAborted();
  const said = (await complaints).trim();
  for (const job of left) {
    yield [job, new CellError(`execute.py ended early\n${said}`.trim())];
  }
}

function cellError(
  { id, ename, evalue, traceback }: ExecutionEvent & { event: "error" },
): CellError {
  const what = `${ename}: ${evalue}`;
  const message = id === null ? what : `cell ${id}: ${what}`;
  const rest = traceback.filter((line) => !line.includes(evalue));
  return new CellError([message, ...rest].join("\n"));
}
