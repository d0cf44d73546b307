import assert from "assert";
import { join } from "node:path";
import {
  closedToOthers,
  installKernel,
  kernelSpec,
  readOptions,
} from "../../classroom/install_kernel.ts";
import { namesIn, temporaryFolder } from "../support/folder.ts";
import { until } from "../support/until.ts";

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

Deno.test({
  name: "kernelSpec() starts a kernel that ends when its server is killed",
  ignore: Deno.build.os !== "linux",
  async fn() {
    using folder = temporaryFolder();
    await Deno.mkdir(folder.join("notebooks"));
    const kernel = folder.write("kernel.sh", "#!/bin/sh\nexec sleep 60\n");
    await Deno.chmod(kernel, 0o755);
    const { argv } = kernelSpec(folder.path, kernel, false);
    const server = new Deno.Command("sh", {
      args: ["-c", '"$@" >/dev/null & echo $!; wait', "sh", ...argv],
      stdout: "piped",
    }).spawn();
    const { value } = await server.stdout.getReader().read();
    const stat = `/proc/${Number(new TextDecoder().decode(value))}/stat`;
    const inState = (state: RegExp) =>
      until(
        async () =>
          state.test(await Deno.readTextFile(stat).catch(() => "ended")),
        `a kernel that is ${state}`,
        10,
      );
    await inState(/\(sleep\)/);
    server.kill("SIGKILL");
    await server.status;
    await inState(/^ended|\) Z /);
  },
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
  const path = "share/jupyter/kernels/deno/kernel.json";
  const file = prefix.write(path, '{"argv": ["deno"]}');
  const options = readOptions([`--prefix=${prefix.path}`]);
  const refused = /another kernel named "deno"/;
  await assert.rejects(installKernel(spec, options), refused);
  assert.equal(await Deno.readTextFile(file), '{"argv": ["deno"]}');
  await installKernel(spec, { ...options, name: "deno-lesson" });
  await installKernel(spec, { ...options, force: true });
  assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), spec);
});

Deno.test({
  name: "closedToOthers() names the folder that others may not enter",
  ignore: Deno.build.os === "windows",
  async fn() {
    using prefix = temporaryFolder();
    const open = prefix.join("open");
    await Deno.mkdir(open);
    assert.equal(closedToOthers(open), prefix.path);
    await Deno.chmod(prefix.path, 0o711);
    assert.equal(closedToOthers(open), undefined);
  },
});

for (const args of [["--prefix="], ["--name=../deno"], ["--nmae=deno"]]) {
  Deno.test(`readOptions() refuses ${args}`, () => {
    assert.throws(() => readOptions(args), TypeError);
  });
}
