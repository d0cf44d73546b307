import assert from "assert";
import { join } from "node:path";
import {
  closedToOthers,
  installKernel,
  kernelSpec,
  readOptions,
} from "../../classroom/install_kernel.ts";

const spec = kernelSpec("/srv/lesson", "/usr/bin/deno", false);

/** Where a kernel goes in a folder that is removed afterwards. */
async function withPrefix(use: (prefix: string) => Promise<void>) {
  const prefix = await Deno.makeTempDir();
  try {
    await use(prefix);
  } finally {
    await Deno.remove(prefix, { recursive: true });
  }
}

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
  const { env } = kernelSpec(
    "/srv/lesson",
    "/usr/bin/deno",
    false,
    "/srv/deno",
  );
  assert.deepEqual(env, { NO_COLOR: "1", DENO_DIR: "/srv/deno" });
  assert.deepEqual(spec.env, { NO_COLOR: "1" });
});

Deno.test({
  name: "kernelSpec() starts a kernel that ends when its server is killed",
  ignore: Deno.build.os !== "linux",
  fn: () =>
    withPrefix(async (folder) => {
      await Deno.mkdir(join(folder, "notebooks"));
      const kernel = join(folder, "kernel.sh");
      await Deno.writeTextFile(kernel, "#!/bin/sh\nexec sleep 60\n");
      await Deno.chmod(kernel, 0o755);
      const { argv } = kernelSpec(folder, kernel, false);
      const server = new Deno.Command("sh", {
        args: ["-c", '"$@" >/dev/null & echo $!; wait', "sh", ...argv],
        stdout: "piped",
      }).spawn();
      const { value } = await server.stdout.getReader().read();
      const stat = `/proc/${Number(new TextDecoder().decode(value))}/stat`;
      const inState = async (state: RegExp) => {
        for (let tries = 0; tries < 100; tries++) {
          const text = await Deno.readTextFile(stat).catch(() => "ended");
          if (state.test(text)) return;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error(`the kernel is not ${state}`);
      };
      await inState(/\(sleep\)/);
      server.kill("SIGKILL");
      await server.status;
      await inState(/^ended|\) Z /);
    }),
});

Deno.test("installKernel() installs, and installs again", () =>
  withPrefix(async (prefix) => {
    const options = readOptions([`--prefix=${prefix}`]);
    const folder = await installKernel(spec, options);
    await installKernel(spec, options);
    assert.equal(folder, join(prefix, "share/jupyter/kernels/deno"));
    const written = await Deno.readTextFile(join(folder, "kernel.json"));
    assert.deepEqual(JSON.parse(written), spec);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), [
      "kernel.json",
    ]);
  }));

Deno.test("installKernel() never replaces another kernel unless asked", () =>
  withPrefix(async (prefix) => {
    const file = join(prefix, "share/jupyter/kernels/deno/kernel.json");
    await Deno.mkdir(join(file, ".."), { recursive: true });
    await Deno.writeTextFile(file, '{"argv": ["deno"]}');
    const options = readOptions([`--prefix=${prefix}`]);
    await assert.rejects(
      installKernel(spec, options),
      /another kernel named "deno"/,
    );
    assert.equal(await Deno.readTextFile(file), '{"argv": ["deno"]}');
    await installKernel(spec, { ...options, name: "deno-lesson" });
    await installKernel(spec, { ...options, force: true });
    assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), spec);
  }));

Deno.test({
  name: "closedToOthers() names the folder that others may not enter",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withPrefix(async (prefix) => {
      const open = join(prefix, "open");
      await Deno.mkdir(open);
      assert.equal(closedToOthers(open), prefix);
      await Deno.chmod(prefix, 0o711);
      assert.equal(closedToOthers(open), undefined);
    }),
});

for (const args of [["--prefix="], ["--name=../deno"], ["--nmae=deno"]]) {
  Deno.test(`readOptions() refuses ${args}`, () => {
    assert.throws(() => readOptions(args), TypeError);
  });
}
