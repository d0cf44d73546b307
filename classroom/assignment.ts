/**
 * `deno task assignment`: the notebooks as a course folder for nbgrader, or to hand
 * out without it.
 *
 * @module
 */

import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type Cell,
  checkedIn,
  hasTag,
  lesson,
  lessonNotebooks,
  type Notebook,
  readNotebook,
} from "./cells.ts";

const HELP = `deno task assignment [FOLDER] [--lang=en]

Writes a course folder (by default classroom/course): each notebook without its
solutions, and each exercise as a cell to answer and a locked one that checks it.
nbgrader takes the folder as it is; without nbgrader, hand out what is in source/.

  --lang=LANGUAGE   en (default) or pt
  --help            this text`;

/** What nbgrader knows of a cell. */
function nbgrader(grade_id: string, graded: boolean) {
  return {
    cell_type: "code",
    grade: graded,
    grade_id,
    locked: graded,
    ...(graded && { points: 1 }),
    schema_version: 3,
    solution: !graded,
    task: false,
  };
}

/** The notebook without solutions, its exercises in two cells each. */
export function assignmentOf(notebook: Notebook): Notebook {
  const cells = notebook.cells.flatMap((cell): Cell[] => {
    if (hasTag(cell, "solution")) return [];
    const exercise = checkedIn(cell);
    if (!exercise || !hasTag(cell, "exercise")) return [cell];
    const id = cell.id!.replace(/^try-/, "");
    const answer = `${exercise}Answer`;
    const part = (name: string, graded: boolean, lines: string[]): Cell => ({
      ...cell,
      id: `${name}-${id}`,
      metadata: {
        ...cell.metadata,
        nbgrader: nbgrader(`${name}-${id}`, graded),
      },
      source: lines.map((line, i) => i < lines.length - 1 ? `${line}\n` : line),
    });
    return [
      part("answer", false, [`const ${answer} = undefined;`]),
      // nbgrader counts a cell as right unless it throws.
      part("check", true, [
        `const { right, message } = check("${exercise}", ${answer});`,
        `if (!right) throw new Error(message);`,
        `console.log(message);`,
      ]),
    ];
  });
  return { ...notebook, cells };
}

const CONFIG = `c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "cross-entropy"
# The solutions are gone already; nbgrader would replace each answer's whole cell.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
]
c.ExecutePreprocessor.timeout = 60
`;

/** Writes the course folder; returns the notebooks written. */
export async function writeCourse(
  folder: string,
  language: string,
): Promise<string[]> {
  const written: string[] = [];
  for (const path of lessonNotebooks(language)) {
    const name = basename(path, ".ipynb");
    const file = join(folder, "source", name, `${name}.ipynb`);
    await Deno.mkdir(join(file, ".."), { recursive: true });
    const assignment = assignmentOf(await readNotebook(path));
    await Deno.writeTextFile(file, JSON.stringify(assignment, null, 1) + "\n");
    written.push(file);
  }
  // So that Deno finds the library from here; see `deno task kernel` as well.
  const config = { links: [lesson], nodeModulesDir: "none", lock: false };
  await Deno.writeTextFile(
    join(folder, "deno.json"),
    JSON.stringify(config, null, 2) + "\n",
  );
  const settings = join(folder, "nbgrader_config.py");
  try {
    await Deno.writeTextFile(settings, CONFIG, { createNew: true });
  } catch (error) {
    // A teacher's own settings stay.
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
  return written;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: "string", default: "en" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      Deno.exit(0);
    }
    const folder = resolve(positionals[0] ?? join(lesson, "classroom/course"));
    const written = await writeCourse(folder, values.lang);
    console.log(`${written.length} assignments in ${join(folder, "source")}`);
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
