/**
 * A Chromium for the browser tests and the PDFs, on whatever machine this is.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { hasBundledChromium, unpackChromium } from "./bundled_chromium.ts";

const ADVICE = "Install Chromium or Chrome, or set CHROMIUM=/path/to/it.";

/** What the programs are called where they are found by name. */
const NAMES = [
  "chromium",
  "google-chrome-stable",
  "google-chrome",
  "chromium-browser",
  "microsoft-edge",
];

/**
 * Starts a headless Chromium. Needs `deno run -A`; close it with `await using`.
 *
 * The program is the one that the environment variable `CHROMIUM` names; else
 * the first installed one that starts; else, on Linux x64, the one inside the
 * npm package `@sparticuz/chromium`, which takes some seconds to unpack the
 * first time.
 *
 * @example The title of a page
 * ```ts
 * import assert from "node:assert/strict";
 * await using browser = await launchChromium();
 * const page = await browser.newPage();
 * await page.goto("data:text/html,<title>Softmax</title>");
 * assert.equal(await page.title(), "Softmax");
 * ```
 *
 * @throws {Error} When no Chromium is found, or none starts; the message says
 * what to do.
 */
export async function launchChromium(): Promise<Browser> {
  const chosen = Deno.env.get("CHROMIUM");
  if (chosen) {
    if (existsSync(chosen)) return await start({ executablePath: chosen });
    throw new Error(
      `launchChromium: CHROMIUM=${chosen} names no file. ${ADVICE}`,
    );
  }

  const failures: string[] = [];
  for (const program of installedBrowsers()) {
    try {
      return await start(program);
    } catch (error) {
      // Ubuntu's chromium-browser, for one, may be a stub that only asks for a
      // snap package.
      failures.push((error as Error).message);
    }
  }
  if (hasBundledChromium()) return await start(await unpackChromium());
  throw new Error(
    [
      `launchChromium: found no Chromium, Chrome or Edge that starts. ${ADVICE}`,
      ...failures,
    ].join("\n"),
  );
}

/** How to start each Chromium, Chrome or Edge that this machine may have. */
function installedBrowsers(): LaunchOptions[] {
  if (Deno.build.os !== "linux") {
    return [{ channel: "chrome" }, { channel: "msedge" }];
  }
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath }));
}

async function start(program: LaunchOptions): Promise<Browser> {
  try {
    return await chromium.launch({
      ...program,
      env: { ...Deno.env.toObject(), ...program.env },
      // Without these two it may hang in a closed network. Playwright itself
      // adds the other flags that matter there, and --no-sandbox, without which
      // Chromium refuses to run as root.
      args: ["--disable-gpu", "--disable-quic"],
      timeout: 60_000,
    });
  } catch (error) {
    const name = program.executablePath ?? program.channel;
    throw new Error(
      `launchChromium: ${name} does not start. ${ADVICE}\n${
        reason(error as Error)
      }`,
      { cause: error },
    );
  }
}

// Playwright's message repeats a hundred flags twice: keep its first line and
// the browser's words.
function reason({ message }: Error): string {
  const said = message.matchAll(/^\[pid=\d+\]\[err\] (.*)/gm);
  return [message.split("\n")[0], ...said.map(([, words]) => words)].join("\n");
}
