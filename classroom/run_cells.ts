import { join } from "node:path";
import { browserScript } from "../lib/notebook/browser_script.ts";

/** What the runner is sent. */
export interface Work {
  /** Marks the lines that come from the runner itself. */
  readonly secret: string;
  readonly cells: readonly string[];
  /** The most that all cells together may print, in characters. */
  readonly printed: number;
}

/** The most that a student's code may take. */
export interface Limits {
  /** For one cell; all together may take six times as long. */
  readonly seconds: number;
  readonly megabytes: number;
  /** What may be printed, in characters. */
  readonly printed: number;
}

export type Verdict = "right" | "wrong" | "open";

/** In which cell a run ended early, and why. */
export interface Ended {
  readonly cell: number;
  readonly why: string;
}

/** What came of running some cells. */
export interface Run {
  /** The last verdict on each exercise. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The errors of each cell, by its place. */
  readonly errors: ReadonlyMap<number, readonly string[]>;
  readonly ended?: Ended;
}

/**
 * The library and what runs cells, as one file: so the process that runs a
 * student's code needs no permission to read any.
 */
export async function writeRunner(folder: string): Promise<string> {
  const path = join(folder, "runner.js");
  const entry = new URL("runner.ts", import.meta.url);
  const unused = ["*/packed_plotly.ts", "*/bundled_explorables.ts"];
  await Deno.writeTextFile(path, await browserScript(entry, unused));
  return path;
}

/**
 * Runs cells in a process of their own, without any permission.
 *
 * @param runner What {@linkcode writeRunner} wrote, in a folder that the process
 * may fill with what Deno keeps.
 */
export async function runCells(
  runner: string,
  cells: readonly string[],
  limits: Limits,
): Promise<Run> {
  const secret = crypto.randomUUID();
  const deno = [
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-prompt",
    "--no-config",
    "--no-lock",
    "--no-remote",
    "--no-npm",
    "--no-code-cache",
    `--v8-flags=--max-old-space-size=${limits.megabytes}`,
    runner,
  ];
  // The system ends it, too, when nobody is left to do so.
  const bounded = `ulimit -c 0; ulimit -t ${
    Math.ceil(6 * limits.seconds) + 5
  }; exec "$@"`;
  const [command, ...args] = Deno.build.os === "windows"
    ? deno
    : ["sh", "-c", bounded, "sh", ...deno];
  const folder = join(runner, "..");
  const child = new Deno.Command(command, {
    args,
    cwd: folder,
    clearEnv: true,
    env: {
      DENO_DIR: join(folder, "deno"),
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();

  let why: string | undefined;
  const stop = (reason: string) => {
    why ??= reason;
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  const late = `did not end within ${limits.seconds} seconds`;
  let cellTimer = setTimeout(stop, 1000 * limits.seconds + 5000, late);
  const timer = setTimeout(stop, 6000 * limits.seconds, late);
  const tooMuchMemory = `needs more than ${limits.megabytes} MB of memory`;
  const memory = setInterval(async () => {
    // V8's own limit does not count typed arrays.
    const megabytes = await residentMegabytes(child.pid);
    if (megabytes > limits.megabytes + 200) stop(tooMuchMemory);
  }, 100);

  const verdicts = new Map<string, Verdict>();
  const errors = new Map<number, string[]>();
  let cell = 0;
  let complete = false;
  const tooMuchPrinted = `prints more than ${limits.printed} characters`;
  function read(line: string): void {
    if (!line.startsWith(`${secret} `)) return;
    const [, what, text] = line.match(/^\S+ (\w+) ?(.*)$/)!;
    switch (what) {
      case "cell":
        cell = Number(text);
        clearTimeout(cellTimer);
        cellTimer = setTimeout(stop, 1000 * limits.seconds, late);
        return;
      case "failed":
        errors.set(cell, [...errors.get(cell) ?? [], JSON.parse(text)]);
        return;
      case "flood":
        return stop(tooMuchPrinted);
      case "end":
        complete = true;
        return;
      default:
        verdicts.set(JSON.parse(text), what as Verdict);
    }
  }

  const input = JSON.stringify({ secret, cells, printed: limits.printed });
  const writer = child.stdin.getWriter();
  writer.write(new TextEncoder().encode(input))
    .then(() => writer.close())
    .catch(() => {}); // It ended before it had read all.
  let printed = 0;
  async function* textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      printed += text.length;
      // The reports themselves take some room as well.
      if (printed > 2 * limits.printed + 100_000) stop(tooMuchPrinted);
      yield text;
    }
  }
  let complaint = "";
  const complaints = (async () => {
    for await (const text of textOf(child.stderr)) {
      complaint = (complaint + text).slice(-10_000);
    }
  })();
  let rest = "";
  for await (const text of textOf(child.stdout)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    lines.forEach(read);
  }
  await complaints;
  await child.status;
  clearTimeout(cellTimer);
  clearTimeout(timer);
  clearInterval(memory);

  if (complete) return { verdicts, errors };
  why ??= /out of memory|heap limit/i.test(complaint)
    ? tooMuchMemory
    : "ends the process";
  return { verdicts, errors, ended: { cell, why } };
}

/** The memory of a process, where the system tells; else 0. */
async function residentMegabytes(pid: number): Promise<number> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    return Number(status.match(/VmRSS:\s*(\d+)/)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
