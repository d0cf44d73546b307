import assert from "assert";
import { join } from "node:path";
import { measured } from "../support/measured.ts";
import { root, run } from "../support/notebooks.ts";

Deno.test("every public name of the library is documented", async () => {
  const { said } = await run(Deno.execPath(), [
    "doc",
    "--lint",
    "lib/mod.ts",
    "lib/notebook.ts",
  ]);
  const problems = said.match(/^error\[.*$/gm) ?? [];
  // A figure is made of Plotly's own types, whose documentation is Plotly's.
  assert.deepEqual(problems, [
    `error[private-type-ref]: public type 'Figure["data"]' references private type 'Data'`,
    `error[private-type-ref]: public type 'Figure["layout"]' references private type 'Layout'`,
  ]);
});

Deno.test("the library could be published as it stands", async () => {
  const args = ["publish", "--dry-run", "--allow-dirty"];
  const { code, said } = await run(Deno.execPath(), args);
  assert.equal(code, 0, said);
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
    const folder = await Deno.makeTempDir();
    try {
      for (const name of ["deno.json", "deno.lock"]) {
        const text = await Deno.readTextFile(join(root, name));
        const changed = name === file ? text.replace(cut, "") : text;
        await Deno.writeTextFile(join(folder, name), changed);
      }
      const args = ["install", "--quiet"];
      const { code, said } = await run(Deno.execPath(), args, { cwd: folder });
      assert.equal(code, 1);
      assert.match(said, message);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test("the docstring of each function says how exact it is, as measured", async () => {
  const folder = join(root, "lib", "math");
  const texts: string[] = [];
  for (const { name } of Deno.readDirSync(folder)) {
    if (name.endsWith(".ts")) {
      texts.push(await Deno.readTextFile(join(folder, name)));
    }
  }
  const said: Record<string, number> = {};
  const documented =
    /\/\*\*(?:(?!\*\/)[^])*?within ([\d.]+) ULP(?:(?!\*\/)[^])*?\*\/\nexport (?:function|const) (\w+)/gi;
  for (const [, ulps, name] of texts.join("\n").matchAll(documented)) {
    said[name] = Number(ulps);
  }
  for (const [name, { ulps }] of Object.entries(measured)) {
    assert.equal(said[name], ulps, name);
  }
});
