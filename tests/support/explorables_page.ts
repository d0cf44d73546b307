import assert from "assert";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { explorables } from "../../lib/explorables/explorables.ts";
import { run } from "./notebooks.ts";
import { waitForPlots, withPage } from "./page.ts";
import { writeNotebook } from "./small_notebook.ts";

/** The names of all explorables. */
export const names = Object.keys(explorables);

/** Opens the page so wide, and closes it when `use` is done. */
export type Open = (
  width: number,
  use: (page: Page) => Promise<void>,
  options?: object,
) => Promise<void>;

/** Makes a handout of all explorables, for `use` to open by itself or by `open`. */
export async function withExplorables(
  use: (open: Open, file: string, browser: Browser) => Promise<void>,
): Promise<void> {
  const out = await Deno.makeTempDir();
  const folder = await Deno.makeTempDir({ dir: "notebooks" });
  try {
    const notebook = await writeNotebook(folder, "explorables", [
      ["title", "# Explorables"],
      ["imports", 'import { explore } from "@lesson/cross-entropy/notebook";'],
      ...names.map((name): [string, string] => [
        name,
        `await explore("${name}", { alt: "${name}", caption: "Try it." });`,
      ]),
    ]);
    const { code, said } = await run(Deno.execPath(), [
      ...["task", "handouts", notebook, "--out", out],
    ]);
    assert.equal(code, 0, said);
    const file = join(out, "explorables.html");
    await using browser = await launchChromium();
    const open: Open = (width, look, options = {}) =>
      withPage(
        browser,
        file,
        { viewport: { width, height: 800 }, ...options },
        async ({ page, requests, complaints }) => {
          await waitForPlots(page, names.length);
          await page.locator("[role=status]").nth(names.length - 1).waitFor();
          await look(page);
          assert.equal(requests.length, 1);
          assert.deepEqual(complaints, []);
        },
      );
    await use(open, file, browser);
  } finally {
    await Deno.remove(out, { recursive: true });
    await Deno.remove(folder, { recursive: true });
  }
}

/** The figure of an explorable. */
export function part(page: Page, name: string): Locator {
  return page.locator(`figure[data-explorable=${name}]`);
}
