import assert from "assert";

/** What a module imports, directly and through others, by specifier. */
async function modulesOf(entry: string): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
  }).output();
  const { modules } = JSON.parse(new TextDecoder().decode(stdout));
  return modules.map(({ specifier }: { specifier: string }) => specifier);
}

Deno.test("lib/mod.ts imports the mathematics and the network, and nothing from npm", async () => {
  const modules = await modulesOf("lib/mod.ts");
  assert(modules.length > 15);
  for (const specifier of modules) {
    assert.match(specifier, /^file:.*\/lib\/(mod|math\/\w+|network\/\w+)\.ts$/);
  }
});
