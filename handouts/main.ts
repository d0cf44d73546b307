/**
 * `deno task handouts`: executes the notebooks and writes a page for each.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makePages } from "./make_pages.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { here, say } from "./progress_line.ts";
import { BOOKLET, findJobs, readSteps } from "./series.ts";
import { writeWhole } from "./write_whole.ts";
import { pageWordsOf } from "../lib/i18n/words.ts";

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

  const whole = options.notebooks.length === 0;
  const pages = jobs.map(({ page }) => page);
  // Of several languages, the index above them is opened.
  const one = options.languages.length === 1 ? options.languages : [];
  const first = whole ? [indexOf(options, ...one)] : pages;
  if (options.watch) {
    const { watch } = await import("./watch.ts");
    const names = ["data", "handouts", "handouts.json", "lib", "notebooks"];
    await watch({
      args: args.filter((arg) => arg !== "--watch"),
      sources: [
        ...names.map((name) => join(root, name)).filter(existsSync),
        ...jobs.map(({ notebook }) => dirname(notebook)),
      ],
      out: options.out,
      first: first[0],
    });
  }

  const stop = new AbortController();
  Deno.addSignalListener("SIGINT", () => stop.abort(new Error("Interrupted.")));
  const failures = await makePages(jobs, root, options, stop.signal);
  if (failures.length > 0) {
    say(`\n${failures.join("\n\n")}\n\nNot all pages were made.\n`);
    return 1;
  }
  if (whole) await writeIndexes(options);
  if (options.pdf) {
    const { printBooklet, printPages } = await import("./pdf.ts");
    const done = (path: string) => say(`${here(path)}\n`);
    await printPages(pages, options.paper, done);
    for (const language of whole ? options.languages : []) {
      const steps = readSteps(join(root, "notebooks", language));
      const folder = join(options.out, language);
      await printBooklet(folder, language, steps, options, done);
    }
  }
  say(`\nOpen ${first.map(here).join(" or ")} in a browser.\n`);
  return 0;
}

/** Fails at once, not after a minute, when the pages could not be written. */
async function checkWritable(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    await Deno.remove(
      await Deno.makeTempFile({ dir: folder, suffix: ".part" }),
    );
  } catch (error) {
    const { message } = error as Error;
    throw new Error(
      `cannot write pages into ${folder}: ${message}\nChoose another folder with --out.`,
    );
  }
}

/** The index of each series, when all of its pages were made, and one above. */
async function writeIndexes(options: Options): Promise<void> {
  const { makeIndexPage, makeLanguagesPage, pictureOf } = await import(
    "./index_page.ts"
  );
  const { languages, about, pdf } = options;
  for (const language of languages) {
    const steps = readSteps(join(root, "notebooks", language)).map((step) => {
      const page = join(options.out, language, `${step.name}.html`);
      return { ...step, picture: pictureOf(Deno.readTextFileSync(page)) };
    });
    const others = Object.keys(pageWordsOf).filter((other) =>
      other !== language &&
      (languages.includes(other) || existsSync(indexOf(options, other)))
    );
    const booklet = pdf ? BOOKLET : undefined;
    await writeWhole(
      indexOf(options, language),
      await makeIndexPage(language, steps, others, about, booklet),
    );
  }
  if (languages.length > 1) {
    await writeWhole(indexOf(options), await makeLanguagesPage(languages));
  }
}

function indexOf({ out }: Options, ...folder: readonly string[]): string {
  return join(out, ...folder, "index.html");
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    say(`${(error as Error).message}\n`);
    Deno.exit(1);
  }
}
