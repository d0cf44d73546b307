/**
 * `deno task handouts`: runs the notebooks and writes a page for each.
 *
 * @module
 */

import { join, relative, resolve } from "node:path";
import { makeIndexPage } from "./index_page.ts";
import { type Jupyter, jupyter } from "./jupyter.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { makePage } from "./page.ts";
import { printPages } from "./pdf.ts";
import { progressLine } from "./progress_line.ts";
import { convertNotebook, runNotebook } from "./run_notebook.ts";
import { findJobs, type Job, readSteps } from "./series.ts";
import { writeWhole } from "./write_whole.ts";

const root = resolve(import.meta.dirname!, "..");

/** Runs the command; returns its exit code. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args, root);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const jobs = findJobs(options, root);
  await checkWritable(options.out);
  const failures = await makePages(jobs, options, await jupyter());
  if (failures.length > 0) {
    console.error(`\n${failures.join("\n\n")}\n\nNot all pages were made.`);
    return 1;
  }
  if (options.notebooks.length === 0) await writeIndexes(options);
  if (options.pdf) {
    const pages = jobs.map(({ page }) => page);
    await printPages(pages, options.paper, (path) => console.error(here(path)));
  }
  return 0;
}

/** Fails at once, not after a minute, when the pages could not be written. */
async function checkWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe.${Deno.pid}`);
  await writeWhole(probe, "");
  await Deno.remove(probe);
}

/**
 * Makes the pages, as many at a time as there are processors; returns what went
 * wrong.
 */
async function makePages(
  jobs: readonly Job[],
  options: Options,
  jupyter: Jupyter,
): Promise<string[]> {
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Error("interrupted"));
  Deno.addSignalListener("SIGINT", interrupted);
  const progress = progressLine();
  const folder = await Deno.makeTempDir({ prefix: "handouts-" });
  const failures: string[] = [];
  const waiting = jobs.entries();
  const worker = async () => {
    for (const [number, job] of waiting) {
      if (stop.signal.aborted) return;
      const started = performance.now();
      const executed = join(folder, `${number}.ipynb`);
      const tell = (state: string) => progress.tell(here(job.notebook), state);
      try {
        const size = await makeOne(job, options, jupyter, executed, tell, stop);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const megabytes = (size / 1e6).toFixed(2);
        const result = `${here(job.page)}  ${megabytes} MB, ${seconds} s`;
        progress.done(here(job.notebook), result);
      } catch (error) {
        progress.drop(here(job.notebook));
        if (!stop.signal.aborted) failures.push((error as Error).message);
      }
    }
  };
  try {
    const workers = { length: navigator.hardwareConcurrency };
    await Promise.all(Array.from(workers, worker));
  } finally {
    await Deno.remove(folder, { recursive: true });
    Deno.removeSignalListener("SIGINT", interrupted);
  }
  return stop.signal.aborted ? [...failures, "Interrupted."] : failures;
}

/** Makes one page; returns its size in bytes. */
async function makeOne(
  { notebook, page, place }: Job,
  options: Options,
  jupyter: Jupyter,
  executed: string,
  tell: (state: string) => void,
  { signal }: AbortController,
): Promise<number> {
  await runNotebook(jupyter, notebook, executed, {
    progress: (number, count) => tell(`${number}/${count}`),
    signal,
    cellSeconds: options.cellSeconds,
    cellBytes: options.cellBytes,
  });
  tell("page");
  const bare = await convertNotebook(jupyter, executed, signal);
  const html = await makePage(bare, place, options);
  await writeWhole(page, html);
  return new TextEncoder().encode(html).length;
}

/** The index of each series, when all of its pages were made. */
async function writeIndexes({ languages, out }: Options): Promise<void> {
  for (const language of languages) {
    const steps = readSteps(join(root, "notebooks", language));
    const others = languages.filter((other) => other !== language);
    const page = await makeIndexPage(language, steps, others);
    await writeWhole(join(out, language, "index.html"), page);
  }
}

/** A path as one would write it from here. */
function here(path: string): string {
  return relative(Deno.cwd(), path);
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
