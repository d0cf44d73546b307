import assert from "assert";
import type { Browser, Locator, Page } from "playwright-core";

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
  /** Replaces the text of a cell and runs it. */
  answer(page: Page, cell: Locator, text: string): Promise<void>;
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
  async answer(page: Page, cell: Locator, text: string) {
    await cell.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
    await page.keyboard.press("Control+Enter");
  },
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
    async answer(page, cell, text) {
      await cell.locator(".CodeMirror").click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      await page.keyboard.press("Control+Enter");
    },
  },
];

/** A Jupyter server, on an address of its own. */
export interface Server {
  readonly site: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A port that is free now. */
export function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}

/** Starts a server, and waits until it answers. */
export async function startServer(
  command: string,
  args: readonly string[],
  options: Deno.CommandOptions,
): Promise<Server> {
  const port = freePort();
  const child = new Deno.Command(command, {
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
  }).spawn();
  const site = `http://127.0.0.1:${port}`;
  const server = {
    site,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${site}/api/status`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await server[Symbol.asyncDispose]();
  throw new Error(`${command} did not answer within a minute`);
}

/** A notebook that is open in a front end. */
export interface OpenNotebook {
  readonly page: Page;
  /** Addresses that it asked for outside of its server. */
  readonly outside: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
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
  await idleKernel(site, path);
  return {
    page,
    outside,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** What is read here of a session: a notebook and its kernel. */
interface Session {
  readonly path: string;
  readonly kernel: { readonly id: string; readonly execution_state: string };
}

/** Waits until the kernel of a notebook is idle. */
async function idleKernel(site: string, path: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${site}/api/sessions`);
    const sessions: Session[] = await answer.json();
    const session = sessions.find((session) => session.path === path);
    if (session?.kernel.execution_state === "idle") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path}: no kernel within half a minute`);
}

/** Waits until every cell has run; the first one more often than before. */
export async function allRan(
  page: Page,
  { cells, prompt }: FrontEnd,
): Promise<void> {
  await page.waitForFunction(
    ([cells, prompt]) => {
      const prompts = [...document.querySelectorAll(`${cells} ${prompt}`)];
      return prompts.length > 0 &&
        prompts.every((each) => /\[\d+\]/.test(each.textContent!));
    },
    [cells, prompt],
    { timeout: 60_000 },
  );
}

/** Runs all cells and waits until the last has ended. */
export async function runAll(
  page: Page,
  frontEnd: FrontEnd,
  restart: boolean = false,
): Promise<void> {
  // So that prompts of an earlier run are not taken for those of this one.
  const marked = await page.evaluate(([cells, prompt]) => {
    const prompts = document.querySelectorAll(`${cells} ${prompt}`);
    for (const each of prompts) each.textContent = "";
    return prompts.length;
  }, [frontEnd.cells, frontEnd.prompt]);
  assert(marked > 0);
  await frontEnd.runAll(page, restart);
  await allRan(page, frontEnd);
}

/** Saves, and waits until the file is newer and whole; returns what is in it. */
export async function save(page: Page, file: string): Promise<Saved> {
  const before = (await Deno.stat(file)).mtime!.getTime();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+s");
  for (let tries = 0; tries < 100; tries++) {
    await page.waitForTimeout(100);
    if ((await Deno.stat(file)).mtime!.getTime() === before) continue;
    try {
      return JSON.parse(await Deno.readTextFile(file));
    } catch {
      // Jupyter is writing it.
    }
  }
  throw new Error(`${file} was not saved`);
}

/** What is read here of a saved notebook. */
export interface Saved {
  readonly cells: readonly { readonly outputs?: readonly unknown[] }[];
}
