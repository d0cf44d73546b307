import { gunzipBase64 } from "../notebook/gzip_base64.ts";
import { addressOf } from "./blob_address.ts";
import type { CellEvent, KernelMessage, PageMessage } from "./messages.ts";

/** How a cell ended. */
export type Outcome = "done" | "failed" | "stopped";

/** A cell that was sent to the worker. */
interface Run {
  readonly listener: (event: CellEvent) => void;
  readonly end: (outcome: Outcome) => void;
  failed: boolean;
}

/**
 * The kernel of a page, seen from the page: a worker that runs cells in order and
 * keeps what they declare. It starts when it is first needed.
 *
 * @example Run a cell, and write what it puts out into the console
 * ```ts no-assert ignore
 * const kernel = new PageKernel(document.querySelector("script.kernel").textContent);
 * const outcome = await kernel.run("1 + 1", (event) => console.log(event));
 * ```
 */
export class PageKernel {
  readonly #packed: string;
  #script?: Promise<string>;
  #worker?: Promise<Worker>;
  #runs = new Map<number, Run>();
  #count = 0;

  /** @param packed What `packedKernel` returns. */
  constructor(packed: string) {
    this.#packed = packed;
  }

  /** Starts the worker, so that the first cell need not wait for it. */
  start(): Promise<Worker> {
    return this.#worker ??= this.#startWorker();
  }

  /**
   * Runs a cell when those before it have ended.
   *
   * @param code The text of the cell, in TypeScript.
   * @param listener Called with each output of the cell, even one that comes
   * later, from a timer.
   * @returns How it ended: `failed` when it threw, `stopped` when {@linkcode stop}
   * ended it or kept it from starting.
   */
  async run(
    code: string,
    listener: (event: CellEvent) => void,
  ): Promise<Outcome> {
    const id = ++this.#count;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#runs.set(id, { listener, end: resolve, failed: false });
    const worker = await this.start();
    if (this.#runs.has(id)) send(worker, { type: "run", id, code });
    return await promise;
  }

  /**
   * Ends the worker at once, even in the middle of a cell. What cells declared
   * is gone; the next {@linkcode run} starts a new one.
   */
  stop(): void {
    this.#worker?.then((worker) => worker.terminate(), () => {});
    this.#worker = undefined;
    for (const { end } of this.#runs.values()) end("stopped");
    this.#runs.clear();
  }

  /** Ends the worker, and starts a new one. */
  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  async #startWorker(): Promise<Worker> {
    // A worker from a page at file:// must be a classic one, from a Blob.
    this.#script ??= gunzipBase64(this.#packed).then(addressOf);
    const worker = new Worker(await this.#script);
    worker.addEventListener("message", ({ data }) => {
      const message: KernelMessage = data;
      if (message.type === "script") {
        send(worker, { type: "script", url: addressOf(message.script) });
      } else this.#receive(message);
    });
    return worker;
  }

  #receive({ id, ...event }: CellEvent & { id: number }): void {
    const run = this.#runs.get(id);
    if (!run) return;
    run.failed ||= event.type === "error";
    run.listener(event);
    if (event.type === "done") run.end(run.failed ? "failed" : "done");
  }
}

function send(worker: Worker, message: PageMessage): void {
  worker.postMessage(message);
}
