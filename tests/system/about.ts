import assert from "assert";
import { join } from "node:path";
import { readOptions } from "../../handouts/options.ts";

/** What the options say about the pages when handouts.json holds a text. */
function about(file: string | undefined, ...args: string[]) {
  const root = Deno.makeTempDirSync();
  try {
    if (file !== undefined) {
      Deno.writeTextFileSync(join(root, "handouts.json"), file);
    }
    return readOptions(args, root).about;
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
}

Deno.test("readOptions() takes author, course, date and institution from handouts.json, and an option wins", () => {
  const file = '{"author": "Ana Souza", "date": "March 2027"}';
  assert.deepEqual(about(undefined), {});
  assert.deepEqual(about(file), { author: "Ana Souza", date: "March 2027" });
  assert.deepEqual(
    about(file, "--author", "Rui", "--course", "AI", "--institution", "UnB"),
    { author: "Rui", date: "March 2027", course: "AI", institution: "UnB" },
  );
});

Deno.test("readOptions() says what is wrong with handouts.json or an empty option", () => {
  const cases: [file: string | undefined, args: string[], message: RegExp][] = [
    [
      '{"autor": "Ana"}',
      [],
      /^handouts\.json: there is no key autor\. There are author, course, date, institution, repository, hub\.$/,
    ],
    ['{"date": 2027}', [], /^handouts\.json: date must be a text, got 2027$/],
    ['["Ana"]', [], /^handouts\.json must hold an object/],
    ["null", [], /^handouts\.json must hold an object/],
    ['{"author": ', [], /^handouts\.json is not JSON: /],
    ["{}", ["--author", " "], /^--author must name something, got nothing$/],
  ];
  for (const [file, args, message] of cases) {
    assert.throws(() => about(file, ...args), { message });
  }
});
