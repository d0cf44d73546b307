import assert from "assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/command.ts";
import { root, temporaryFolder } from "../support/folder.ts";

Deno.test("the workflow that publishes the pages runs the README's own command, and publishes what it writes", async () => {
  const workflow = await Deno.readTextFile(
    join(root, ".github", "workflows", "pages.yml"),
  );
  const commands = [...workflow.matchAll(/^\s*- run: (.+)$/gm)]
    .map(([, command]) => command);
  assert.equal(commands.length, 1);
  const readme = await Deno.readTextFile(join(root, "README.md"));
  assert(readme.includes(`\n${commands[0]} `), commands[0]);
  const [, folder] = workflow.match(/^\s*path: (.+)$/m)!;

  const [npx, yes, deno, ...args] = commands[0].split(" ");
  assert.deepEqual([npx, yes], ["npx", "--yes"]);
  assert.equal(deno, `deno@${Deno.version.deno}`);
  using out = temporaryFolder();
  await run(Deno.execPath(), [...args, "--out", out.path]);
  const help = await run(Deno.execPath(), [...args, "--help"]);
  assert(help.includes(`(${folder})`), "the folder by default");
  for (const page of ["index", "en/index", "pt/index", "en/01_flowers"]) {
    assert(existsSync(out.join(`${page}.html`)), page);
  }
});
