import { join, resolve } from "node:path";
import type { Jupyter } from "../handouts/jupyter.ts";

const root = resolve(import.meta.dirname!, "..");
const CHANGED = "03_cross_entropy.ipynb";

/** Seconds until all English pages are up to date again, after some change. */
export interface Waits {
  readonly change: string;
  readonly ours: number;
  /** 0 when there is nothing to do. */
  readonly nbconvert: number;
  readonly jupyterCache: number;
}

/**
 * Times our command, `jupyter nbconvert --execute`, which remembers nothing and so
 * is given the changed notebook alone, and jupyter-cache, in turn, in a copy of
 * the project.
 *
 * @param jupyter The project's Jupyter.
 * @param folder An empty folder, for the copy and the pages.
 */
export async function measureWaits(
  { python, env }: Jupyter,
  folder: string,
): Promise<Waits[]> {
  const copy = join(folder, "copy");
  await run("git", ["clone", "--quiet", root, copy]);
  for (const name of ["node_modules", ".venv"]) {
    await Deno.symlink(join(root, name), join(copy, name));
  }
  // Nothing of the project needs it, so it does not go into .venv.
  const packages = join(folder, "packages");
  const pip = ["-m", "pip", "install", "--quiet", "--target", packages];
  await run(python, [...pip, "jupyter-cache==1.0.1"], { ...env });
  const notebooks = [...Deno.readDirSync(join(copy, "notebooks", "en"))]
    .map(({ name }) => join(copy, "notebooks", "en", name))
    .filter((name) => name.endsWith(".ipynb")).sort();
  const changed = notebooks.find((path) => path.endsWith(CHANGED))!;

  const ours = (...options: string[]) =>
    run(Deno.execPath(), [
      ...["task", "--cwd", copy, "handouts", "--lang", "en"],
      ...["--out", join(folder, "ours"), ...options],
    ]);
  const nbconvert = async (paths: string[]) => {
    for (const path of paths) {
      const to = ["--output-dir", join(folder, "theirs"), path];
      const args = ["-m", "nbconvert", "--to", "html", "--execute", ...to];
      await run(python, args, env);
    }
  };
  const jupyterCache = () =>
    run(python, [
      join(import.meta.dirname!, "jupyter_cache_pages.py"),
      join(folder, "cache"),
      join(folder, "cached"),
      ...notebooks,
    ], { ...env, PYTHONPATH: packages });
  const edit = async (from: string, to: string) => {
    const text = await Deno.readTextFile(changed);
    if (!text.includes(from)) throw new Error(`${CHANGED} has no ${from}`);
    await Deno.writeTextFile(changed, text.replace(from, to));
  };
  const measure = async (
    change: string,
    paths: string[],
    ...options: string[]
  ): Promise<Waits> => ({
    change,
    ours: await seconds(() => ours(...options)),
    nbconvert: paths.length && await seconds(() => nbconvert(paths)),
    jupyterCache: await seconds(jupyterCache),
  });

  const fresh = await measure("all run", notebooks, "--fresh");
  const unchanged = await measure("nothing", []);
  await edit("How good is that answer?", "How well did it answer?");
  const prose = await measure("prose of one notebook", [changed]);
  await edit(
    '"source": [\n    "const ',
    '"source": [\n    "void 0;\\n",\n    "const ',
  );
  const code = await measure("code of one notebook", [changed]);
  return [unchanged, prose, code, fresh];
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args, env })
    .output();
  if (success) return;
  throw new Error(`${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}
