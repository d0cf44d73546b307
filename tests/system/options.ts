import assert from "assert";
import { join } from "node:path";
import { readOptions } from "../../handouts/options.ts";
import { findJobs } from "../../handouts/series.ts";
import { handouts } from "../support/command.ts";
import { root, temporaryFolder } from "../support/folder.ts";

/** What the options say about the pages when handouts.json holds a text. */
function about(file: string | undefined, ...args: string[]) {
  using folder = temporaryFolder();
  if (file !== undefined) folder.write("handouts.json", file);
  return readOptions(args, folder.path).about;
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

Deno.test("readOptions() says what is wrong with handouts.json", () => {
  const cases = {
    '{"autor": "Ana"}':
      /^handouts\.json: there is no key autor\. There are author, course, date, institution, repository, hub\.$/,
    '{"date": 2027}': /^handouts\.json: date must be a text, got 2027$/,
    '["Ana"]': /^handouts\.json must hold an object/,
    "null": /^handouts\.json must hold an object/,
    '{"author": ': /^handouts\.json is not JSON: /,
  };
  for (const [file, message] of Object.entries(cases)) {
    assert.throws(() => about(file), { message }, file);
  }
});

const cases = {
  "07_nothing": /^There is no notebook 07_nothing\. There are 01_flowers, /,
  "nowhere/own.ipynb": /^There is no notebook .*own\.ipynb/,
  "--out=": /^--out must name a folder, got nothing$/,
  "--lang=": /^--lang must be en or pt, got nothing$/,
  "--lang=xx": /^--lang must be en or pt, got xx$/,
  "--code=": /^--code must be open or folded or none, got nothing$/,
  "--code=pink": /^--code must be open or folded or none, got pink$/,
  "--author=": /^--author must name something, got nothing$/,
  "--author= ": /^--author must name something, got nothing$/,
  "--repository=ana/lesson": /^The repository must be an address with https/,
  "--hub=https://hub.school.edu": /^A hub needs the repository/,
  "--cell-seconds=": /^--cell-seconds must be a positive number/,
  "--cell-seconds=soon": /^--cell-seconds must be a positive number, got soon$/,
  "--cell-megabytes=0": /^--cell-megabytes must be a positive number, got 0$/,
  "--speed": /^Unknown option '--speed'/,
};
for (const [argument, message] of Object.entries(cases)) {
  Deno.test(`an argument is refused: ${argument}`, () => {
    const jobs = () => findJobs(readOptions([argument], root), root);
    assert.throws(jobs, { message });
  });
}

Deno.test("deno task handouts says what is wrong with its arguments", async () => {
  assert.match(await handouts(["--speed"], 1), /^Unknown option '--speed'/);
  const args = ["--out", join(root, "README.md")];
  assert.match(await handouts(args, 1), /^cannot write .*README\.md/);
});

Deno.test("deno task handouts --help tells of every option", async () => {
  const said = await handouts(["--help"]);
  const source = await Deno.readTextFile(join(root, "handouts/options.ts"));
  const options = source.matchAll(/^ {6}"?([a-z-]+)"?: \{ type: /gm)
    .map(([, option]) => option).toArray();
  assert(options.length >= 19, options.join());
  for (const option of options) assert.match(said, RegExp(`--${option}\\b`));
});
