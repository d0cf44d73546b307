import assert from "assert";
import type { Browser, Locator, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { explorables } from "../../lib/explorables/explorables.ts";
import { handouts } from "./command.ts";
import { temporaryFolder } from "./folder.ts";
import { openPage, waitForPlots } from "./page.ts";
import { writeNotebook } from "./small_notebook.ts";

/** The names of all explorables. */
export const names = Object.keys(explorables);

const folder = temporaryFolder("notebooks");
/** The path of a page that holds all explorables. */
export const file = folder.join("explorables.html");
/** The browser of all tests of that page. */
export let browser: Browser;

Deno.test.beforeAll(async () => {
  const notebook = await writeNotebook(folder.path, "explorables", [
    ["title", "# Explorables"],
    ["imports", 'import { explore } from "@lesson/cross-entropy/notebook";'],
    ...names.map((name): [string, string] => [
      name,
      `await explore("${name}", { alt: "${name}", caption: "Try it." });`,
    ]),
  ]);
  await handouts([notebook, "--out", folder.path]);
  browser = await launchChromium();
});
Deno.test.afterAll(async () => {
  await browser.close();
  folder[Symbol.dispose]();
});

/** Opens the page so wide, and closes it when `use` is done. */
export async function open(
  width: number,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width, height: 800 };
  await using opened = await openPage(browser, file, { viewport });
  const { page, requests, complaints } = opened;
  await waitForPlots(page, names.length);
  await page.locator("[role=status]").nth(names.length - 1).waitFor();
  await use(page);
  assert.equal(requests.length, 1);
  assert.deepEqual(complaints, []);
}

/** The figure of an explorable. */
export function part(page: Page, name: string): Locator {
  return page.locator(`figure[data-explorable=${name}]`);
}
