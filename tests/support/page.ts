import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page of the lesson, opened as a reader would, and what it did meanwhile. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses that it asked for, its own included. */
  readonly requests: string[];
  /** What stands in the browser's console, and errors that nobody caught. */
  readonly complaints: string[];
}

/**
 * Opens a file in a browser that is offline; closes it when `use` is done.
 *
 * @param browser Where to open it.
 * @param file Path of the page.
 * @param options Width, colours, JavaScript, and so on.
 * @param use What to do with it.
 */
export async function withPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions,
  use: (opened: OpenedPage) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ offline: true, ...options });
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("data:")) requests.push(request.url());
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(file).href);
    await use({ page, requests, complaints });
  } finally {
    await context.close();
  }
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
