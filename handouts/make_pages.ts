import { basename, dirname, join, relative } from "node:path";
import { Cache } from "./cache.ts";
import { executeNotebooks } from "./execute.ts";
import { jupyter } from "./jupyter.ts";
import { KeptOutputs } from "./kept_outputs.ts";
import { handoutsKey, keyOf, libraryKey } from "./keys.ts";
import {
  type Cell,
  inNotebook,
  type Output,
  parseCells,
  readNotebook,
} from "./notebook.ts";
import type { Options } from "./options.ts";
import { here, ProgressLine, say } from "./progress_line.ts";
import type { Job } from "./series.ts";
import { writeWhole } from "./write_whole.ts";

/** A job whose notebook has been read. */
interface Work extends Job {
  readonly folder: string;
  /** The file, and its cells as they were when it was read. */
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly started: number;
}

/**
 * Makes pages, each as soon as its notebook has been executed. What has not
 * changed since the last run comes from the cache. A notebook that fails does
 * not stop the others.
 *
 * @param jobs The notebooks and their pages.
 * @param root The project's root folder.
 * @param options What the command was asked for.
 * @param signal Ends the work early.
 * @returns What went wrong, a message for each notebook that failed.
 */
export async function makePages(
  jobs: readonly Job[],
  root: string,
  options: Options,
  signal?: AbortSignal,
): Promise<string[]> {
  const progress = new ProgressLine();
  const maker = new PageMaker(root, options, progress);
  const failures: string[] = [];
  const fail = ({ notebook }: Job, error: unknown) => {
    progress.drop(here(notebook));
    failures.push(inNotebook(here(notebook), (error as Error).message));
  };
  // One page is made at a time, while kernels execute other notebooks.
  let pages = Promise.resolve();
  const make = (work: Work, outputs: readonly Output[][]) => {
    pages = pages.then(() => maker.make(work, outputs))
      .catch((error) => fail(work, error));
  };

  const toExecute: Work[] = [];
  for (const job of jobs) {
    try {
      const bytes = readNotebook(job.notebook);
      const work: Work = {
        ...job,
        folder: dirname(job.notebook),
        text: new TextDecoder().decode(bytes),
        cells: parseCells(bytes),
        started: performance.now(),
      };
      const outputs = maker.knownOutputs(work);
      if (outputs) make(work, outputs);
      else toExecute.push(work);
    } catch (error) {
      fail(job, error);
    }
  }
  if (toExecute.length > 0) {
    const executed = executeNotebooks(await jupyter(), toExecute, {
      ...options,
      signal,
      onCell: ({ notebook }, number, count) =>
        progress.tell(here(notebook), `${number}/${count}`),
    });
    for await (const [work, result] of executed) {
      if (result instanceof Error) fail(work, result);
      else {
        await maker.keepOutputs(work, result);
        make(work, result);
      }
    }
  }
  await pages;
  if (maker.unchanged > 0) say(`Not changed: ${maker.unchanged} pages.\n`);
  return failures;
}

/** Makes pages, and keeps what they are made from. */
class PageMaker {
  readonly #cache: Cache;
  readonly #outputs: KeptOutputs;
  readonly #library: string;
  readonly #handouts: string;
  /** How many pages were as they are now. */
  unchanged = 0;

  constructor(
    readonly root: string,
    readonly options: Options,
    readonly progress: ProgressLine,
  ) {
    this.#cache = new Cache(join(root, "handouts", "cache"), options.fresh);
    this.#library = libraryKey(root);
    this.#outputs = new KeptOutputs(root, this.#cache, this.#library);
    this.#handouts = handoutsKey(root);
  }

  /** The outputs of an earlier run, if nothing that they depend on changed. */
  knownOutputs(work: Work): Output[][] | undefined {
    // Outside the lesson a notebook may depend on anything.
    if (!work.place.step) return undefined;
    return this.#outputs.read(work.notebook, work.cells);
  }

  /** Keeps outputs for the next run. */
  async keepOutputs(work: Work, outputs: readonly Output[][]): Promise<void> {
    if (!work.place.step) return;
    await this.#outputs.write(work.notebook, work.cells, outputs);
  }

  /** Makes the page of an executed notebook, and says so. */
  async make(work: Work, outputs: readonly Output[][]): Promise<void> {
    const { notebook, page, place, text, cells, started } = work;
    this.progress.tell(here(notebook), "page");
    const { code, solutions, results, about } = this.options;
    const choices = [code, solutions, results, about];
    const parts = [this.#handouts, text, outputs, place, choices];
    let made = false;
    const html = await this.#get(work, "page", parts, async () => {
      made = true;
      // Loaded only when needed, because that takes half a second.
      const { makePage } = await import("./page.ts");
      const source = { name: basename(notebook), text };
      return await makePage(cells, outputs, source, place, this.options, {
        pictures: (figures, draw) => this.#get(work, "pictures", figures, draw),
        script: (name, bundle) =>
          this.#cache.get(name, keyOf(this.#library, this.#handouts), bundle),
      });
    });
    await writeWhole(page, html);
    if (!made) {
      this.unchanged++;
      return this.progress.drop(here(notebook));
    }
    const megabytes = new TextEncoder().encode(html).length / 1e6;
    const seconds = (performance.now() - started) / 1000;
    const figures = `${megabytes.toFixed(2)} MB, ${seconds.toFixed(1)} s`;
    this.progress.done(here(notebook), `${here(page)}  ${figures}`);
  }

  #get<T>(work: Work, what: string, parts: unknown, make: () => Promise<T>) {
    if (!work.place.step) return make();
    const key = keyOf(this.#library, parts);
    const name = `${relative(this.root, work.notebook)} ${what}`;
    return this.#cache.get(name, key, make);
  }
}
