import { createInterface } from "node:readline";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const ended: IteratorResult<string> = { done: true, value: undefined };

/** The Python process that runs bench/peers.py. */
export class PythonPeers implements Disposable {
  readonly #process: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #failed: Promise<never>;

  constructor(python: string = Deno.env.get("PYTHON") ?? "python3") {
    const script = join(import.meta.dirname!, "peers.py");
    this.#process = spawn(python, ["-W", "ignore", script], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#failed = new Promise((_, reject) => {
      this.#process.on("error", reject);
      this.#process.stdin!.on("error", reject);
    });
    this.#failed.catch(() => {}); // ask() reports it
    const lines = createInterface({ input: this.#process.stdout! });
    this.#answers = lines[Symbol.asyncIterator]();
  }

  /** Sends one request and waits for its answer. */
  async ask<Result>(request: { do: string; [key: string]: unknown }) {
    this.#process.stdin!.write(JSON.stringify(request) + "\n");
    const answer = Promise.race([this.#answers.next(), this.#failed]);
    const { value, done } = await answer.catch(() => ended);
    if (done) throw new Error("Python did not start, or has ended");
    const { result, error } = JSON.parse(value);
    if (error) throw new Error(error);
    return result as Result;
  }

  /** The versions of the packages that are installed; none without Python. */
  async versions(): Promise<Record<string, string>> {
    return await this.ask<Record<string, string>>({ do: "versions" })
      .catch(() => ({}));
  }

  [Symbol.dispose](): void {
    this.#process.stdin!.end();
  }
}

/** float64 as bytes in base64, and back. */
export function toBase64(numbers: readonly number[]): string {
  return new Uint8Array(Float64Array.from(numbers).buffer).toBase64();
}

export function fromBase64(text: string): Float64Array {
  return new Float64Array(Uint8Array.fromBase64(text).buffer);
}
