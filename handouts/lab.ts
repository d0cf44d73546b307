/**
 * `deno task lab`: the notebooks in JupyterLab, on the Deno kernel. Further arguments go to JupyterLab: `deno task lab --no-browser`.
 *
 * It asks no server for anything, and writes its settings to `.venv`.
 */
import { jupyter } from "./jupyter.ts";

const { root, python, env } = await jupyter();

const lab = new Deno.Command(python, {
  args: [
    "-m",
    "jupyterlab",
    `--ServerApp.root_dir=${root}`,
    "--LabApp.default_url=/lab/tree/notebooks/en",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
    "--KernelSpecManager.allowed_kernelspecs=deno",
    "--KernelSpecManager.ensure_native_kernel=False",
    "--MultiKernelManager.default_kernel_name=deno",
    ...Deno.args,
  ],
  cwd: root,
  env,
}).spawn();

// The terminal sends Ctrl-C to JupyterLab too, which then ends its kernels: wait for it, and do not ask twice.
Deno.addSignalListener("SIGINT", () => {});
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => lab.kill("SIGTERM"));

Deno.exit((await lab.status).code);
