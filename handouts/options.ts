import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type About, ABOUT_KEYS, readAbout } from "./about.ts";
import { hostLinks } from "./host_links.ts";
import { pageWordsOf } from "../lib/i18n/words.ts";

/** What `deno task handouts --help` says. */
export const HELP =
  `Runs the notebooks on the Deno kernel and writes a page for each.

  deno task handouts [NOTEBOOK ...] [options]

NOTEBOOK is a name (02_softmax) or the path of a file. Without one, all pages are
made, and an index of them.

  --lang LANGUAGE    one language only: ${Object.keys(pageWordsOf).join(", ")}
  --out FOLDER       where the pages go, a folder for each language (handouts/out)
  --code open        code is shown, except imports, plots and tables (default)
         folded      all code is folded
         none        no code at all; --no-code is the same
  --solutions printed  folded on the screen, printed at the end (default)
              folded   folded on the screen, not printed
              none     not in the page
  --results guess    of predictions: hidden on the screen until the reader has
                     guessed, open on paper (default)
            open     open everywhere
            hidden   hidden until guessed, also on paper, with room to write
  --author NAME, --course NAME, --date TEXT, --institution NAME
                     stand in the head of each page; handouts.json in the
                     project's folder may hold them: {"author": "Ana Souza"}
  --repository URL, --hub URL
                      the index links to Binder and to your JupyterHub; they may
                      stand in handouts.json, too
  --pdf              also print each page to a PDF, and all of them to one
                     booklet, with Chromium
  --paper A4         paper of the PDFs: A4 (default) or Letter
  --fresh            run all notebooks, even those that have not changed
  --watch            serve the pages, and update them in the browser whenever
                     something changes
  --cell-seconds N   time limit of one cell, in seconds (120)
  --cell-megabytes N limit of one cell's output (20)
  --help             show this text

The first run installs Jupyter into .venv, which takes a minute. When a cell
fails, its earlier page stays as it was.`;

/** What the command was asked for. */
export type Options = ReturnType<typeof readOptions>;

/**
 * Reads the arguments of the command.
 *
 * @param args As the shell gives them.
 * @param root The project's root folder.
 * @throws {Error} When an option is unknown or its value is; the message says
 * which values there are.
 */
export function readOptions(args: string[], root: string) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      lang: { type: "string" },
      out: { type: "string", default: join(root, "handouts", "out") },
      code: { type: "string", default: "open" },
      "no-code": { type: "boolean", default: false },
      solutions: { type: "string", default: "printed" },
      results: { type: "string", default: "guess" },
      author: { type: "string" },
      course: { type: "string" },
      date: { type: "string" },
      institution: { type: "string" },
      repository: { type: "string" },
      hub: { type: "string" },
      pdf: { type: "boolean", default: false },
      paper: { type: "string", default: "A4" },
      fresh: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      "cell-seconds": { type: "string", default: "120" },
      "cell-megabytes": { type: "string", default: "20" },
    },
  });
  const languages = Object.keys(pageWordsOf);
  const code = values["no-code"] ? "none" : values.code;
  return {
    help: values.help,
    notebooks: positionals,
    languages: values.lang === undefined
      ? languages
      : [oneOf("--lang", values.lang, languages)],
    out: resolve(values.out || missing("--out", "a folder")),
    code: oneOf("--code", code, ["open", "folded", "none"]),
    solutions: oneOf("--solutions", values.solutions, [
      "printed",
      "folded",
      "none",
    ]),
    results: oneOf("--results", values.results, ["guess", "open", "hidden"]),
    about: aboutOf(values, root),
    pdf: values.pdf,
    paper: oneOf("--paper", values.paper, ["A4", "Letter"]),
    fresh: values.fresh,
    watch: values.watch,
    cellSeconds: positive("--cell-seconds", values["cell-seconds"]),
    cellBytes: 1e6 * positive("--cell-megabytes", values["cell-megabytes"]),
  };
}

function positive(option: string, value: string): number {
  const number = Number(value);
  if (number > 0 && number < Infinity) return number;
  throw new Error(`${option} must be a positive number, got ${value}`);
}

/** What the options say about the pages; where they say nothing, the file. */
function aboutOf(values: About, root: string): About {
  const about: Record<string, string | undefined> = {
    ...readAbout(join(root, "handouts.json")),
  };
  for (const key of ABOUT_KEYS) {
    if (values[key] === undefined) continue;
    about[key] = values[key].trim() || missing(`--${key}`, "something");
  }
  // An address that is none is refused before anything runs.
  hostLinks(about, "en");
  return about;
}

function missing(option: string, what: string): never {
  throw new Error(`${option} must name ${what}, got nothing`);
}

function oneOf<T extends string>(
  option: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((known) => known === value);
  if (found !== undefined) return found;
  throw new Error(
    `${option} must be ${allowed.join(" or ")}, got ${value || "nothing"}`,
  );
}
