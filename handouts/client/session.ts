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
  /** What the cells that were run put out, by their ids. */
  readonly outputs: ReadonlyMap<string, readonly NotebookOutput[]>;
}

/**
 * Runs the cells of a page. A cell that needs the ones above gets them: those that
 * this kernel has not run yet run first, but for exercises and solutions.
 *
 * @param cells All code cells, from top to bottom.
 * @param kernel What runs them.
 */
export function startSession(
  cells: readonly CodeCell[],
  kernel: Kernel,
): Session {
  /** The cells that this kernel has run. */
  const ran = new Set<CodeCell>();
  const outputs = new Map<string, NotebookOutput[]>();
  let queue = Promise.resolve();
  /** Goes up when the kernel is ended: what waited then does not run. */
  let life = 0;

  function above(cell: CodeCell): CodeCell[] {
    return cells.slice(0, cells.indexOf(cell))
      .filter(({ section }) => !section.matches(".exercise, .solution"));
  }

  async function execute(cell: CodeCell, quietly: boolean): Promise<boolean> {
    const lived = life;
    const put: NotebookOutput[] = [];
    // What the page shows of an unchanged cell is what it would put out again.
    const area = quietly && !cell.isChanged() ? undefined : cell.clearOutput();
    cell.setState("running");
    const good = await kernel.run(cell.code(), (output) => {
      put.push(output);
      if (area) showOutput(output, area);
    });
    if (lived !== life) return false;
    outputs.set(cell.id, put);
    cell.setState(good ? "done" : "failed");
    ran.add(cell);
    return good;
  }

  function enqueue(
    wanted: readonly CodeCell[],
    isQuiet: (cell: CodeCell) => boolean,
  ): Promise<void> {
    const lived = life;
    for (const cell of wanted) cell.setState("waiting");
    return queue = queue.then(async () => {
      for (const [i, cell] of wanted.entries()) {
        if (lived !== life) return;
        if (await execute(cell, isQuiet(cell))) continue;
        if (lived !== life) return;
        for (const left of wanted.slice(i + 1)) left.setState("notRun");
        return;
      }
    });
  }

  function end(state: "stopped" | "notRun"): void {
    life++;
    kernel.stop();
    queue = Promise.resolve();
    for (const cell of cells) {
      const { state: now } = (cell.section as HTMLElement).dataset;
      if (now === "running") cell.setState(state);
      else if (now) cell.setState("notRun");
    }
    ran.clear();
  }

  return {
    run(cell) {
      const needed = above(cell).filter((other) => !ran.has(other));
      return enqueue([...needed, cell], (each) => each !== cell);
    },
    runAbove: (cell) => enqueue(above(cell), () => false),
    stop: () => end("stopped"),
    restart: () => end("notRun"),
    outputs,
  };
}
