import assert from "assert";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Cache } from "../../handouts/cache.ts";
import { codeKey, handoutsKey, libraryKey } from "../../handouts/keys.ts";
import { cell } from "../support/handout.ts";
import { root, run } from "../support/notebooks.ts";

/** Does something with a folder of its own, and removes it. */
async function withFolder(use: (folder: string) => Promise<void> | void) {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Writes small stand-ins for the files of a project. */
function writeProject(folder: string): void {
  const files = [
    ...["lib/math/softmax.ts", "data/iris.csv", "deno.json", "deno.lock"],
    ...["handouts/execute.py", "handouts/requirements.txt"],
    ...["handouts/pictures/draw.ts", "handouts/page.ts", "handouts/style.css"],
  ];
  for (const file of files) write(join(folder, file), file);
}

function write(path: string, text: string): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, text);
}

Deno.test("libraryKey() changes with library, data, packages, Deno, and what executes", () =>
  withFolder((folder) => {
    writeProject(folder);
    const keys = new Set([libraryKey(folder), libraryKey(folder, "2.9.7")]);
    const changes = [
      ...["lib/math/softmax.ts", "lib/math/new.ts", "data/iris.csv"],
      ...["deno.json", "deno.lock", "handouts/execute.py"],
      ...["handouts/requirements.txt", "handouts/pictures/draw.ts"],
    ];
    for (const file of changes) {
      write(join(folder, file), "changed");
      keys.add(libraryKey(folder));
    }
    Deno.renameSync(join(folder, "lib/math"), join(folder, "lib/moved"));
    keys.add(libraryKey(folder));
    assert.equal(keys.size, 2 + changes.length + 1);
    const before = [libraryKey(folder), handoutsKey(folder)];
    write(join(folder, "handouts/style.css"), "changed");
    assert.equal(libraryKey(folder), before[0], "a style computes nothing");
    assert.notEqual(handoutsKey(folder), before[1]);
  }));

Deno.test("codeKey() changes with the code, its order and the files beside it, and not with prose", () =>
  withFolder((folder) => {
    const key = (...sources: string[]) =>
      codeKey(folder, sources.map((source) => cell(source)));
    assert.equal(key("1", "# A"), key("# B", "1"));
    assert.notEqual(key("1"), key("2"));
    assert.notEqual(key("1", "2"), key("2", "1"));
    assert.notEqual(key("1", "2"), key("1\n2"));
    const before = key("1");
    write(join(folder, "other.ipynb"), "");
    assert.equal(key("1"), before);
    write(join(folder, "helper.ts"), "");
    assert.notEqual(key("1"), before);
  }));

Deno.test("Cache gives back what was kept under the same key, and nothing else", () =>
  withFolder(async (folder) => {
    const cache = new Cache(join(folder, "cache"));
    assert.equal(cache.read("a/b page", "key"), undefined);
    await cache.write("a/b page", "key", { text: "é" });
    assert.deepEqual(cache.read("a/b page", "key"), { text: "é" });
    assert.equal(cache.read("a/b page", "other"), undefined);
    assert.equal(cache.read("a/c page", "key"), undefined);
    assert.equal(
      new Cache(cache.folder, true).read("a/b page", "key"),
      undefined,
    );
    assert.equal(
      await cache.get("a/b page", "other", () => Promise.resolve(1)),
      1,
    );
    assert.equal(
      await cache.get("a/b page", "other", () => Promise.resolve(2)),
      1,
    );
  }));

Deno.test("Cache takes a damaged file for none, and a folder that cannot be written for an empty one", () =>
  withFolder(async (folder) => {
    const cache = new Cache(join(folder, "cache"));
    await cache.write("page", "key", "text");
    const [{ name }] = Deno.readDirSync(cache.folder);
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
    write(join(folder, "file"), "");
    const nowhere = new Cache(join(folder, "file"));
    assert.equal(await nowhere.get("page", "key", () => Promise.resolve(2)), 2);
  }));

Deno.test("Cache, filled by two processes at once, never gives half a result", () =>
  withFolder(async (folder) => {
    const writer = `
      import { Cache } from "${new URL(
      "../../handouts/cache.ts",
      import.meta.url,
    )}";
      const cache = new Cache(Deno.args[0]);
      for (let i = 0; i < 200; i++) {
        await cache.write("page", "key", Deno.args[1].repeat(100_000));
      }`;
    const cache = new Cache(folder);
    await cache.write("page", "key", "x");
    const writers = ["a", "b"].map((letter) =>
      new Deno.Command(Deno.execPath(), {
        args: ["eval", writer, folder, letter],
      }).output()
    );
    let running = true;
    const done = Promise.all(writers).finally(() => running = false);
    const seen = new Set<string>();
    while (running) {
      const value = cache.read<string>("page", "key");
      assert(value !== undefined && /^(x|a+|b+)$/.test(value));
      seen.add(value[0] + value.length);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    for (const { success, stderr } of await done) {
      assert(success, new TextDecoder().decode(stderr));
    }
    assert(seen.has("a100000") && seen.has("b100000"), [...seen].join());
  }));

Deno.test("deno task handouts executes only what has changed, and never gives a stale page", () =>
  withFolder(async (folder) => {
    for (const name of ["data", "deno.json", "deno.lock", "handouts", "lib"]) {
      await copy(join(root, name), join(folder, name));
    }
    const notebook = join(folder, "notebooks/en/01_flowers.ipynb");
    await copy(join(root, "notebooks/en/01_flowers.ipynb"), notebook);
    await Deno.symlink(
      join(root, "node_modules"),
      join(folder, "node_modules"),
    );
    const venv = join(folder, ".venv");
    await Deno.symlink(join(root, ".venv"), venv);
    const handouts = async (...args: string[]) => {
      const main = ["run", "-A", "--no-lock", "handouts/main.ts"];
      const options = ["--lang", "en", ...args];
      const { code, said } = await run(Deno.execPath(), [...main, ...options], {
        cwd: folder,
      });
      assert.equal(code, 0, said);
      return await Deno.readTextFile(
        join(folder, "handouts/out/en/01_flowers.html"),
      );
    };
    /** Makes the pages where nothing can be executed. */
    const withoutPython = async () => {
      await Deno.remove(venv);
      const page = await handouts();
      assert(!existsSync(venv), "Python was asked for");
      await Deno.symlink(join(root, ".venv"), venv);
      return page;
    };
    const change = async (file: string, from: string | RegExp, to: string) => {
      const path = join(folder, file);
      const text = await Deno.readTextFile(path);
      assert.notEqual(text.replace(from, to), text, file);
      await Deno.writeTextFile(path, text.replace(from, to));
    };

    const first = await handouts();
    assert.equal(await withoutPython(), first);
    assert.equal(await handouts("--fresh"), first);

    await change("notebooks/en/01_flowers.ipynb", "# 1. ", "# 1. Novelty: ");
    const reworded = await withoutPython();
    assert.match(reworded, /<h1>1\. Novelty: /);
    await Deno.remove(join(folder, "handouts/cache"), { recursive: true });
    assert.equal(await handouts(), reworded);

    await change("data/iris.csv", /^5\.1,3\.5,1\.4,0\.2,/m, "5.1,3.5,1.4,0.3,");
    const otherData = await handouts();
    assert.notEqual(otherData, reworded);
    await change(
      "lib/i18n/en/page_words.ts",
      "Skip to the text",
      "Skip all this",
    );
    assert.match(await handouts(), /Skip all this/);
  }));

async function copy(from: string, to: string): Promise<void> {
  if (/\/(out|cache)$/.test(from)) return;
  await Deno.mkdir(dirname(to), { recursive: true });
  if (!(await Deno.stat(from)).isDirectory) {
    return await Deno.copyFile(from, to);
  }
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) {
    await copy(join(from, name), join(to, name));
  }
}
