import assert from "assert";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { Cache } from "../../handouts/cache.ts";
import { codeKey, handoutsKey, libraryKey } from "../../handouts/keys.ts";
import { HANDOUTS, run } from "../support/command.ts";
import { namesIn, root, temporaryFolder } from "../support/folder.ts";
import { cell } from "../support/handout.ts";
import { sleep } from "../support/until.ts";

Deno.test("libraryKey() changes with library, data, packages, Deno, and what executes", () => {
  using project = temporaryFolder();
  const changes = [
    ...["lib/math/softmax.ts", "data/iris.csv", "deno.json", "deno.lock"],
    ...["handouts/execute.py", "handouts/requirements.txt"],
    "handouts/pictures/draw.ts",
  ];
  const others = ["handouts/page.ts", "handouts/style.css"];
  for (const file of [...changes, ...others]) project.write(file, file);
  const key = (deno?: string) => libraryKey(project.path, deno);
  const keys = new Set([key(), key("2.9.7")]);
  for (const file of [...changes, "lib/math/new.ts"]) {
    project.write(file, "changed");
    keys.add(key());
  }
  Deno.renameSync(project.join("lib/math"), project.join("lib/moved"));
  keys.add(key());
  assert.equal(keys.size, 2 + changes.length + 2);
  const before = [key(), handoutsKey(project.path)];
  project.write("handouts/style.css", "changed");
  assert.equal(key(), before[0], "a style computes nothing");
  assert.notEqual(handoutsKey(project.path), before[1]);
});

Deno.test("codeKey() changes with the code, its order and the files beside it, and not with prose", () => {
  using folder = temporaryFolder();
  const key = (...sources: string[]) =>
    codeKey(folder.path, sources.map((source) => cell(source)));
  assert.equal(key("1", "# A"), key("# B", "1"));
  assert.notEqual(key("1"), key("2"));
  assert.notEqual(key("1", "2"), key("2", "1"));
  assert.notEqual(key("1", "2"), key("1\n2"));
  const before = key("1");
  folder.write("other.ipynb", "");
  assert.equal(key("1"), before);
  folder.write("helper.ts", "");
  assert.notEqual(key("1"), before);
});

Deno.test("Cache gives back what was kept under the same key, and nothing else", async () => {
  using folder = temporaryFolder();
  const cache = new Cache(folder.join("cache"));
  assert.equal(cache.read("a/b page", "key"), undefined);
  await cache.write("a/b page", "key", { text: "é" });
  assert.deepEqual(cache.read("a/b page", "key"), { text: "é" });
  assert.equal(cache.read("a/b page", "other"), undefined);
  assert.equal(cache.read("a/c page", "key"), undefined);
  const fresh = new Cache(cache.folder, true);
  assert.equal(fresh.read("a/b page", "key"), undefined);
  for (const made of [1, 2]) {
    const make = () => Promise.resolve(made);
    assert.equal(await cache.get("a/b page", "other", make), 1);
  }
});

Deno.test("Cache takes a damaged file for none, and a folder that cannot be written for an empty one", async () => {
  using folder = temporaryFolder();
  const cache = new Cache(folder.join("cache"));
  await cache.write("page", "key", "text");
  const [name] = namesIn(cache.folder);
  const path = join(cache.folder, name);
  const whole = Deno.readFileSync(path);
  for (let length = 0; length < whole.length; length++) {
    Deno.writeFileSync(path, whole.slice(0, length));
    assert.equal(cache.read("page", "key"), undefined, `${length} bytes`);
  }
  Deno.writeTextFileSync(path, "null");
  assert.equal(cache.read("page", "key"), undefined);
  await Deno.remove(cache.folder, { recursive: true });
  assert.equal(await cache.get("page", "key", () => Promise.resolve(1)), 1);
  const nowhere = new Cache(folder.write("file", ""));
  assert.equal(await nowhere.get("page", "key", () => Promise.resolve(2)), 2);
});

Deno.test("Cache, filled by two processes at once, never gives half a result", async () => {
  using folder = temporaryFolder();
  const module = import.meta.resolve("../../handouts/cache.ts");
  const writer = `
    import { Cache } from "${module}";
    const cache = new Cache(Deno.args[0]);
    for (let i = 0; i < 200; i++) {
      await cache.write("page", "key", Deno.args[1].repeat(100_000));
    }`;
  const cache = new Cache(folder.path);
  await cache.write("page", "key", "x");
  const writers = ["a", "b"].map((letter) =>
    run(Deno.execPath(), ["eval", writer, folder.path, letter])
  );
  let running = true;
  const done = Promise.all(writers).finally(() => running = false);
  const seen = new Set<string>();
  while (running) {
    const value = cache.read<string>("page", "key");
    assert(value !== undefined && /^(x|a+|b+)$/.test(value));
    seen.add(value[0] + value.length);
    await sleep(1);
  }
  await done;
  assert(seen.has("a100000") && seen.has("b100000"), [...seen].join());
});

Deno.test("deno task handouts executes only what has changed, and never gives a stale page", async () => {
  using folder = temporaryFolder();
  const notebook = "notebooks/en/01_flowers.ipynb";
  const names = ["data", "deno.json", "deno.lock", "handouts", "lib", notebook];
  for (const name of names) {
    cpSync(join(root, name), folder.join(name), {
      recursive: true,
      filter: (path) => !/[\\/](out|cache)$/.test(path),
    });
  }
  const link = (name: string) =>
    Deno.symlinkSync(join(root, name), folder.join(name));
  link("node_modules");
  link(".venv");
  const handouts = async (...args: string[]) => {
    const all = [...HANDOUTS, "--lang", "en", ...args];
    await run(Deno.execPath(), all, { cwd: folder.path });
    return await Deno.readTextFile(
      folder.join("handouts/out/en/01_flowers.html"),
    );
  };
  /** Makes the pages where nothing can be executed. */
  const withoutPython = async () => {
    await Deno.remove(folder.join(".venv"));
    const page = await handouts();
    assert(!existsSync(folder.join(".venv")), "Python was asked for");
    link(".venv");
    return page;
  };
  const change = async (file: string, from: string | RegExp, to: string) => {
    const path = folder.join(file);
    const text = await Deno.readTextFile(path);
    assert.notEqual(text.replace(from, to), text, file);
    await Deno.writeTextFile(path, text.replace(from, to));
  };

  const first = await handouts();
  assert.equal(await withoutPython(), first);
  assert.equal(await handouts("--fresh"), first);

  await change(notebook, "# 1. ", "# 1. Novelty: ");
  const reworded = await withoutPython();
  assert.match(reworded, /<h1>1\. Novelty: /);
  await Deno.remove(folder.join("handouts/cache"), { recursive: true });
  assert.equal(await handouts(), reworded);

  await change("data/iris.csv", /^5\.1,3\.5,1\.4,0\.2,/m, "5.1,3.5,1.4,0.3,");
  const otherData = await handouts();
  assert.notEqual(otherData, reworded);
  const words = "lib/i18n/en/page_words.ts";
  await change(words, "Skip to the text", "Skip all this");
  assert.match(await handouts(), /Skip all this/);
});
