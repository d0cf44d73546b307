/**
 * `deno task lab`: the notebooks in JupyterLab, on the Deno kernel. Further
 * arguments go to JupyterLab: `deno task lab --no-browser`.
 *
 * It asks no server for anything, and writes its settings to `.venv`.
 */
import { join } from "node:path";
import plotly from "plotly.js-basic-dist-min/plotly-basic.min.js" with {
  type: "text",
};
import { jupyter } from "./jupyter.ts";

const { root, python, env } = await jupyter().catch((error) => {
  console.error(error.message);
  Deno.exit(1);
});

// The extension that looks for news and updates, and asks each new user whether
// it may.
const pages = join(env.JUPYTER_CONFIG_DIR, "labconfig");
await Deno.mkdir(pages, { recursive: true });
await Deno.writeTextFile(
  join(pages, "page_config.json"),
  JSON.stringify({
    disabledExtensions: {
      "@jupyterlab/apputils-extension:announcements": true,
    },
  }),
);

// Figures load Plotly from the server, so that no output holds a copy of it.
const served = join(env.JUPYTER_CONFIG_DIR, "served");
await Deno.mkdir(served, { recursive: true });
await Deno.writeTextFile(join(served, "plotly-basic.min.js"), plotly);

const lab = new Deno.Command(python, {
  args: [
    "-m",
    "jupyterlab",
    `--config=${join(root, "classroom", "save_without_outputs.py")}`,
    `--ServerApp.root_dir=${root}`,
    "--LabApp.default_url=/lab/tree/notebooks/en",
    "--LabApp.extension_manager=readonly",
    "--KernelSpecManager.allowed_kernelspecs=deno",
    "--KernelSpecManager.ensure_native_kernel=False",
    "--MultiKernelManager.default_kernel_name=deno",
    // Served as static/: Jupyter refuses files/ in a hidden folder.
    `--ServerApp.extra_static_paths=${served}`,
    // Ctrl-C ends it without asking back.
    "--ServerApp.answer_yes=True",
    ...Deno.args,
  ],
  cwd: root,
  env: { ...env, PLOTLY_URL: "static/plotly-basic.min.js" },
}).spawn();

// End JupyterLab, and wait for it: it ends its kernels first. On Windows the
// console itself tells it of Ctrl-C.
const end = () => {
  if (Deno.build.os !== "windows") lab.kill("SIGTERM");
};
Deno.addSignalListener("SIGINT", end);
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", end);

Deno.exit((await lab.status).code);
