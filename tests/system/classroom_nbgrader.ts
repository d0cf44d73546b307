import assert from "assert";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { writeCourse } from "../../classroom/assignment.ts";
import { readNotebook } from "../../classroom/cells.ts";
import { classroomTest } from "../support/classroom.ts";
import { run } from "../support/command.ts";

classroomTest(
  "nbgrader releases, collects and grades an assignment",
  async ({ bin, home, env }) => {
    const course = join(home, "course");
    await writeCourse(course, "en");
    const nbgrader = async (...args: string[]) => {
      const options = { cwd: course, env };
      const said = await run(join(bin, "nbgrader"), args, options);
      assert.doesNotMatch(said, /error|partial credit/i);
    };
    const step = "02_softmax";
    await nbgrader("generate_assignment", step, "--create");
    const released = await readNotebook(
      join(course, "release", step, `${step}.ipynb`),
    );
    for (
      const [student, ratio, softmax] of [
        ["ana", "Math.exp(2)", "(z) => z"],
        ["bruno", "undefined", "undefined"],
      ]
    ) {
      const text = JSON.stringify(released)
        .replace("ratioAnswer = undefined", `ratioAnswer = ${ratio}`)
        .replace("softmaxAnswer = undefined", `softmaxAnswer = ${softmax}`);
      const folder = join(course, "submitted", student, step);
      await Deno.mkdir(folder, { recursive: true });
      await Deno.writeTextFile(join(folder, `${step}.ipynb`), text);
    }
    await nbgrader("autograde", step, "--create");
    await nbgrader("export");
    const table = csvParse(
      await Deno.readTextFile(join(course, "grades.csv")),
    );
    assert.deepEqual(
      table.map(({ student_id, score, max_score }) => [
        student_id,
        Number(score),
        Number(max_score),
      ]),
      [["ana", 1, 4], ["bruno", 0, 4]],
    );
  },
);
