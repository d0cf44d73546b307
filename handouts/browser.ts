/**
 * A Chromium for the browser tests and the PDFs, on whatever machine this is.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import {
  type BrowserProgram,
  hasBundledChromium,
  unpackChromium,
} from "./bundled_chromium.ts";

const ADVICE = "Install Chromium or Chrome, or set CHROMIUM=/path/to/it.";

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
    if (existsSync(chosen)) return await start({ path: chosen });
    throw new Error(
      `launchChromium: CHROMIUM=${chosen} names no file. ${ADVICE}`,
    );
  }

  const failures: string[] = [];
  for (const path of installedBrowsers()) {
    try {
      return await start({ path });
    } catch (error) {
      // Ubuntu's chromium-browser, for one, may be a stub that only asks for a
      // snap package.
      const { message } = error as Error;
      console.warn(message);
      failures.push(message);
    }
  }

  if (hasBundledChromium()) return await start(await unpackChromium());
  throw new Error(
    [
      `launchChromium: found no Chromium, Chrome or Edge that starts. ${ADVICE}`,
      ...failures,
    ]
      .join("\n"),
  );
}

/** The paths where this machine has a Chromium, Chrome or Edge. */
export function installedBrowsers(): string[] {
  const places =
    { windows: windowsPlaces, darwin: macPlaces }[Deno.build.os as string] ??
      linuxPlaces;
  return places().filter((path) => existsSync(path));
}

function windowsPlaces(): string[] {
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((
    name,
  ) => Deno.env.get(name) ?? "C:/");
  const programs = [
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
  ];
  return programs.flatMap((program) =>
    roots.map((root) => join(root, program))
  );
}

function macPlaces(): string[] {
  const folders = [
    "/Applications",
    join(Deno.env.get("HOME") ?? "/", "Applications"),
  ];
  const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return names.flatMap((name) =>
    folders.map((folder) => join(folder, `${name}.app`, "Contents/MacOS", name))
  );
}

function linuxPlaces(): string[] {
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter((folder) =>
    folder !== ""
  );
  const names = [
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chromium-browser",
    "microsoft-edge",
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function start({ path, environment }: BrowserProgram): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: path,
      env: { ...Deno.env.toObject(), ...environment },
      // Without these two it may hang in a closed network. Playwright itself
      // adds the other flags that matter there, and --no-sandbox, without which
      // Chromium refuses to run as root.
      args: ["--disable-gpu", "--disable-quic"],
      timeout: 60_000,
    });
  } catch (error) {
    throw new Error(
      `launchChromium: ${path} does not start. ${ADVICE}\n${
        reason(error as Error)
      }`,
    );
  }
}

// Playwright's message repeats a hundred flags twice: keep its first line and
// the browser's words.
function reason({ message }: Error): string {
  const said = message.matchAll(/^\[pid=\d+\]\[err\] (.*)/gm);
  return [message.split("\n")[0], ...said.map(([, words]) => words)].join("\n");
}
