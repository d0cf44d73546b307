/**
 * Tells what several jobs are doing, on one line that is written over in a
 * terminal, and not at all elsewhere.
 */
export function progressLine() {
  const running = new Map<string, string>();
  const terminal = Deno.stderr.isTerminal();
  const write = (text: string) =>
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  const redraw = () => {
    if (terminal) {
      write(
        `\r\x1b[K${
          [...running].map(([name, state]) => `${name} ${state}`).join("   ")
        }`,
      );
    }
  };
  return {
    /** A job is at this point. */
    tell(name: string, state: string): void {
      running.set(name, state);
      redraw();
    },
    /** A job is done: its result stays on a line of its own. */
    done(name: string, result: string): void {
      running.delete(name);
      write(`${terminal ? "\r\x1b[K" : ""}${result}\n`);
      redraw();
    },
    /** A job has failed. */
    drop(name: string): void {
      running.delete(name);
      redraw();
    },
  };
}
