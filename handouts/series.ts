import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Neighbour, Place } from "./frame.ts";
import { type Opening, openingOf, readCells, titleOf } from "./notebook.ts";
import type { Options } from "./options.ts";
import { pageWordsOf } from "../lib/i18n/words.ts";

/** The name of the booklet of a series, beside its pages. */
export const BOOKLET = "booklet.pdf";

/** One notebook, and the page that it becomes. */
export interface Job {
  /** Path of the notebook. */
  readonly notebook: string;
  /** Path of the page. */
  readonly page: string;
  /** Where the page stands in its series. */
  readonly place: Place;
}

/** A notebook of the lesson. */
interface Step extends Neighbour, Opening {
  readonly path: string;
}

/**
 * Finds the notebooks that were asked for, and what stands beside each.
 *
 * @param options What the command was asked for.
 * @param root The project's root folder.
 * @throws {Error} When there is no such notebook; the message says which there
 * are.
 */
export function findJobs(options: Options, root: string): Job[] {
  const jobs = options.languages.flatMap((language) => {
    const steps = readSteps(join(root, "notebooks", language));
    return steps.filter((step) => isAsked(step, options.notebooks))
      .map((step) => jobOf(step, steps, language, options));
  });
  const paths = options.notebooks.filter((name) => name.endsWith(".ipynb"))
    .map((name) => resolve(name))
    .filter((path) => !jobs.some(({ notebook }) => notebook === path));
  const own = [...new Set(paths)].map((path) => ownJob(path, options));
  const all = [...jobs, ...own];
  for (const name of options.notebooks) {
    if (!all.some(({ notebook }) => isAsked({ path: notebook }, [name]))) {
      const known = readSteps(join(root, "notebooks", options.languages[0]));
      const names = known.map((step) => step.name).join(", ");
      throw new Error(`There is no notebook ${name}. There are ${names}.`);
    }
  }
  all.forEach(({ page, notebook }, i) => {
    const other = all.slice(0, i).find((earlier) => earlier.page === page);
    if (!other) return;
    throw new Error(
      `${notebook} and ${other.notebook} would become the same page, ${page}. Rename one of them.`,
    );
  });
  return all;
}

/** The steps of the lesson in one language, with their titles. */
export function readSteps(folder: string): Step[] {
  return [...Deno.readDirSync(folder)]
    .filter(({ name }) => name.endsWith(".ipynb"))
    .map(({ name }) => join(folder, name))
    .sort()
    .map((path) => ({ path, name: nameOf(path), ...headOf(path) }));
}

function isAsked(
  { path }: { path: string },
  asked: readonly string[],
): boolean {
  return asked.length === 0 ||
    asked.some((name) => nameOf(path) === name || path === resolve(name));
}

function jobOf(
  step: Step,
  steps: readonly Step[],
  language: string,
  options: Options,
): Job {
  const folder = join(options.out, language);
  const number = steps.indexOf(step);
  const beside = (other?: Step): Neighbour | undefined => {
    if (!other) return undefined;
    const page = join(folder, `${other.name}.html`);
    const there = isAsked(other, options.notebooks) || existsSync(page);
    return there ? { name: other.name, title: other.title } : undefined;
  };
  const index = options.notebooks.length === 0 ||
    existsSync(join(folder, "index.html"));
  const alsoIn = Object.keys(pageWordsOf).filter((other) =>
    other !== language &&
    existsSync(join(step.path, "..", "..", other, `${step.name}.ipynb`)) &&
    (options.languages.includes(other) ||
      existsSync(join(options.out, other, `${step.name}.html`)))
  );
  return {
    notebook: step.path,
    page: join(folder, `${step.name}.html`),
    place: {
      language,
      step: number + 1,
      name: step.name,
      previous: beside(steps[number - 1]),
      next: beside(steps[number + 1]),
      index,
      alsoIn,
    },
  };
}

/** A notebook from elsewhere: a page by itself, in the first language. */
function ownJob(path: string, { out, languages }: Options): Job {
  if (!existsSync(path)) throw new Error(`There is no notebook ${path}.`);
  const name = nameOf(path);
  return {
    notebook: path,
    page: join(out, `${name}.html`),
    place: { language: languages[0], name, index: false, alsoIn: [] },
  };
}

function nameOf(path: string): string {
  return basename(path, ".ipynb");
}

/** How a notebook begins; its title is its name when it has none, or is broken. */
function headOf(path: string): { title: string } & Opening {
  const { needs } = pageWordsOf[basename(dirname(path))];
  try {
    const cells = readCells(path);
    const title = titleOf(cells) ?? nameOf(path);
    return { title, ...openingOf(cells, needs) };
  } catch {
    return { title: nameOf(path) };
  }
}
