import { relative } from "node:path";

/** A path as one would type it here. */
export function here(path: string): string {
  return relative(Deno.cwd(), path);
}

/**
 * Writes to stderr; to a pipe that nobody reads any more, as after `| head -1`,
 * it writes nothing.
 */
export function say(text: string): void {
  try {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/**
 * Tells what several jobs are doing, on one line that is written over in a
 * terminal, and not at all elsewhere.
 */
export class ProgressLine {
  readonly #running = new Map<string, string>();
  readonly #clear = Deno.stderr.isTerminal() ? "\r\x1b[K" : "";

  /** A job is at this point. */
  tell(name: string, state: string): void {
    this.#running.set(name, state);
    this.#redraw();
  }

  /** A job is done; what came of it stays, on a line of its own. */
  done(name: string, result: string): void {
    this.#running.delete(name);
    say(`${this.#clear}${result}\n`);
    this.#redraw();
  }

  /** A job has failed, or had nothing to do. */
  drop(name: string): void {
    this.#running.delete(name);
    this.#redraw();
  }

  #redraw(): void {
    if (this.#clear === "") return;
    const states = [...this.#running].map((job) => job.join(" "));
    say(this.#clear + states.join("   "));
  }
}
