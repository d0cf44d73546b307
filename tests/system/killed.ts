import assert from "assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@lesson/cross-entropy";
import { jupyter, withLifeline } from "../../handouts/jupyter.ts";
import { root, run } from "../support/notebooks.ts";
import { type SmallCell, writeNotebook } from "../support/small_notebook.ts";

/** How often the export is killed; the environment may ask for more. */
const MOMENTS = Number(Deno.env.get("KILLS") ?? 6);

/** How it is killed, in turn. */
const SIGNALS = ["SIGKILL", "SIGTERM", "SIGHUP"] as const;

Deno.test({
  name:
    `deno task handouts, killed at ${MOMENTS} random moments, leaves no part of a page, no earlier page lost, no process and no folder behind, and the next run works`,
  // Processes are counted in /proc.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const folder = await Deno.makeTempDir({ dir: join(root, "notebooks") });
    const out = join(folder, "out");
    const page = join(out, "victim.html");
    const temporary = join(folder, "temporary");
    await Deno.mkdir(temporary);
    try {
      const cells = (text: string): SmallCell[] => [
        ["title", `# ${text}`],
        [
          "imports",
          'import { lossCurvePlot, show } from "@lesson/cross-entropy/notebook";',
        ],
        [
          "plot",
          'await show(lossCurvePlot(["crossEntropy"]), { alt: "A curve." });',
        ],
        [
          "slow",
          "const slow = await new Promise((resolve) => setTimeout(resolve, 500));",
        ],
      ];
      const notebook = await writeNotebook(folder, "victim", cells("Before"));
      const started = performance.now();
      assert((await start(notebook, out, "whole").status).success);
      const duration = performance.now() - started;
      const before = await Deno.readTextFile(page);

      await writeNotebook(folder, "victim", cells("After"));
      const elsewhere = join(folder, "elsewhere");
      assert((await start(notebook, elsewhere, "whole").status).success);
      const after = await Deno.readTextFile(join(elsewhere, "victim.html"));
      const random = seededRandom(11);
      for (let i = 0; i < MOMENTS; i++) {
        const mark = `killed-${Deno.pid}-${i}`;
        const child = start(notebook, out, mark);
        const moment = random() * duration;
        await new Promise((resolve) => setTimeout(resolve, moment));
        try {
          child.kill(SIGNALS[i % SIGNALS.length]);
        } catch {
          // It was done already.
        }
        await child.status;
        const now = await Deno.readTextFile(page);
        assert(
          now === before || now === after,
          `after ${moment} ms the page is neither the old nor the new`,
        );
        await goneWithin(10, mark);
      }

      assert((await start(notebook, out, "next").status).success);
      assert(await Deno.readTextFile(page) === after);
      const left = [...Deno.readDirSync(out)].map(({ name }) => name)
        .filter((name) => !name.endsWith(".part"));
      assert.deepEqual(left, ["victim.html"], "no leftovers beside the page");
      const rest = [...Deno.readDirSync(temporary)].map(({ name }) => name);
      assert.deepEqual(rest, [], "no leftovers in the temporary folder");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name:
    "deno task handouts, when no more can be written, says so and leaves the earlier page as it was",
  // The shell stands in for a disk that is full: no file may grow beyond 300 KB.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const folder = await Deno.makeTempDir({ dir: join(root, "notebooks") });
    const out = join(folder, "out");
    const page = join(out, "victim.html");
    try {
      const notebook = await writeNotebook(folder, "victim", [
        ["title", "# A page of half a megabyte"],
        [
          "imports",
          'import { lossCurvePlot, show } from "@lesson/cross-entropy/notebook";',
        ],
        [
          "plot",
          'await show(lossCurvePlot(["crossEntropy"]), { alt: "A curve." });',
        ],
      ]);
      await Deno.mkdir(out);
      await Deno.writeTextFile(page, "the earlier page");
      const { code, said } = await run("bash", [
        "-c",
        `trap "" XFSZ; ulimit -f 300; "$@"`,
        "bash",
        Deno.execPath(),
        ...["run", "-A", "handouts/main.ts", notebook, "--out", out],
      ]);
      assert.equal(code, 1);
      assert.match(said, /cannot write .*victim\.html: /);
      assert.equal(await Deno.readTextFile(page), "the earlier page");
      const left = [...Deno.readDirSync(out)].map(({ name }) => name);
      assert.deepEqual(left, ["victim.html"]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "a command with a lifeline ends when the one that started it does",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const mark = `lifeline-${Deno.pid}`;
    const { python } = await jupyter();
    const [name, ...args] = withLifeline([python, "-m", "http.server", "0"]);
    const child = new Deno.Command(name, {
      args,
      env: { HANDOUTS_TEST: mark },
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    for (let tries = 0; marked(mark).length !== 2 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(marked(mark).length, 2);
    await child.stdin.close();
    await child.status;
    await goneWithin(5, mark);
  },
});

Deno.test({
  name:
    "deno task handouts --watch ends every process on Ctrl-C, even in the middle of a cell",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const folder = await Deno.makeTempDir();
    await Deno.mkdir(join(folder, "temporary"));
    const mark = `watch-${Deno.pid}`;
    try {
      const reached = join(folder, "reached");
      // Apart from the rest, because whatever changes beside it starts it anew.
      const source = join(folder, "source");
      await Deno.mkdir(source);
      const notebook = await writeNotebook(source, "slow", [
        ["title", "# Slow"],
        [
          "slow",
          `Deno.writeTextFileSync("${reached}", ""); await new Promise((resolve) => setTimeout(resolve, 100_000));`,
        ],
      ]);
      const child = start(notebook, join(folder, "out"), mark, "--watch");
      const wait = () => new Promise((resolve) => setTimeout(resolve, 150));
      while (!existsSync(reached)) await wait();
      // Changes while the command is being ended must not start it twice.
      for (let change = 0; change < 3; change++) {
        await Deno.writeTextFile(join(source, "beside.txt"), "");
        await wait();
      }
      await Deno.remove(reached);
      while (!existsSync(reached)) await wait();
      assert(marked(mark).length >= 4, "watcher, command, Python and kernel");
      child.kill("SIGINT");
      assert.equal((await child.status).code, 0);
      await goneWithin(10, mark);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

/** Starts the export; its processes carry a mark in their environment. */
function start(
  notebook: string,
  out: string,
  mark: string,
  option = "--fresh",
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "handouts/main.ts", option, notebook, "--out", out],
    cwd: root,
    env: { HANDOUTS_TEST: mark, TMPDIR: join(out, "..", "temporary") },
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** Fails when a process with the mark is still there after so many seconds. */
async function goneWithin(seconds: number, mark: string): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  let left = marked(mark);
  while (left.length > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    left = marked(mark);
  }
  assert.deepEqual(left, []);
}

/** The command lines of the processes that carry the mark. */
function marked(mark: string): string[] {
  const found: string[] = [];
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const environment = Deno.readTextFileSync(`/proc/${name}/environ`);
      if (!environment.includes(`HANDOUTS_TEST=${mark}\0`)) continue;
      const command = Deno.readTextFileSync(`/proc/${name}/cmdline`);
      if (command !== "") found.push(command.replaceAll("\0", " "));
    } catch {
      // Ended meanwhile, or another's.
    }
  }
  return found;
}
