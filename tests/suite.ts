/**
 * `deno task test`: runs all tests, most of them side by side, and names the
 * slowest. `deno task test FILE ...` runs only these.
 *
 * @module
 */

import { parseHTML } from "linkedom";
import { launchChromium } from "../handouts/browser.ts";
import { jupyter } from "../handouts/jupyter.ts";
import { availableEngines } from "./support/engines.ts";

/** How many of the slowest tests are named. */
const SLOWEST = 10;

/** Run alone: one measures how smoothly a page moves, one watches the project's files. */
const ALONE = ["explorable_frames", "watch"].map(pathOf);

/** Those that take longest come first, so that none is waited for at the end. */
const FIRST = [
  "pages",
  "page_kernel",
  "page_notebook",
  "lab",
  "killed",
  "explorables",
  "cache",
  "handouts",
]
  .map(pathOf);

/** A test, and the seconds that it took. */
type Timed = [seconds: number, name: string];

async function main(files: string[]): Promise<boolean> {
  // Tests that run side by side would all begin with installing.
  await Promise.all([
    launchChromium().then((browser) => browser.close()),
    jupyter(),
    availableEngines(),
  ]);
  const system = [...Deno.readDirSync("tests/system")]
    .map(({ name }) => `tests/system/${name}`).sort()
    .filter((path) => !FIRST.includes(path) && !ALONE.includes(path));
  const together = [...FIRST, ...system, "--doc", "lib", "README.md", "tests"];
  // A test of a browser often waits: two jobs more than there are processors.
  const jobs = navigator.hardwareConcurrency + 2;
  const runs = files.length > 0 ? [await runTests(files)] : [
    await runTests(["--parallel", ...together], { DENO_JOBS: `${jobs}` }),
    await runTests(ALONE),
  ];

  const slowest = runs.flatMap(({ timed }) => timed)
    .sort(([a], [b]) => b - a).slice(0, SLOWEST);
  console.log("The slowest tests:");
  for (const [seconds, name] of slowest) {
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  return runs.every(({ success }) => success);
}

function pathOf(name: string): string {
  return `tests/system/${name}.ts`;
}

/** Runs `deno test`; what it says is seen at once. */
async function runTests(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ success: boolean; timed: Timed[] }> {
  const report = await Deno.makeTempFile({ suffix: ".xml" });
  try {
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["test", "-A", `--junit-path=${report}`, ...args],
      env,
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    const { document } = parseHTML(await Deno.readTextFile(report));
    const timed = [...document.querySelectorAll("testcase")].map((
      test,
    ): Timed => [
      Number(test.getAttribute("time")),
      `${test.getAttribute("classname")}: ${test.getAttribute("name")}`,
    ]);
    return { success, timed };
  } finally {
    await Deno.remove(report);
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args) ? 0 : 1);
