import assert from "assert";
import { join } from "node:path";
import {
  installKernel,
  kernelSpec,
  readOptions,
} from "../../classroom/install_kernel.ts";
import { namesIn, temporaryFolder } from "../support/folder.ts";

const spec = kernelSpec("/srv/lesson", "/usr/bin/deno", false);

Deno.test("kernelSpec() starts Deno in the lesson's folder, and a stop interrupts the cell only", () => {
  assert.equal(spec.interrupt_mode, "message");
  assert.deepEqual(spec.argv.slice(3), [
    "kernel",
    "/srv/lesson/notebooks",
    "/usr/bin/deno",
    "{connection_file}",
  ]);
});

Deno.test("kernelSpec() keeps where Deno's downloads are, when that was chosen", () => {
  const place = ["/srv/lesson", "/usr/bin/deno", false] as const;
  const { env } = kernelSpec(...place, "/srv/deno");
  assert.deepEqual(env, { NO_COLOR: "1", DENO_DIR: "/srv/deno" });
  assert.deepEqual(spec.env, { NO_COLOR: "1" });
});

Deno.test("installKernel() installs, and installs again", async () => {
  using prefix = temporaryFolder();
  const options = readOptions([`--prefix=${prefix.path}`]);
  const folder = await installKernel(spec, options);
  await installKernel(spec, options);
  assert.equal(folder, prefix.join("share/jupyter/kernels/deno"));
  const written = await Deno.readTextFile(join(folder, "kernel.json"));
  assert.deepEqual(JSON.parse(written), spec);
  assert.deepEqual(namesIn(folder), ["kernel.json"]);
});

Deno.test("installKernel() never replaces another kernel unless asked", async () => {
  using prefix = temporaryFolder();
  const file = prefix.join("share/jupyter/kernels/deno/kernel.json");
  await Deno.mkdir(join(file, ".."), { recursive: true });
  await Deno.writeTextFile(file, '{"argv": ["deno"]}');
  const options = readOptions([`--prefix=${prefix.path}`]);
  const refused = /another kernel named "deno"/;
  await assert.rejects(installKernel(spec, options), refused);
  assert.equal(await Deno.readTextFile(file), '{"argv": ["deno"]}');
  await installKernel(spec, { ...options, name: "deno-lesson" });
  await installKernel(spec, { ...options, force: true });
  assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), spec);
});

for (const args of [["--prefix="], ["--name=../deno"], ["--nmae=deno"]]) {
  Deno.test(`readOptions() refuses ${args}`, () => {
    assert.throws(() => readOptions(args), TypeError);
  });
}
