import assert from "assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@lesson/cross-entropy";
import { jupyter, withLifeline } from "../../handouts/jupyter.ts";
import { HANDOUTS, run } from "../support/command.ts";
import { namesIn, root, temporaryFolder } from "../support/folder.ts";
import { type SmallCell, writeNotebook } from "../support/small_notebook.ts";
import { sleep, until } from "../support/until.ts";

/** How often the export is killed; the environment may ask for more. */
const MOMENTS = Number(Deno.env.get("KILLS") ?? 6);

/** How it is killed, in turn. */
const SIGNALS = ["SIGKILL", "SIGTERM", "SIGHUP"] as const;

/** A notebook whose page has half a megabyte. */
const plotted = (title: string): SmallCell[] => [
  ["title", `# ${title}`],
  [
    "imports",
    'import { lossCurvePlot, show } from "@lesson/cross-entropy/notebook";',
  ],
  ["plot", 'await show(lossCurvePlot(["crossEntropy"]), { alt: "A curve." });'],
];

Deno.test({
  name:
    `deno task handouts, killed at ${MOMENTS} random moments, leaves the earlier page or the new one, no process and no folder behind, and the next run works`,
  // Processes are counted in /proc.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    using folder = temporaryFolder("notebooks");
    const out = folder.join("out");
    const page = join(out, "victim.html");
    const temporary = folder.join("temporary");
    await Deno.mkdir(temporary);
    const write = (title: string) =>
      writeNotebook(folder.path, "victim", [
        ...plotted(title),
        [
          "slow",
          "const slow = await new Promise((resolve) => setTimeout(resolve, 500));",
        ],
      ]);
    const notebook = await write("Before");
    assert((await start(notebook, out, "whole").status).success);
    const before = await Deno.readTextFile(page);

    await write("After");
    const elsewhere = folder.join("elsewhere");
    const started = performance.now();
    assert((await start(notebook, elsewhere, "whole").status).success);
    const duration = performance.now() - started;
    const after = await Deno.readTextFile(join(elsewhere, "victim.html"));
    const random = seededRandom(11);
    let killed = 0;
    for (let i = 0; i < MOMENTS; i++) {
      const mark = `killed-${Deno.pid}-${i}`;
      const child = start(notebook, out, mark);
      const moment = (i + random()) / MOMENTS * duration;
      await sleep(moment);
      try {
        child.kill(SIGNALS[i % SIGNALS.length]);
      } catch {
        // It was done already.
      }
      if (!(await child.status).success) killed++;
      const now = await Deno.readTextFile(page);
      assert(
        now === before || now === after,
        `after ${moment} ms the page is neither the old nor the new`,
      );
      await goneWithin(10, mark);
    }

    assert(killed >= MOMENTS / 3, `only ${killed} were killed before the end`);
    assert((await start(notebook, out, "next").status).success);
    assert(await Deno.readTextFile(page) === after);
    const left = namesIn(out).filter((name) => !name.endsWith(".part"));
    assert.deepEqual(left, ["victim.html"], "no leftovers beside the page");
    assert.deepEqual(namesIn(temporary), [], "none in the temporary folder");
  },
});

Deno.test({
  name:
    "deno task handouts, when no more can be written, says so and leaves the earlier page as it was",
  // The shell stands in for a disk that is full: no file may grow beyond 300 KB.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using folder = temporaryFolder("notebooks");
    const out = folder.join("out");
    const page = join(out, "victim.html");
    const notebook = await writeNotebook(folder.path, "victim", plotted("A"));
    await Deno.mkdir(out);
    await Deno.writeTextFile(page, "the earlier page");
    const limited = ["-c", `trap "" XFSZ; ulimit -f 300; "$@"`, "bash"];
    const command = [Deno.execPath(), ...HANDOUTS, notebook, "--out", out];
    const said = await run("bash", [...limited, ...command], {}, 1);
    assert.match(said, /cannot write .*victim\.html: /);
    assert.equal(await Deno.readTextFile(page), "the earlier page");
    assert.deepEqual(namesIn(out), ["victim.html"]);
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
    await until(() => marked(mark).length === 2, "lifeline and command", 10);
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
    using folder = temporaryFolder();
    await Deno.mkdir(folder.join("temporary"));
    const mark = `watch-${Deno.pid}`;
    const reached = folder.join("reached");
    // Apart from the rest, because whatever changes beside it starts it anew.
    const source = folder.join("source");
    await Deno.mkdir(source);
    const notebook = await writeNotebook(source, "slow", [
      ["title", "# Slow"],
      [
        "slow",
        `Deno.writeTextFileSync("${reached}", ""); await new Promise((resolve) => setTimeout(resolve, 100_000));`,
      ],
    ]);
    const child = start(notebook, folder.join("out"), mark, "--watch");
    const inTheCell = () => until(() => existsSync(reached), "the cell");
    await inTheCell();
    // Changes while the command is being ended must not start it twice.
    for (let change = 0; change < 3; change++) {
      await Deno.writeTextFile(join(source, "beside.txt"), "");
      await sleep(150);
    }
    await Deno.remove(reached);
    await inTheCell();
    assert(marked(mark).length >= 4, "watcher, command, Python and kernel");
    child.kill("SIGINT");
    assert.equal((await child.status).code, 0);
    await goneWithin(10, mark);
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
    args: [...HANDOUTS, option, notebook, "--out", out],
    cwd: root,
    env: { HANDOUTS_TEST: mark, TMPDIR: join(out, "..", "temporary") },
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** Fails when a process with the mark is still there after so many seconds. */
async function goneWithin(seconds: number, mark: string): Promise<void> {
  const gone = () => marked(mark).length === 0;
  await until(gone, `the end of ${mark}`, seconds)
    .catch(() => assert.deepEqual(marked(mark), []));
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
