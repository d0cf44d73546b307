import axe from "axe-core";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page of the lesson, opened as a reader would, and what it did meanwhile. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** Addresses that it asked for, its own included. */
  readonly requests: string[];
  /** What stands in the browser's console, and errors that nobody caught. */
  readonly complaints: string[];
}

/** Opens a file in a browser that is offline. */
export async function openPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  const close = () => context.close();
  return { page, requests, complaints, [Symbol.asyncDispose]: close };
}

/** Waits until as many plots are alive, those in results that are hidden, too. */
export async function waitForPlots(page: Page, count: number): Promise<void> {
  if (count === 0) return;
  const live = page.locator("figure.plot:has(.live .main-svg)");
  await live.nth(count - 1).waitFor({ state: "attached" });
}

/** Shows the results that the page hides until the reader has made a guess. */
export async function showResults(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLButtonElement>("[name=show-all]")?.click()
  );
}

/** How wide all that stands on a page is; more than the window means scrolling. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Clicks what gives the reader a file; returns what is in the file. */
export async function download(page: Page, selector: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.click(selector);
  return await Deno.readTextFile(await (await coming).path());
}

/** What axe finds wrong with a page. */
export async function faults(page: Page): Promise<string[]> {
  // In the page's own world its policy would not let axe in; this is the tester's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ["violations"],
    })
  );
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`
  );
}
