import assert from "assert";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { root, temporaryFolder } from "../support/folder.ts";
import {
  frontEnds,
  openNotebook,
  runAll,
  save,
  type Server,
  startServer,
} from "../support/front_ends.ts";
import {
  figureCount,
  type Notebook,
  readNotebooks,
} from "../support/notebooks.ts";

const [lab] = frontEnds;

Deno.test("deno task lab runs notebooks with live plots, and without the network", async (t) => {
  using workspaces = temporaryFolder();
  await using server = await startServer(Deno.execPath(), ["task", "lab"], {
    cwd: root,
    env: { JUPYTERLAB_WORKSPACES_DIR: workspaces.path },
  });
  await using browser = await launchChromium();
  for (const language of ["en", "pt"]) {
    const [, notebook] = readNotebooks(language);
    await t.step(notebook.path, () => runInLab(browser, server, notebook));
  }
});

/** Runs one of the lesson's own notebooks, and saves it. */
async function runInLab(
  browser: Browser,
  server: Server,
  { path, cells }: Notebook,
): Promise<void> {
  const file = join(root, path);
  const before = await Deno.readTextFile(file);
  const place = path.replaceAll("\\", "/");
  await using opened = await openNotebook(browser, server, lab, place);
  const { page, outside } = opened;
  try {
    await runAll(page, lab);
    const figures = figureCount(cells);
    const live = page.locator("figure.plot:has(.main-svg)");
    await live.nth(figures - 1).waitFor();
    assert.equal(await live.count(), figures);
    const explorables = await page.locator("figure.explorable").count();
    assert(explorables > 0);
    const controls = page.locator("figure.explorable .controls");
    await controls.nth(explorables - 1).waitFor();
    const errors = '[data-mime-type="application/vnd.jupyter.error"]';
    assert.equal(await page.locator(errors).count(), 0);

    // A reader opens a solution and folds a cell; that is nobody else's business.
    await page.locator(".jp-collapseHeadingButton").last().click();
    assert.deepEqual(await save(page, file), JSON.parse(before));
    assert.deepEqual(outside, []);
  } finally {
    await Deno.writeTextFile(file, before);
  }
}
