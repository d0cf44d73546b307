/**
 * Jupyter for this project alone: Python packages in `.venv`, the Deno kernel,
 * and the environment in which to start them.
 *
 * Nothing is read from, or written to, the Jupyter folders in the user's home.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./progress_line.ts";
import { writeWhole } from "./write_whole.ts";

/** How to start a Python program of this project's Jupyter. */
export interface Jupyter {
  /** The project's root folder. */
  root: string;
  /** The Python of `.venv`. */
  python: string;
  /**
   * Variables to add to a child's environment, for `new Deno.Command(python, {
   * env })`.
   */
  env: Record<string, string>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const requirements = join(root, "handouts", "requirements.txt");
const venv = join(root, ".venv");
const stamp = join(venv, "installed.txt");
const listing = join(venv, "packages.txt");
const windows = Deno.build.os === "windows";
const python = windows
  ? join(venv, "Scripts", "python.exe")
  : join(venv, "bin", "python");

/** A user's own settings of Python must not reach into `.venv`. */
const cleanPython = {
  PYTHONHOME: "",
  PYTHONINSPECT: "",
  PYTHONPATH: "",
  PYTHONNOUSERSITE: "1",
  PYTHONUTF8: "1",
};

/**
 * The project's Jupyter, installed first where it is absent, outdated or
 * broken.
 *
 * @returns The Python to start, and the environment to start it in.
 * @throws {Error} When Python is missing or too old, or the packages cannot be
 * installed; the message says what to do.
 */
export async function jupyter(): Promise<Jupyter> {
  // Two processes may want it at once: one installs, the other waits. The
  // system frees the lock when its owner dies.
  using lock = await openLock();
  await lock.lock(true);
  if (!await isInstalled()) await install();
  await writeKernel();
  return { root, python, env: { ...cleanPython, ...await folders() } };
}

/**
 * Opens the lock, or says plainly what is wrong with a checkout that others own.
 */
async function openLock(): Promise<Deno.FsFile> {
  try {
    await Deno.mkdir(venv, { recursive: true });
    return await Deno.open(join(venv, "lock"), { create: true, write: true });
  } catch (error) {
    throw new Error(
      `Jupyter and its kernels need the folder ${venv}, and you may not write there. Copy the project into a folder of your own.`,
      { cause: error },
    );
  }
}

/**
 * Whether all that `requirements.txt` asks for is installed and still there, for
 * a Python that still starts.
 */
async function isInstalled(): Promise<boolean> {
  const [noted, packages] = await Promise.all([stamp, listing].map(
    (path) => Deno.readTextFile(path).catch(() => ""),
  ));
  const found = await pythonOf([python]);
  return found !== undefined && noted === await stampOf(found) &&
    packages.split("\n").filter(Boolean)
      .every((name) => found.packages.includes(name));
}

/** What the stamp says after a complete installation. */
async function stampOf({ version }: Python): Promise<string> {
  const bytes = await Deno.readFile(requirements);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  const hash = new Uint8Array(digest).toHex();
  return `Python ${version.join(".")}\nrequirements.txt ${hash}\n`;
}

async function install(): Promise<void> {
  const creator = await findPython();
  say(
    "Installing JupyterLab into .venv: about a minute, once, about 250 MB.\n",
  );
  for await (const { name } of Deno.readDir(venv)) {
    if (name !== "lock") {
      await Deno.remove(join(venv, name), { recursive: true });
    }
  }
  await run(
    [...creator, "-m", "venv", venv],
    (said) =>
      /ensurepip|No module named '?venv/.test(said)
        ? `${
          creator.join(" ")
        } lacks the module venv. On Debian and Ubuntu: sudo apt install python3-venv`
        : `${creator.join(" ")} cannot create ${venv}`,
  );
  await run(
    [
      python,
      "-m",
      "pip",
      "install",
      "--require-hashes",
      "--no-user",
      "--no-input",
      "--quiet",
      "-r",
      requirements,
    ],
    (said) =>
      /NewConnectionError|ConnectionError|ConnectTimeout|Name or service|getaddrinfo|Max retries/
          .test(said)
        ? "pip cannot reach the package index. Is there a network, or a proxy to be set?"
        : "pip cannot install handouts/requirements.txt",
  );
  const installed = (await pythonOf([python]))!;
  await Deno.writeTextFile(listing, installed.packages.join("\n"));
  // Written last, so that an installation that was killed is done again.
  await Deno.writeTextFile(stamp, await stampOf(installed));
  say("Installed.\n");
}

/** The command of the first Python on this machine that is new enough. */
async function findPython(): Promise<string[]> {
  const tooOld = [];
  for (const command of [["python3"], ["python"], ["py", "-3"]]) {
    const found = await pythonOf(command);
    if (!found) continue;
    const [major, minor] = found.version;
    if (major === 3 && minor >= 10) return command;
    tooOld.push(`${command.join(" ")} is ${found.version.join(".")}`);
  }
  throw new Error(
    "Jupyter needs Python 3.10 or newer, " +
      (tooOld.length
        ? `but ${tooOld.join(", ")}.`
        : "and none was found as python3, python or py.") +
      " Get it from https://www.python.org/downloads/ or from your system's packages.",
  );
}

/** What a Python says of itself. */
interface Python {
  /** Three numbers. */
  readonly version: readonly number[];
  /** The names in its folder of packages. */
  readonly packages: readonly string[];
}

const DESCRIBE = `
import json, os, sys, sysconfig
folder = sysconfig.get_path("purelib")
packages = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
print(json.dumps({"version": sys.version_info[:3], "packages": packages}))
`;

/** The Python of a command, or undefined when it is none that starts. */
async function pythonOf(command: string[]): Promise<Python | undefined> {
  const [name, ...args] = command;
  try {
    const { success, stdout } = await new Deno.Command(name, {
      args: [...args, "-c", DESCRIBE],
      env: cleanPython,
      stderr: "null",
    }).output();
    return success ? JSON.parse(new TextDecoder().decode(stdout)) : undefined;
  } catch (error) {
    if (
      !(error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.PermissionDenied)
    ) throw error;
  }
}

const LIFELINE = `
import os, subprocess, sys, threading
command = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
def watch():
    while os.read(0, 1): pass
    command.kill()
threading.Thread(target=watch, daemon=True).start()
sys.exit(command.wait())
`;

/**
 * A Python command that is killed when its stdin closes: when whoever started it
 * has ended, however that was.
 */
export function withLifeline([python, ...args]: string[]): string[] {
  return [python, "-c", LIFELINE, python, ...args];
}

/**
 * Runs a Python command in silence; when it fails, says why, and the last lines
 * of what it wrote.
 */
async function run(
  command: string[],
  why: (said: string) => string,
): Promise<void> {
  const [name, ...args] = withLifeline(command);
  const child = new Deno.Command(name, {
    args,
    env: { ...cleanPython, PIP_DISABLE_PIP_VERSION_CHECK: "1", NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const { success, stdout, stderr } = await child.output();
  if (success) return;
  const said =
    (new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr))
      .trim();
  throw new Error(`${why(said)}\n\n${said.split("\n").slice(-8).join("\n")}`);
}

/**
 * Makes Jupyter read and write in `.venv` only, so that none of the user's own
 * kernels and settings interfere.
 */
async function folders(): Promise<Record<string, string>> {
  const inVenv = {
    JUPYTER_DATA_DIR: join(venv, "share", "jupyter"),
    JUPYTER_CONFIG_DIR: join(venv, "jupyter", "config"),
    JUPYTER_RUNTIME_DIR: join(venv, "jupyter", "runtime"),
    IPYTHONDIR: join(venv, "jupyter", "ipython"),
  };
  for (const folder of Object.values(inVenv)) {
    await Deno.mkdir(folder, { recursive: true });
  }
  return {
    ...inVenv,
    JUPYTER_PATH: inVenv.JUPYTER_DATA_DIR,
    JUPYTER_CONFIG_PATH: "",
    JUPYTER_PREFER_ENV_PATH: "1",
  };
}

/**
 * Tells Jupyter to start the kernel with the Deno that runs this, which may be
 * another one each time.
 */
async function writeKernel(): Promise<void> {
  const kernel = {
    argv: [
      Deno.execPath(),
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ],
    display_name: "Deno",
    language: "typescript",
    // The signal that Jupyter would send instead ends the kernel, and all that
    // its cells have computed.
    interrupt_mode: "message",
    env: { NO_COLOR: "1" },
  };
  const path = join(venv, "share", "jupyter", "kernels", "deno", "kernel.json");
  await writeWhole(path, JSON.stringify(kernel, null, 2) + "\n");
}
