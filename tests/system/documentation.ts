import assert from "assert";
import { join } from "node:path";
import { run } from "../support/command.ts";
import { namesIn, root, temporaryFolder } from "../support/folder.ts";
import { measured } from "../support/measured.ts";

Deno.test("every public name of the library is documented", async () => {
  const args = ["doc", "--lint", "lib/mod.ts", "lib/notebook.ts"];
  const said = await run(Deno.execPath(), args, {}, 1);
  const problems = said.match(/^error\[.*$/gm) ?? [];
  // A figure is made of Plotly's own types, whose documentation is Plotly's.
  assert.deepEqual(problems, [
    `error[private-type-ref]: public type 'Figure["data"]' references private type 'Data'`,
    `error[private-type-ref]: public type 'Figure["layout"]' references private type 'Layout'`,
  ]);
});

Deno.test("the library could be published as it stands", async () => {
  await run(Deno.execPath(), ["publish", "--dry-run", "--allow-dirty"]);
});

Deno.test("opening a notebook downloads the plotting library and little else", async () => {
  const lock = join(root, "notebooks", "deno.lock");
  const { specifiers } = JSON.parse(await Deno.readTextFile(lock));
  const names = Object.keys(specifiers).map((name) => name.split(/[:@]/)[1]);
  assert.deepEqual(names, [
    "d3-dsv",
    "html-escaper",
    "plotly.js-basic-dist-min",
    "plotly.js-locales",
  ]);
});

const outdated: Record<string, [file: string, cut: RegExp, message: RegExp]> = {
  "the lock file lacks an entry": [
    "deno.lock",
    /"html-escaper@[^}]*\},/,
    /npm package 'html-escaper' was not found/,
  ],
  "the lock file has an entry that deno.json lacks": [
    "deno.json",
    /"html-escaper".*/,
    /The lockfile is out of date\. Run `deno install --frozen=false`/,
  ],
};
for (const [when, [file, cut, message]] of Object.entries(outdated)) {
  Deno.test(`a command stops when ${when}`, async () => {
    using folder = temporaryFolder();
    for (const name of ["deno.json", "deno.lock"]) {
      const text = await Deno.readTextFile(join(root, name));
      folder.write(name, name === file ? text.replace(cut, "") : text);
    }
    const options = { cwd: folder.path };
    const args = ["install", "--quiet"];
    assert.match(await run(Deno.execPath(), args, options, 1), message);
  });
}

Deno.test("the docstring of each function says how exact it is, as measured", () => {
  const folder = join(root, "lib", "math");
  const texts = namesIn(folder).map((name) =>
    Deno.readTextFileSync(join(folder, name))
  );
  const documented =
    /\/\*\*(?:(?!\*\/)[^])*?within ([\d.]+) ULP(?:(?!\*\/)[^])*?\*\/\nexport (?:function|const) (\w+)/gi;
  const said = texts.join("\n").matchAll(documented)
    .map(([, ulps, name]) => [name, Number(ulps)]);
  const wanted = Object.entries(measured).map((
    [name, { ulps }],
  ) => [name, ulps]);
  assert.deepEqual(Object.fromEntries(said), Object.fromEntries(wanted));
});
