/**
 * `deno task grade`: a table of answered notebooks, by student and exercise.
 *
 * @module
 */

import { join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { csvFormatRows } from "d3-dsv";
import { exercises } from "../lib/exercises/check.ts";
import {
  type Cell,
  checkedIn,
  hasTag,
  lessonNotebooks,
  readNotebook,
  textOf,
} from "./cells.ts";
import {
  type Ended,
  type Limits,
  runCells,
  type Verdict,
  writeRunner,
} from "./run_cells.ts";

const HELP = `deno task grade FOLDER [options]

Runs the answered notebooks in FOLDER and writes a table: a row for each student, a
column for each exercise (1 right, 0 wrong, empty when not answered), and remarks.

FOLDER holds a notebook or a folder for each student, whose name is the student's; a
course folder of nbgrader works as well. Notebooks may come from Jupyter, or from a
page ("download my answers").

  --out=FILE        where the table goes (grades.csv)
  --seconds=N       the longest that a cell may take (20)
  --megabytes=N     the most memory that a student's code may take (512)
  --help            this text

Each runs in a process of its own, without permission to read, write, use the
network, or start a program.`;

/** What came of a student's answer to one exercise. */
export interface Grade {
  /** Undefined when it is not answered. */
  readonly points?: 0 | 1;
  /** What else is to be said of it. */
  readonly remark?: string;
}

/** What came of a student's notebook. */
export interface Graded {
  readonly grades: ReadonlyMap<string, Grade>;
  /** What is to be said of the notebook as a whole. */
  readonly remarks: readonly string[];
}

/** A code cell of a student, and the exercise that it belongs to. */
interface OwnedCell {
  readonly code: string;
  /** Undefined for a cell of the lesson. */
  readonly exercise?: string;
}

/**
 * The texts of the lesson's own code cells, in every language, and the exercise that
 * waits there for an answer, if one does.
 */
async function lessonTexts(): Promise<
  ReadonlyMap<string, string | undefined>
> {
  const paths = ["en", "pt"].flatMap(lessonNotebooks);
  const notebooks = await Promise.all(paths.map(readNotebook));
  return new Map(
    notebooks.flatMap(({ cells }) => cells)
      .filter((cell) => !hasTag(cell, "solution") || !checkedIn(cell))
      .map((cell) => [textOf(cell), checkedIn(cell)]),
  );
}

/**
 * Which exercise each cell belongs to: one that checks nothing, and is not the
 * lesson's, to the next that is checked.
 */
function owned(
  cells: readonly Cell[],
  known: ReadonlyMap<string, string | undefined>,
): OwnedCell[] {
  let exercise: string | undefined;
  return cells
    .filter((cell) => cell.cell_type === "code" && !hasTag(cell, "solution"))
    .toReversed()
    .map((cell) => {
      exercise = checkedIn(cell) ?? exercise;
      const code = textOf(cell);
      const ofLesson = known.has(code) && known.get(code) === undefined;
      return ofLesson ? { code } : { code, exercise };
    })
    .toReversed();
}

function gradeOf(
  verdict: Verdict | undefined,
  failures: readonly string[],
): Grade {
  // What a check cell throws at a wrong answer, or at none, says nothing new.
  const telling = failures.filter((text) =>
    verdict === undefined || verdict === "right" ||
    text.startsWith("NotCapable")
  );
  const remark = telling.join("; ") || undefined;
  if (verdict === "right") return { points: 1, remark };
  return { points: verdict === "wrong" || remark ? 0 : undefined, remark };
}

/** Runs a student's notebook, and says how each exercise was answered. */
export async function gradeNotebook(
  cells: readonly Cell[],
  known: ReadonlyMap<string, string | undefined>,
  runner: string,
  limits: Limits,
): Promise<Graded> {
  const all = owned(cells, known);
  const names = new Set(
    all.flatMap(({ exercise }) => exercise === undefined ? [] : [exercise]),
  );
  // In a home that is graded as a whole, many notebooks were never touched.
  if (all.every(({ code }) => known.has(code))) {
    return {
      grades: new Map([...names].map((name) => [name, {}])),
      remarks: [],
    };
  }
  const remarks = new Set<string>();
  const grades = new Map<string, Grade>();

  /**
   * Runs the lesson's cells with those of some exercises, and notes the grades;
   * none when the run ended early, and why is returned.
   */
  async function attempt(
    wanted: ReadonlySet<string>,
  ): Promise<(Ended & { readonly exercise?: string }) | undefined> {
    const chosen = all.filter(({ exercise }) =>
      exercise === undefined || wanted.has(exercise)
    );
    const codes = chosen.map(({ code }) => code);
    const { verdicts, errors, ended } = await runCells(runner, codes, limits);
    if (ended) return { ...ended, exercise: chosen[ended.cell]?.exercise };
    for (const name of wanted) {
      const failures = [...errors].flatMap(([place, texts]) =>
        chosen[place].exercise === name ? texts : []
      );
      grades.set(name, gradeOf(verdicts.get(name), failures));
    }
    for (const [place, texts] of errors) {
      if (chosen[place].exercise === undefined) {
        remarks.add(`a cell of the lesson fails: ${texts[0]}`);
      }
    }
  }

  // One exercise must not cost the student the others.
  const ended = await attempt(names);
  const suspect = ended?.exercise;
  const others = names.difference(new Set([suspect]));
  if (suspect && !await attempt(others)) {
    grades.set(suspect, { points: 0, remark: ended.why });
  } else if (ended) {
    for (const name of names) {
      const alone = await attempt(new Set([name]));
      if (alone) grades.set(name, { points: 0, remark: alone.why });
    }
  }
  return { grades, remarks: [...remarks] };
}

/** The notebooks in a folder, by student. */
async function handIns(folder: string): Promise<Map<string, string[]>> {
  const submitted = join(folder, "submitted");
  const isCourse = await Deno.stat(submitted).then(
    ({ isDirectory }) => isDirectory,
    () => false,
  );
  const top = isCourse ? submitted : folder;
  const found = new Map<string, string[]>();
  async function search(at: string): Promise<void> {
    const entries = await Array.fromAsync(Deno.readDir(at));
    for (const { name, isFile, isDirectory } of entries) {
      const path = join(at, name);
      if (isDirectory && !name.startsWith(".")) await search(path);
      if (!isFile || !name.endsWith(".ipynb")) continue;
      const student = relative(top, path).split(sep)[0]
        .replace(/\.ipynb$/, "");
      found.set(student, [...found.get(student) ?? [], path].sort());
    }
  }
  await search(top);
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

/** Grades every student's notebooks. */
export async function gradeFolder(
  folder: string,
  limits: Limits,
  progress: (student: string) => void = () => {},
): Promise<Map<string, Graded>> {
  const known = await lessonTexts();
  const students = await handIns(folder);
  const graded = new Map<string, Graded>();
  const temporary = await Deno.makeTempDir();
  try {
    const runner = await writeRunner(temporary);
    const queue = students.entries();
    const work = async () => {
      for (const [student, paths] of queue) {
        const all: Graded[] = [];
        for (const path of paths) {
          all.push(
            await readNotebook(path).then(
              ({ cells }) => gradeNotebook(cells, known, runner, limits),
              (error) => ({ grades: new Map(), remarks: [error.message] }),
            ),
          );
        }
        graded.set(student, together(all));
        progress(student);
      }
    };
    const hands = Math.min(4, navigator.hardwareConcurrency);
    await Promise.all(Array.from({ length: hands }, work));
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  return new Map([...students.keys()].map((name) => [name, graded.get(name)!]));
}

/** Several notebooks of one student; of two answers, the better one counts. */
function together(all: readonly Graded[]): Graded {
  const grades = new Map<string, Grade>();
  for (const [name, grade] of all.flatMap((one) => [...one.grades])) {
    const before = grades.get(name);
    if (!before || (grade.points ?? -1) > (before.points ?? -1)) {
      grades.set(name, grade);
    }
  }
  return { grades, remarks: all.flatMap(({ remarks }) => remarks) };
}

/** The table, as CSV. */
export function tableOf(graded: ReadonlyMap<string, Graded>): string {
  const handedIn = new Set(
    [...graded.values()].flatMap(({ grades }) => [...grades.keys()]),
  );
  const columns = Object.keys(exercises).filter((name) => handedIn.has(name));
  const rows = [...graded].map(([student, { grades, remarks }]) => {
    const points = columns.map((name) => grades.get(name)?.points);
    const said = columns.flatMap((name) => {
      const remark = grades.get(name)?.remark;
      return remark === undefined ? [] : [`${name}: ${remark}`];
    });
    return [
      harmless(student),
      String(points.filter((point) => point === 1).length),
      ...points.map((point) => point === undefined ? "" : String(point)),
      harmless([...remarks, ...said].join(" | ")),
    ];
  });
  return csvFormatRows([
    ["student", "right", ...columns, "remarks"],
    ...rows,
  ]) + "\n";
}

/** A student's text, which a spreadsheet must not take for a formula. */
function harmless(text: string): string {
  // deno-lint-ignore no-control-regex -- they are what is taken out.
  const short = text.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, 500);
  return /^[=+\-@]/.test(short) ? `'${short}` : short;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string", default: "grades.csv" },
        seconds: { type: "string", default: "20" },
        megabytes: { type: "string", default: "512" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help || positionals.length !== 1) {
      console.log(HELP);
      Deno.exit(values.help ? 0 : 1);
    }
    const positive = (name: "seconds" | "megabytes") => {
      const number = Number(values[name]);
      if (number > 0 && number < Infinity) return number;
      throw new RangeError(
        `--${name} must be a number above 0, got ${values[name]}`,
      );
    };
    const limits = {
      seconds: positive("seconds"),
      megabytes: positive("megabytes"),
      printed: 1e6,
    };
    const folder = resolve(positionals[0]);
    const graded = await gradeFolder(folder, limits, (student) => {
      console.log(student);
    });
    if (graded.size === 0) throw new Error(`There is no notebook in ${folder}`);
    await Deno.writeTextFile(values.out, tableOf(graded));
    console.log(`${graded.size} students, in ${values.out}`);
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
