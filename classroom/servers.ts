/**
 * `deno task classroom`: JupyterHub, nbgrader, Notebook 7 and nbclassic in
 * `classroom/.venv`, for their tests and for `deno task bench:class`. The lesson
 * itself needs none of them.
 *
 * @module
 */

import { delimiter, join } from "node:path";

const folder = import.meta.dirname!;
const requirements = join(folder, "requirements.txt");
const venv = join(folder, ".venv");
const stamp = join(venv, "installed.txt");
const PROXY = "configurable-http-proxy@5.3.0";

/** Where the programs of `classroom/.venv` are, when they are installed. */
export function programs(): string | undefined {
  try {
    const wanted = Deno.readTextFileSync(requirements);
    return Deno.readTextFileSync(stamp) === wanted
      ? join(venv, Deno.build.os === "windows" ? "Scripts" : "bin")
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a test says that needs them. */
export const MISSING = "skipped, for it needs `deno task classroom` first";

/**
 * The environment for these programs: they see no kernel and no settings but those
 * in a folder.
 *
 * @param home The folder.
 * @param bin What {@linkcode programs} returns.
 */
export function environment(home: string, bin: string): Record<string, string> {
  return {
    PATH: [
      bin,
      join(venv, "node_modules", ".bin"),
      Deno.env.get("PATH") ?? "",
    ].join(delimiter),
    HOME: home,
    // Deno keeps what it downloads where it did before.
    DENO_DIR: Deno.env.get("DENO_DIR") ?? denoFolder(),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_PATH: join(home, "data"),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    IPYTHONDIR: join(home, "ipython"),
    PYTHONNOUSERSITE: "1",
    PYTHONPATH: "",
  };
}

function denoFolder(): string {
  const { stdout } = new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).outputSync();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}

async function run(...[command, ...args]: string[]): Promise<void> {
  const { success } = await new Deno.Command(command, { args }).spawn().status;
  if (!success) throw new Error(`${command} ${args.join(" ")} failed`);
}

if (import.meta.main) {
  if (programs()) console.log(`Installed in ${venv}.`);
  else {
    console.log("Installing into classroom/.venv: about a minute, 500 MB.");
    await run("python3", "-m", "venv", "--clear", venv);
    await run(
      join(venv, Deno.build.os === "windows" ? "Scripts" : "bin", "pip"),
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "-r",
      requirements,
    );
    // The proxy of JupyterHub.
    await run("npm", "install", "--silent", "--prefix", venv, PROXY);
    // Written last: an installation that was cut short is done again.
    await Deno.copyFile(requirements, stamp);
  }
}
