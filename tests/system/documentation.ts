import assert from "assert";
import { run } from "../notebooks.ts";

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
