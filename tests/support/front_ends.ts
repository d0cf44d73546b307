import assert from "assert";
import type { Browser, Locator, Page } from "playwright-core";
import { answers, freePort } from "./server.ts";
import { until } from "./until.ts";

/** How to drive a front end of Jupyter. */
export interface FrontEnd {
  readonly name: string;
  /** Where a notebook opens, below the server's address. */
  address(path: string): string;
  /** Each code cell. */
  readonly cells: string;
  /** What says, inside a cell, that it has run. */
  readonly prompt: string;
  /** Runs all cells, on a fresh kernel if asked. */
  runAll(page: Page, restart: boolean): Promise<void>;
  /** Where one types, inside a cell. */
  readonly editor: string;
}

/** The menus of JupyterLab, and of Notebook 7, which is made of the same parts. */
const lumino = {
  cells: ".jp-Notebook .jp-CodeCell",
  // A folded cell has a placeholder, which shows no number.
  prompt: ".jp-InputPrompt:not(.jp-Placeholder-prompt)",
  async runAll(page: Page, restart: boolean) {
    const command = restart ? "restart-and-run-all" : "run-all";
    await page.locator(".lm-MenuBar-item", { hasText: "Run" }).first().click();
    await page.locator(`.lm-Menu-item[data-command="runmenu:${command}"]`)
      .click();
    if (restart) await page.locator(".jp-Dialog .jp-mod-warn").click();
  },
  editor: ".cm-content",
};

export const frontEnds: readonly FrontEnd[] = [
  {
    name: "JupyterLab",
    // A workspace of its own: JupyterLab opens again what was open in the last.
    address: (path) =>
      `lab/workspaces/${path.replace(/\W/g, "-")}/tree/${path}`,
    ...lumino,
  },
  { name: "Notebook 7", address: (path) => `notebooks/${path}`, ...lumino },
  {
    name: "nbclassic",
    address: (path) => `nbclassic/notebooks/${path}`,
    cells: ".code_cell",
    prompt: ".input_prompt",
    async runAll(page, restart) {
      if (restart) {
        await page.locator("#kernellink").click();
        await page.locator("#restart_run_all a").click();
        await page.locator(".modal-footer .btn-danger").click();
      } else {
        await page.locator("#celllink").click();
        await page.locator("#run_all_cells a").click();
      }
    },
    editor: ".CodeMirror",
  },
];

/** A Jupyter server, on an address of its own. */
export interface Server extends AsyncDisposable {
  readonly site: string;
}

/** Starts a server, and waits until it answers. */
export async function startServer(
  command: string,
  args: readonly string[],
  options: Deno.CommandOptions,
): Promise<Server> {
  const port = freePort();
  await using started = new AsyncDisposableStack();
  started.use(
    new Deno.Command(command, {
      ...options,
      args: [
        ...args,
        "--no-browser",
        "--allow-root",
        `--ServerApp.port=${port}`,
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
      ],
      stdout: "null",
      stderr: "null",
    }).spawn(),
  );
  const site = `http://127.0.0.1:${port}`;
  await answers(`${site}/api/status`);
  const server = started.move();
  return { site, [Symbol.asyncDispose]: () => server.disposeAsync() };
}

/** A notebook that is open in a front end. */
export interface OpenNotebook extends AsyncDisposable {
  readonly page: Page;
  /** Addresses that it asked for outside of its server. */
  readonly outside: readonly string[];
}

/** Opens a notebook and waits until its kernel is idle. */
export async function openNotebook(
  browser: Browser,
  { site }: Server,
  frontEnd: FrontEnd,
  path: string,
): Promise<OpenNotebook> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    hasTouch: true,
  });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(about|blob|data):/.test(url) && !url.startsWith(`${site}/`)) {
      outside.push(url);
    }
  });
  await page.goto(`${site}/${frontEnd.address(path)}`);
  await page.locator(frontEnd.cells).first().waitFor({ timeout: 60_000 });
  await until(async () => {
    const answer = await fetch(`${site}/api/sessions`);
    const sessions: Session[] = await answer.json();
    const session = sessions.find((session) => session.path === path);
    return session?.kernel.execution_state === "idle";
  }, `an idle kernel for ${path}`);
  return { page, outside, [Symbol.asyncDispose]: () => context.close() };
}

/** What is read here of a session: a notebook and its kernel. */
interface Session {
  readonly path: string;
  readonly kernel: { readonly execution_state: string };
}

/** Runs all cells and waits until the last has ended. */
export async function runAll(
  page: Page,
  { cells, prompt, runAll }: FrontEnd,
  restart: boolean = false,
): Promise<void> {
  const prompts = page.locator(`${cells} ${prompt}`);
  // So that prompts of an earlier run are not taken for those of this one.
  const marked = await prompts.evaluateAll((all) => {
    for (const each of all) each.textContent = "";
    return all.length;
  });
  assert(marked > 0);
  await runAll(page, restart);
  await until(async () => {
    const texts = await prompts.allTextContents();
    return texts.length > 0 && texts.every((text) => /\[\d+\]/.test(text));
  }, "an end of all cells");
}

/** Replaces the text of a cell and runs it. */
export async function answer(
  { editor }: FrontEnd,
  cell: Locator,
  text: string,
): Promise<void> {
  const { keyboard } = cell.page();
  await cell.locator(editor).click();
  await keyboard.press("Control+a");
  await keyboard.insertText(text);
  await keyboard.press("Control+Enter");
}

/** Saves, and waits until the file is newer and whole; returns what is in it. */
export async function save(page: Page, file: string): Promise<Saved> {
  const before = (await Deno.stat(file)).mtime!.getTime();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+s");
  return await until(async () => {
    if ((await Deno.stat(file)).mtime!.getTime() === before) return;
    // Jupyter may be writing it.
    return await Deno.readTextFile(file).then(JSON.parse).catch(() => {});
  }, `a saved ${file}`);
}

/** What is read here of a saved notebook. */
export interface Saved {
  readonly cells: readonly { readonly outputs?: readonly unknown[] }[];
}
