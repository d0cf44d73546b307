import type { CodeCell } from "./code_cell.ts";
import type { NotebookOutput } from "./answers_notebook.ts";
import { showOutput } from "./show_output.ts";

/** What runs code, in a worker that is started when it is first needed. */
export interface Kernel {
  /** Runs a cell; `put` gets each output; true unless the cell failed. */
  readonly run: (
    code: string,
    put: (output: NotebookOutput) => void,
  ) => Promise<boolean>;
  /** Ends it, whatever it is doing; the next run starts a fresh one. */
  readonly stop: () => void;
}

/** The cells of the page, and the kernel that runs them. */
export interface Session {
  readonly run: (cell: CodeCell) => Promise<void>;
  readonly runAbove: (cell: CodeCell) => Promise<void>;
  readonly stop: () => void;
  readonly restart: () => void;
  /** Drops what a cell put out. */
  readonly forget: (cell: CodeCell) => void;
  /** What the cells that were run put out, by their ids. */
  readonly outputs: ReadonlyMap<string, readonly NotebookOutput[]>;
}

/**
 * Runs the cells of a page. A cell that needs the ones above gets them: those that
 * this kernel has not run yet run first, but for exercises and solutions. As in
 * Jupyter, cells that wait do not run after one that failed.
 *
 * @param cells All code cells, from top to bottom.
 * @param kernel What runs them.
 * @param announce Called with a cell whose end the reader waits for.
 */
export function startSession(
  cells: readonly CodeCell[],
  kernel: Kernel,
  announce: (cell: CodeCell) => void,
): Session {
  /** The cells that this kernel has run, or is going to. */
  const asked = new Set<CodeCell>();
  const outputs = new Map<string, NotebookOutput[]>();
  let queue = Promise.resolve();
  /** Goes up when all that waits is given up. */
  let life = 0;

  function above(cell: CodeCell): CodeCell[] {
    return cells.slice(0, cells.indexOf(cell))
      .filter(({ section }) => !section.matches(".exercise, .solution"));
  }

  async function execute(cell: CodeCell, quietly: boolean): Promise<boolean> {
    const put: NotebookOutput[] = [];
    outputs.set(cell.id, put);
    // What the page shows of an unchanged cell is what it would put out again.
    let area = quietly && !cell.isChanged() ? undefined : cell.clearOutput();
    cell.setState("running");
    return await kernel.run(cell.code(), (output) => {
      put.push(output);
      if (area) return showOutput(output, area);
      if (output.output_type !== "error") return;
      area = cell.clearOutput();
      for (const each of put) showOutput(each, area);
    });
  }

  function enqueue(
    wanted: readonly CodeCell[],
    isQuiet: (cell: CodeCell) => boolean,
  ): Promise<void> {
    const lived = life;
    for (const cell of wanted) {
      asked.add(cell);
      cell.setState("waiting");
    }
    return queue = queue.then(async () => {
      for (const cell of wanted) {
        if (lived !== life) return;
        const good = await execute(cell, isQuiet(cell));
        if (lived !== life) return;
        cell.setState(good ? "done" : "failed");
        if (!good) giveUp("blocked");
        if (!good || cell === wanted.at(-1)) announce(cell);
      }
    });
  }

  /** Nothing that waits will run. */
  function giveUp(state: "blocked" | "notRun"): void {
    life++;
    queue = Promise.resolve();
    for (const cell of cells) {
      if (cell.state() !== "waiting") continue;
      cell.setState(state);
      asked.delete(cell);
    }
  }

  function end(state: "stopped" | "notRun"): void {
    kernel.stop();
    giveUp("notRun");
    asked.clear();
    for (const cell of cells) {
      const wasRunning = cell.state() === "running";
      if (cell.state()) cell.setState(wasRunning ? state : "notRun");
      if (wasRunning) announce(cell);
    }
  }

  return {
    run(cell) {
      const needed = above(cell).filter((other) => !asked.has(other));
      return enqueue([...needed, cell], (each) => each !== cell);
    },
    runAbove: (cell) => enqueue(above(cell), () => false),
    stop: () => end("stopped"),
    restart: () => end("notRun"),
    forget: (cell) => void outputs.delete(cell.id),
    outputs,
  };
}
