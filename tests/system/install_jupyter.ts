import assert from "assert";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { root, run } from "../support/notebooks.ts";

Deno.test("jupyter() installs anew where packages were removed, and leaves what is whole alone", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const venv = join(folder, ".venv");
    await Deno.mkdir(join(folder, "handouts"));
    for (const name of ["jupyter", "progress_line", "write_whole"]) {
      const file = join("handouts", `${name}.ts`);
      await Deno.copyFile(join(root, file), join(folder, file));
    }
    // Nothing but Python itself, so that no network is needed.
    const requirements = join(folder, "handouts", "requirements.txt");
    await Deno.writeTextFile(requirements, "");
    const start = async () => {
      const script = `import { jupyter } from ${
        JSON.stringify(join(folder, "handouts", "jupyter.ts"))
      }; console.log((await jupyter()).python);`;
      const args = ["eval", "--no-config", script];
      const { code, said } = await run(Deno.execPath(), args);
      assert.equal(code, 0, said);
      assert(said.includes(venv), said);
      return /Installed\./.test(said);
    };
    // Whoever copies a project may leave out the packages of its Python.
    await run("python3", ["-m", "venv", "--without-pip", venv]);
    const { said: version } = await run("python3", ["--version"]);
    const hash = createHash("sha256").update("").digest("hex");
    const stamp = `${version}requirements.txt ${hash}\n`;
    await Deno.writeTextFile(join(venv, "installed.txt"), stamp);
    await Deno.writeTextFile(join(venv, "packages.txt"), "pip");
    const lib = join(venv, Deno.build.os === "windows" ? "Lib" : "lib");
    await Deno.remove(lib, { recursive: true });
    assert(await start(), "mended");
    assert(!await start(), "left alone");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
