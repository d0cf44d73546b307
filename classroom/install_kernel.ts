/**
 * `deno task kernel`: tells Jupyter of a Deno kernel that finds the lesson, from
 * whichever folder a notebook is opened.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const HELP = `deno task kernel [options]

Installs a Jupyter kernel with which a notebook of the lesson runs wherever its copy
lies, and downloads all that it needs, so that later nothing is fetched. Install it
once for yourself, or, as an administrator, once for everybody.

  --prefix=FOLDER   for everybody whose Jupyter lives there, for instance /usr/local
                    or the virtual environment of a JupyterHub (by default: for you)
  --name=NAME       the kernel's name; the notebooks ask for "deno", the default
  --force           replace another kernel of that name
  --help            this text

If DENO_DIR is set, the kernel keeps it: Deno's downloads are then found there even
when homes are mounted later, and others may have no right to write to it.`;

/** What the file `kernel.json` of a kernel says. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: string;
  readonly env: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Where to install, and what. */
export interface Options {
  readonly prefix?: string;
  readonly name: string;
  readonly force: boolean;
  readonly help: boolean;
}

/**
 * Reads the options of the command.
 *
 * @throws {TypeError} When an option is unknown, or its value is empty or no name.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      prefix: { type: "string" },
      name: { type: "string", default: "deno" },
      force: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.prefix === "") throw new TypeError("--prefix must name a folder");
  if (!/^[a-z0-9._-]+$/i.test(values.name)) {
    throw new TypeError(
      `--name must be made of letters, digits, dots, dashes and underscores, got "${values.name}"`,
    );
  }
  return values;
}

/**
 * A kernel that works in the folder `notebooks`, so that the library is found there.
 *
 * @param lesson The lesson's folder.
 * @param deno The Deno to start.
 * @param windows Whether this is for Windows.
 * @param downloads Where Deno keeps its downloads; by default in the user's home.
 */
export function kernelSpec(
  lesson: string,
  deno: string,
  windows: boolean,
  downloads?: string,
): KernelSpec {
  const folder = join(lesson, "notebooks");
  // A shell that changes into the folder and becomes Deno: no process is added. When
  // a JupyterHub stops a server, its kernels have to end as well; on Linux they do.
  const argv = windows
    ? [
      "cmd",
      "/d",
      "/c",
      `cd /d "${folder}" && "${deno}" jupyter --kernel --conn "{connection_file}"`,
    ]
    : [
      "sh",
      "-c",
      'with="setpriv --pdeathsig KILL"; $with true 2>/dev/null || with=; ' +
      'cd "$1" && exec $with "$2" jupyter --kernel --conn "$3"',
      "kernel",
      folder,
      deno,
      "{connection_file}",
    ];
  return {
    argv,
    display_name: "Deno (cross-entropy)",
    language: "typescript",
    // Otherwise a stop ends the kernel, and all that its cells have computed.
    interrupt_mode: "message",
    env: { NO_COLOR: "1", ...(downloads && { DENO_DIR: downloads }) },
    metadata: { lesson },
  };
}

/** The folder in which Jupyter looks for a user's kernels. */
export function userFolder(): string {
  const own = Deno.env.get("JUPYTER_DATA_DIR");
  if (own) return own;
  const home = homedir();
  if (Deno.build.os === "darwin") return join(home, "Library", "Jupyter");
  if (Deno.build.os === "windows") {
    return join(Deno.env.get("APPDATA") ?? home, "jupyter");
  }
  const data = Deno.env.get("XDG_DATA_HOME") || join(home, ".local", "share");
  return join(data, "jupyter");
}

/**
 * Writes the kernel; returns the folder that it is in.
 *
 * @param spec What to write.
 * @param options Where.
 * @throws {Error} When there is another kernel of that name, or the folder cannot
 * be written.
 */
export async function installKernel(
  spec: KernelSpec,
  { prefix, name, force }: Options,
): Promise<string> {
  const data = prefix
    ? join(resolve(prefix), "share", "jupyter")
    : userFolder();
  const folder = join(data, "kernels", name);
  const file = join(folder, "kernel.json");
  const before = await Deno.readTextFile(file).catch(() => undefined);
  if (before !== undefined && !force && !isOurs(before)) {
    throw new Error(
      `There is another kernel named "${name}" in ${folder}.\n` +
        `--force replaces it; --name=NAME installs this one beside it, to be chosen in each notebook.`,
    );
  }
  try {
    await Deno.mkdir(folder, { recursive: true });
    const part = `${file}.${Deno.pid}.part`;
    await Deno.writeTextFile(part, JSON.stringify(spec, null, 2) + "\n");
    await Deno.rename(part, file);
  } catch (error) {
    throw new Error(`${folder} cannot be written: ${(error as Error).message}`);
  }
  return folder;
}

/** Whether a `kernel.json` was written here before, for this or another copy of the lesson. */
function isOurs(text: string): boolean {
  try {
    return typeof JSON.parse(text).metadata?.lesson === "string";
  } catch {
    return false;
  }
}

/**
 * The first folder of a path that others may not enter, or the path itself;
 * undefined where they may, or on Windows.
 */
export function closedToOthers(path: string): string | undefined {
  const parent = dirname(path);
  if (parent === path) return undefined;
  const closed = closedToOthers(parent);
  if (closed) return closed;
  const { mode } = Deno.statSync(path);
  return mode === null || mode & 0o001 ? undefined : path;
}

/** Lets Deno download what notebooks need: the libraries, and its bundler. */
async function fill(lesson: string): Promise<void> {
  // As in a kernel: the bundler takes its settings from the folder that it is in.
  Deno.chdir(join(lesson, "notebooks"));
  await import("../lib/notebook.ts");
  const { packedPlotly } = await import("../lib/notebook/packed_plotly.ts");
  const { bundledExplorables } = await import(
    "../lib/notebook/bundled_explorables.ts"
  );
  await Promise.all([packedPlotly(), bundledExplorables()]);
}

if (import.meta.main) {
  try {
    const options = readOptions(Deno.args);
    if (options.help) {
      console.log(HELP);
      Deno.exit(0);
    }
    const lesson = resolve(import.meta.dirname!, "..");
    const spec = kernelSpec(
      lesson,
      Deno.execPath(),
      Deno.build.os === "windows",
      Deno.env.get("DENO_DIR"),
    );
    const folder = await installKernel(spec, options);
    await fill(lesson);
    console.log(`Installed in ${folder}.`);
    for (const path of [spec.env.DENO_DIR, lesson, Deno.execPath()]) {
      const closed = options.prefix && path && closedToOthers(path);
      if (!closed) continue;
      console.log(
        `Only you can use it: it needs ${path}, and others may not enter ${closed}.`,
      );
    }
    console.log(
      "Reload Jupyter; notebooks of the lesson now run from every folder.",
    );
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
