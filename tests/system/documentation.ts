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
