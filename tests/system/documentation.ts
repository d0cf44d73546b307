import assert from "assert";
import { join } from "node:path";
import { root, run } from "../notebooks.ts";

Deno.test("every public name of the library is documented", async () => {
  const { said } = await run(Deno.execPath(), ["doc", "--lint", "lib/mod.ts"]);
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

Deno.test("plain deno test runs every test of the library", async () => {
  const folder = join(root, "tests", "library");
  const list = await Deno.readTextFile(join(root, "tests", "library_test.ts"));
  for (const { name } of Deno.readDirSync(folder)) {
    assert(list.includes(`import "./library/${name}";`), name);
  }
});
