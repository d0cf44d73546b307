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

/** Where there is mathematics or logic; the rest is words, or needs a browser. */
const BREAKABLE =
  /^(lib\/(math|network|flowers|figures|exercises)\/\w+|lib\/explorables\/(flower|slopes|race|descent)|.*\/(html_figure|html_table|slim_svg|format))\.ts$/;

/** How many in a hundred changes must be noticed. */
const WANTED = 95;

/** What the tests need of the tree. */
const KEPT = ["lib", "tests", "data", "handouts"].map((name) => `!${name}/**/*`)
  .concat("!deno.*");

/** As much of Stryker's result for one change as is read here. */
interface Mutant {
  readonly status: "Killed" | "Timeout" | "Survived" | "Ignored";
  readonly fileName: string;
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
  const own = `${basename(source, ".ts")}_test.ts`;
  return filesBelow("tests").find((path) => basename(path) === own) ??
    join("tests", basename(dirname(source)));
}

function keyOf({ fileName, mutatorName, replacement, location }: Mutant) {
  return JSON.stringify([fileName, mutatorName, replacement, location]);
}

function rowOf(name: string, statuses: readonly Mutant["status"][]): string[] {
  const [killed, late, survived, ignored] = [
    "Killed",
    "Timeout",
    "Survived",
    "Ignored",
  ].map((wanted) => statuses.filter((status) => status === wanted).length);
  const score = 100 * (killed + late) / (killed + late + survived || 1);
  const counts = [statuses.length, killed, late, survived, ignored];
  return [name, ...counts.map(String), score.toFixed(1)];
}

const files = Deno.args.length > 0
  ? Deno.args
  : ["lib", "handouts"].flatMap(filesBelow).filter((p) => BREAKABLE.test(p));
const mutants: Record<string, Mutant[]> = {};
for (const file of files) {
  const source = file.replace(/:.*/, "");
  mutants[file] = await mutate([file], testsOf(source));
  console.log(rowOf(file, mutants[file].map(({ status }) => status)).join(" "));
}

const survivors = Object.entries(mutants).flatMap(([file, its]) =>
  its.filter(({ status }) => status === "Survived").map(({ location }) =>
    `${file.replace(/:.*/, "")}:${location.start.line}-${location.end.line}`
  )
);
const noticed = survivors.length === 0
  ? []
  : (await mutate([...new Set(survivors)], "tests")).filter(({ status }) =>
    status !== "Survived"
  );
const later = new Map(noticed.map((mutant) => [keyOf(mutant), mutant.status]));

const rows: string[][] = [];
const all: Mutant["status"][] = [];
for (const [file, its] of Object.entries(mutants)) {
  const statuses = its.map((mutant) =>
    later.get(keyOf(mutant)) ?? mutant.status
  );
  rows.push(rowOf(file, statuses));
  all.push(...statuses);
  its.forEach(({ location, mutatorName, replacement }, i) => {
    if (statuses[i] !== "Survived") return;
    console.log(
      `${file}:${location.start.line}: ${mutatorName}: ${replacement}`,
    );
  });
}
const total = rowOf("all", all);
const header = "file,mutants,killed,late,survived,disabled,score %".split(",");
console.log(`\n${table(header, [...rows, total])}`);
if (Number(total.at(-1)) < WANTED) Deno.exitCode = 1;
