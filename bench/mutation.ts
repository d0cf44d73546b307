/**
 * `deno task mutation [FILE...]`: Stryker breaks the library in one place at a time,
 * and the tests must notice. The tests of the broken file run first; only when they
 * pass do all others. A FILE may name lines: `lib/math/softmax.ts:20-40`.
 *
 * A change that makes no difference is marked in the file, with the reason:
 * `// Stryker disable next-line EqualityOperator: both forms give 0 at 0`.
 *
 * @module
 */

import { basename, dirname, join } from "node:path";
import { table } from "./table.ts";

// Not in deno.json: nothing else needs it.
const STRYKER = "npm:@stryker-mutator/core@9.6.0";

/** Mathematics and logic; the rest is words, or needs a browser. */
const BREAKABLE = [
  /^lib\/(math|network|flowers|figures|exercises)\/\w+\.ts$/,
  /^lib\/explorables\/(?!browser|controls|mount|redraw)\w+\.ts$/,
  /\/(html_figure|html_table|slim_svg|format|cell_script|format_value)\.ts$/,
];

/** How many in a hundred changes must be noticed. */
const WANTED = 95;

/** What the tests need of the tree. */
const KEPT = ["lib", "tests", "data", "handouts"].map((name) => `!${name}/**/*`)
  .concat("!deno.*");

/** As much of Stryker's result for one change as is read here. */
interface Mutant {
  readonly status: "Killed" | "Timeout" | "Survived" | "Ignored";
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: Record<"start" | "end", { line: number; column: number }>;
}

const { Stryker } = await import(STRYKER);

/** Breaks files, or lines of them, and runs tests on each change. */
async function mutate(files: string[], tests: string): Promise<Mutant[]> {
  const folder = await Deno.makeTempDir();
  try {
    return await new Stryker({
      testRunner: "command",
      commandRunner: {
        command:
          `${Deno.execPath()} test -A --no-check --quiet --fail-fast ${tests}`,
      },
      mutate: files,
      ignorePatterns: ["**", ...KEPT, "handouts/out"],
      tempDirName: join(folder, "stryker"),
      coverageAnalysis: "off",
      timeoutMS: 15_000,
      concurrency: 1,
      reporters: [],
      plugins: [],
      logLevel: "error",
    }).runMutationTest();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function filesBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesBelow(join(folder, name)) : [join(folder, name)]
  ).sort();
}

/** The file of tests with the name of a source, or else all tests of its room. */
function testsOf(source: string): string {
  const name = basename(source, ".ts");
  const own = name.startsWith("argument")
    ? "misuse_test.ts"
    : `${name}_test.ts`;
  return filesBelow("tests").find((path) => basename(path) === own) ??
    join("tests", basename(dirname(source)));
}

function rowOf(name: string, mutants: readonly Mutant[]): (string | number)[] {
  const counts = ["Killed", "Timeout", "Survived", "Ignored"]
    .map((wanted) => mutants.filter(({ status }) => status === wanted).length);
  const noticed = counts[0] + counts[1];
  const score = 100 * noticed / (noticed + counts[2] || 1);
  return [name, mutants.length, ...counts, score];
}

function placeOf({ location, mutatorName, replacement }: Mutant): string {
  return `${location.start.line}:${location.start.column}: ${mutatorName}: ${replacement}`;
}

const files = Deno.args.length > 0
  ? Deno.args
  : ["lib", "handouts"].flatMap(filesBelow)
    .filter((path) => BREAKABLE.some((form) => form.test(path)));
const all: Mutant[] = [];
const rows: (string | number)[][] = [];
for (const file of files) {
  const [source] = file.split(":");
  let mutants = await mutate([file], testsOf(source));
  const lines = mutants.filter(({ status }) => status === "Survived")
    .map(({ location: { start, end } }) =>
      `${source}:${start.line}-${end.line}`
    );
  if (lines.length > 0) {
    const again = await mutate([...new Set(lines)], "");
    const status = new Map(again.map((one) => [placeOf(one), one.status]));
    mutants = mutants.map((mutant) =>
      mutant.status !== "Survived"
        ? mutant
        : { ...mutant, status: status.get(placeOf(mutant))! }
    );
  }
  for (const mutant of mutants) {
    if (mutant.status !== "Survived") continue;
    console.log(`${source}:${placeOf(mutant)}`);
  }
  all.push(...mutants);
  rows.push(rowOf(file, mutants));
}
rows.push(rowOf("all", all));
const header = "file,mutants,killed,late,survived,disabled,score %".split(",");
console.log(`\n${table(header, rows)}`);
if (Number(rows.at(-1)!.at(-1)) < WANTED) Deno.exitCode = 1;
