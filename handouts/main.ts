/**
 * `deno task handouts`: runs the notebooks and writes a page for each.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Jupyter, jupyter } from "./jupyter.ts";
import { makePage } from "./page.ts";
import { progressLine } from "./progress_line.ts";
import { convertNotebook, runNotebook } from "./run_notebook.ts";
import { writeWhole } from "./write_whole.ts";

const root = resolve(import.meta.dirname!, "..");
const notebooks = join(root, "notebooks", "en");

const HELP =
  `Runs the notebooks on the Deno kernel and writes one HTML page for each.

  deno task handouts                  all notebooks of notebooks/en
  deno task handouts 02_softmax       one, by its name or by the path of its file
  deno task handouts --out pages      into another folder than handouts/out/en

The first time, it installs Jupyter into .venv, which takes a minute.`;

/** Where one notebook's page goes. */
interface Job {
  readonly name: string;
  readonly notebook: string;
  readonly page: string;
}

/** Runs the command; returns its exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: "string", default: join(root, "handouts", "out", "en") },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const jobs = await findJobs(positionals, resolve(values.out));
  const failures = await makePages(jobs, await jupyter());
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length > 0) {
    console.error(
      `\n${failures.length} of ${jobs.length} pages could not be made.`,
    );
  }
  return failures.length === 0 ? 0 : 1;
}

/** The notebooks that were asked for, all of the folder when none was. */
async function findJobs(asked: string[], out: string): Promise<Job[]> {
  const known = (await Array.fromAsync(Deno.readDir(notebooks)))
    .filter(({ name }) => name.endsWith(".ipynb"))
    .map(({ name }) => join(notebooks, name))
    .sort();
  const chosen = asked.length === 0 ? known : asked.map((name) => {
    if (name.endsWith(".ipynb") && existsSync(name)) return resolve(name);
    const path = known.find((file) => basename(file, ".ipynb") === name);
    if (path) return path;
    const names = known.map((file) => basename(file, ".ipynb")).join(", ");
    throw new Error(`There is no notebook ${name}. There are ${names}.`);
  });
  return chosen.map((notebook) => {
    const name = basename(notebook, ".ipynb");
    return { name, notebook, page: join(out, `${name}.html`) };
  });
}

/**
 * Makes the pages, as many at a time as there are processors; returns what went
 * wrong.
 */
async function makePages(jobs: Job[], jupyter: Jupyter): Promise<string[]> {
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Error("interrupted"));
  Deno.addSignalListener("SIGINT", interrupted);
  const progress = progressLine();
  const folder = await Deno.makeTempDir({ prefix: "handouts-" });
  const failures: string[] = [];
  const waiting = [...jobs];
  const worker = async () => {
    for (
      let job = waiting.shift();
      job && !stop.signal.aborted;
      job = waiting.shift()
    ) {
      try {
        await makeOne(job, jupyter, folder, progress, stop.signal);
      } catch (error) {
        progress.drop(job.name);
        failures.push((error as Error).message);
      }
    }
  };
  try {
    await Promise.all(
      Array.from({ length: navigator.hardwareConcurrency }, worker),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
    Deno.removeSignalListener("SIGINT", interrupted);
  }
  return failures;
}

async function makeOne(
  { name, notebook, page }: Job,
  jupyter: Jupyter,
  folder: string,
  progress: ReturnType<typeof progressLine>,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  const executed = join(folder, `${name}.ipynb`);
  await runNotebook(jupyter, notebook, executed, {
    progress: (number, count) => progress.tell(name, `${number}/${count}`),
    signal,
  });
  progress.tell(name, "page");
  const html = await makePage(await convertNotebook(jupyter, executed, signal));
  await writeWhole(page, html);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  progress.done(
    name,
    `${relative(Deno.cwd(), page)}  ${
      (html.length / 1e6).toFixed(2)
    } MB, ${seconds} s`,
  );
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
