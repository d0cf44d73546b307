import assert from "assert";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { classroomTest } from "../support/classroom.ts";
import { root } from "../support/folder.ts";
import {
  answer,
  type FrontEnd,
  frontEnds,
  openNotebook,
  runAll,
  save,
  type Server,
  startServer,
} from "../support/front_ends.ts";
import { figureCount, readNotebooks } from "../support/notebooks.ts";

const [, notebook] = readNotebooks("en");
const figures = figureCount(notebook.cells);

classroomTest(
  "a copy of a notebook in a Jupyter of one's own, in each front end",
  async ({ bin, home, env }, t) => {
    const work = join(home, "work");
    await Deno.mkdir(work);
    // Another user's server, in whose eyes nobody has run these notebooks.
    const stranger = { ...env, JUPYTER_DATA_DIR: join(home, "stranger") };
    const command = join(bin, "jupyter");
    const args = ["lab", `--ServerApp.root_dir=${work}`];
    await using server = await startServer(command, args, { env });
    await using other = await startServer(command, args, { env: stranger });
    await using browser = await launchChromium();
    for (const frontEnd of frontEnds) {
      await t.step(
        frontEnd.name,
        () => tryOut(browser, server, other, frontEnd, work),
      );
    }
  },
);

async function tryOut(
  browser: Browser,
  server: Server,
  other: Server,
  frontEnd: FrontEnd,
  work: string,
): Promise<void> {
  const path = `${frontEnd.name.replaceAll(" ", "-")}.ipynb`;
  const file = join(work, path);
  await Deno.copyFile(join(root, notebook.path), file);
  {
    await using opened = await openNotebook(browser, server, frontEnd, path);
    const { page, outside } = opened;
    await runAll(page, frontEnd);
    await figuresAreLive(page);
    await explorableMoves(page);

    const exercise = page.locator(frontEnd.cells, {
      hasText: 'check("ratio", undefined)',
    });
    await answer(frontEnd, exercise, 'check("ratio", 7.39)');
    await page.locator(".right", { hasText: "Right." }).first().waitFor();

    await runAll(page, frontEnd, true);
    await figuresAreLive(page);
    const saved = await save(page, file);
    assert.deepEqual(outside, []);
    const outputs = saved.cells.flatMap(({ outputs }) => outputs ?? []);
    assert(outputs.length > figures);
    assert(!JSON.stringify(outputs).includes('"output_type":"error"'));
  }
  {
    await using opened = await openNotebook(browser, server, frontEnd, path);
    await figuresAreLive(opened.page);
    await explorableMoves(opened.page);
  }
  {
    await using opened = await openNotebook(browser, other, frontEnd, path);
    const { page } = opened;
    await page.locator("figure").nth(figures - 1).waitFor();
    await page.getByText(/^Drawing of the network/).first().waitFor();
    assert.equal(await page.locator(".main-svg").count(), 0);
  }
}

/** Each figure is drawn, and drawn once. */
async function figuresAreLive(page: Page): Promise<void> {
  const live = page.locator("figure.plot:has(.live .main-svg)");
  await live.nth(figures - 1).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(300);
  assert.equal(await live.count(), figures);
  assert.equal(await page.locator("figure.plot .live").count(), figures);
}

/** A slider obeys the mouse, the keys and a finger, and the plot follows. */
async function explorableMoves(page: Page): Promise<void> {
  const figure = page.locator("figure.explorable");
  const slider = figure.locator("input[type=range]").first();
  const bars = figure.locator(".main-svg").first();
  const value = () => slider.inputValue();
  await slider.scrollIntoViewIfNeeded();
  let [before, plot] = [await value(), await bars.innerHTML()];
  const changed = async (how: string) => {
    const drawn = await bars.elementHandle();
    await page.waitForFunction(
      ([bars, plot]) => (bars as Element).innerHTML !== plot,
      [drawn, plot] as const,
      { timeout: 10_000 },
    );
    const now = await value();
    assert.notEqual(now, before, how);
    [before, plot] = [now, await bars.innerHTML()];
  };
  const { width, height } = (await slider.boundingBox())!;
  await slider.click({ position: { x: width * 0.8, y: height / 2 } });
  await changed("mouse");
  await page.keyboard.press("ArrowLeft");
  await changed("keys");
  await page.keyboard.press("ArrowUp");
  await changed("keys");
  await slider.tap({ position: { x: width * 0.3, y: height / 2 } });
  await changed("touch");
}
