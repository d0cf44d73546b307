import assert from "assert";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import {
  figureCount,
  isExplorable,
  type NotebookCell,
  readNotebooks,
  root,
} from "../support/notebooks.ts";

const port = 8000 + Deno.pid % 1000;
const site = `http://127.0.0.1:${port}`;

Deno.test("deno task lab runs each notebook in JupyterLab, with live plots and no request to the network", async (t) => {
  // Copies, so that saving does not write outputs into the lesson.
  const folder = await Deno.makeTempDir({
    dir: join(root, "notebooks"),
    prefix: "lab-test-",
  });
  const lab = startLab();
  try {
    await using browser = await launchChromium();
    await waitFor("JupyterLab", "status");
    const notebooks = [...readNotebooks("en"), ...readNotebooks("pt")];
    for (const notebook of notebooks) {
      const [name, language] = notebook.path.split("/").reverse();
      const copy = join(folder, `${language}_${name}`);
      await Deno.copyFile(join(root, notebook.path), copy);
      await t.step(basename(copy), () => runInLab(browser, copy));
    }
  } finally {
    lab.kill("SIGTERM");
    await lab.status;
    await Deno.remove(folder, { recursive: true });
  }
});

function startLab(): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "task",
      "lab",
      "--no-browser",
      "--allow-root",
      `--ServerApp.port=${port}`,
      "--IdentityProvider.token=",
    ],
    cwd: root,
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** Asks the server until it gives the answer that is waited for. */
async function waitFor(
  what: string,
  path: string,
  isReady: (answer: unknown) => boolean = () => true,
): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${site}/api/${path}`).catch(() => undefined);
    if (answer?.ok && isReady(await answer.json())) return;
    if (!answer?.bodyUsed) await answer?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not start within a minute`);
}

/** What is read here of a session: a notebook and its kernel. */
interface Session {
  readonly path: string;
  readonly kernel: { readonly execution_state: string };
}

/** What is read here of an output. */
interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

async function runInLab(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 900 },
  });
  const outside: string[] = [];
  page.on("request", (request) => {
    if (
      !/^(data|blob):/.test(request.url()) &&
      new URL(request.url()).host !== new URL(site).host
    ) outside.push(request.url());
  });
  const below = path.slice(root.length + 1).replaceAll("\\", "/");
  // A workspace of its own: JupyterLab opens again what was open in the last.
  const workspace = basename(path, ".ipynb");
  await page.goto(`${site}/lab/workspaces/${workspace}/tree/${below}`);
  await waitFor(
    "The kernel",
    "sessions",
    (sessions) =>
      (sessions as Session[]).some(({ path, kernel }) =>
        path === below && kernel.execution_state === "idle"
      ),
  );
  await runAllCells(page);
  await page.keyboard.press("Control+s");
  await page.waitForTimeout(1000);

  const { cells } = JSON.parse(await Deno.readTextFile(path));
  const outputs: Output[] = cells.flatMap((cell: NotebookCell) =>
    cell.outputs ?? []
  );
  assert.deepEqual(outputs.filter((o) => o.output_type === "error"), []);
  const figures = figureCount(cells);
  const html = outputs.map(({ data }) => [data?.["text/html"]].flat().join(""));
  const saved = html.filter((text) => text.startsWith("<figure "));
  assert.equal(saved.length, figures);

  const live = page.locator("figure.plot:has(.main-svg)");
  await live.nth(figures - 1).waitFor();
  assert.equal(await live.count(), figures);
  const explorables = cells.filter(isExplorable).length;
  const controls = page.locator("figure.explorable .controls");
  if (explorables > 0) await controls.nth(explorables - 1).waitFor();
  assert.equal(await controls.count(), explorables);
  assert.deepEqual(outside, []);
  await page.close();
}

async function runAllCells(page: Page): Promise<void> {
  await page.locator(".lm-MenuBar-item", { hasText: "Run" }).first().click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
  await page.waitForFunction(
    () => {
      const prompts = [
        ...document.querySelectorAll(
          // A folded cell has a placeholder, which shows no number.
          ".jp-Notebook .jp-CodeCell .jp-InputPrompt:not(.jp-Placeholder-prompt)",
        ),
      ];
      return prompts.length > 0 &&
        prompts.every((prompt) => /\[\d+\]/.test(prompt.textContent!));
    },
    null,
    { timeout: 60_000 },
  );
}
