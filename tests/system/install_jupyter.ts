import assert from "assert";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { run } from "../support/command.ts";
import { root, temporaryFolder } from "../support/folder.ts";

Deno.test("jupyter() installs anew where packages were removed, and leaves what is whole alone", async () => {
  using folder = temporaryFolder();
  const venv = folder.join(".venv");
  // Nothing but Python itself, so that no network is needed.
  folder.write("handouts/requirements.txt", "");
  for (const name of ["jupyter", "progress_line", "write_whole"]) {
    const file = join("handouts", `${name}.ts`);
    await Deno.copyFile(join(root, file), folder.join(file));
  }
  const module = JSON.stringify(folder.join("handouts", "jupyter.ts"));
  const start = async () => {
    const script =
      `import { jupyter } from ${module}; console.log((await jupyter()).python);`;
    const args = ["eval", "--no-config", script];
    const said = await run(Deno.execPath(), args);
    assert(said.includes(venv), said);
    return /Installed\./.test(said);
  };
  // Whoever copies a project may leave out the packages of its Python.
  await run("python3", ["-m", "venv", "--without-pip", venv]);
  const version = await run("python3", ["--version"]);
  const hash = createHash("sha256").update("").digest("hex");
  const stamp = `${version}requirements.txt ${hash}\n`;
  folder.write(".venv/installed.txt", stamp);
  folder.write(".venv/packages.txt", "pip");
  const lib = join(venv, Deno.build.os === "windows" ? "Lib" : "lib");
  await Deno.remove(lib, { recursive: true });
  assert(await start(), "mended");
  assert(!await start(), "left alone");
});
