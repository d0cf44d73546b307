import assert from "assert";
import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import config from "../../deno.json" with { type: "json" };
import { root } from "../support/folder.ts";

/** For each place, the places that it imports from. */
type Arrows = ReadonlyMap<string, readonly string[]>;

const lib = join(root, "lib");

/** The scripts of lib/, by their paths in it. */
const scripts = globSync("**/*.{ts,js}", { cwd: lib });

/** What a script imports or re-exports, types included. */
function importsOf(script: string): string[] {
  const code = Deno.readTextFileSync(join(lib, script))
    .replaceAll(/^ *(\/\*\*|\*|\/\/).*$/gm, "");
  return [...code.matchAll(/\b(?:from |import |import\()"([^"\n]+)"/g)]
    .map(([, name]) =>
      name.startsWith(".") ? join(dirname(script), name) : name
    );
}

const imports: Arrows = new Map(
  scripts.map((script) => [script, importsOf(script)]),
);

/** A room is a folder of lib/; each of the two entries is one as well. */
const roomOf = (script: string) => script.split("/")[0];
const rooms: Arrows = new Map(
  scripts.map(roomOf).map((room) => {
    const imported = scripts.filter((script) => roomOf(script) === room)
      .flatMap((script) => imports.get(script)!)
      .filter((name) => imports.has(name));
    return [room, imported.map(roomOf).filter((other) => other !== room)];
  }),
);

/** The places that arrows lead to from a place, at once or through others. */
function reachable(from: string, arrows: Arrows): Set<string> {
  const found = new Set<string>();
  const follow = (place: string) => {
    for (const next of arrows.get(place) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      follow(next);
    }
  };
  follow(from);
  return found;
}

/** The places from which the arrows lead back to them. */
function inCircles(arrows: Arrows): string[] {
  return [...arrows.keys()]
    .filter((place) => reachable(place, arrows).has(place));
}

Deno.test("no script of lib/ imports itself through others, and no room does", () => {
  assert(imports.get("notebook.ts")!.includes("mod.ts"));
  assert(reachable("notebook.ts", imports).has("math/softmax.ts"));
  assert.deepEqual(inCircles(imports), []);
  assert.deepEqual(inCircles(rooms), []);
});

Deno.test("lib/mod.ts imports the mathematics and the network, and nothing from npm", () => {
  const reached = [...reachable("mod.ts", imports)];
  assert(reached.length > 15);
  for (const name of reached) assert.match(name, /^(math|network)\/\w+\.ts$/);
});

Deno.test("the root of lib/ holds the two entries and nothing else", () => {
  const inRoot = [...Deno.readDirSync(lib)].filter(({ isFile }) => isFile);
  const names = inRoot.map(({ name }) => name);
  assert.deepEqual(names.sort(), ["mod.ts", "notebook.ts"]);
});

Deno.test("no two scripts of lib/ have one name, apart from the words of two languages", () => {
  const names = scripts.filter((script) => !script.startsWith("i18n/pt/"))
    .map((script) => basename(script));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  assert.deepEqual(twice, []);
});

Deno.test("plain deno test runs every test of the library", () => {
  const library = Deno.readTextFileSync(join(root, "tests/library.ts"));
  const imported = [...library.matchAll(/^import "\.(.*)";$/gm)]
    .map(([, path]) => `tests${path}`);
  const alone = config.test.include.slice(1);
  assert.deepEqual(
    [...imported, ...alone].sort(),
    globSync("tests/**/*_test.ts", { cwd: root }).sort(),
  );
});
