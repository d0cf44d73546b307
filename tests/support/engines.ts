/**
 * The three engines that browsers are made of, each with one page open: Chromium,
 * Firefox and WebKit.
 *
 * @module
 */

import { existsSync, globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Mouse } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { download } from "./page.ts";
import { answers, freePort } from "./server.ts";

/** A page that is open in one of the engines. */
export interface EnginePage extends AsyncDisposable {
  /** Runs the body of an async function in the page; its value goes through JSON. */
  evaluate<Value>(body: string): Promise<Value>;
  /** Clicks the first element that the selector finds, as a reader would. */
  click(selector: string): Promise<void>;
  /** Types into the element that has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key, for instance ArrowLeft. */
  press(key: Key): Promise<void>;
  /** Moves the mouse along some places of the window, with its button down. */
  drag(places: readonly Place[]): Promise<void>;
  /** Clicks what gives the reader a file; what is in the file. */
  save(selector: string): Promise<string>;
  /** Writes what the window shows as a PNG. */
  screenshot(path: string): Promise<void>;
}

/** A key that has no letter. */
export type Key = "ArrowLeft" | "ArrowUp";

/** How far a place is from the left and the upper edge of the window. */
export type Place = readonly [x: number, y: number];

/** Width and height of a window, in pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
  /** Whether there is no network; WebKit's driver cannot take it away. */
  readonly offline?: boolean;
}

type Opener = (url: string, size: WindowSize) => Promise<EnginePage>;

/** How each engine opens a page. */
const engines = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
} satisfies Record<string, Opener>;

/** The name of an engine. */
export type Engine = keyof typeof engines;

/** The engines that this machine has, or can install; the others are named. */
export async function availableEngines(): Promise<Engine[]> {
  const available: Engine[] = [];
  for (const engine of Object.keys(engines) as Engine[]) {
    try {
      for (const need of needs[engine]) await installed(need);
      available.push(engine);
    } catch (error) {
      // A machine that could have it must not pass without it.
      if (Deno.env.has("CI")) throw error;
      console.warn(`Not tried in ${engine}: ${(error as Error).message}`);
    }
  }
  return available;
}

/** The programs of each engine, by their Debian packages. */
const programs: Record<string, readonly string[]> = {
  "firefox-esr": ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
  "webkit2gtk-driver": ["/usr/bin/WebKitWebDriver"],
  xvfb: ["/usr/bin/Xvfb"],
};

const needs: Record<Engine, readonly string[]> = {
  chromium: [],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb"],
};

/**
 * Opens a file in an engine; close it with `await using`. As root on Debian a
 * missing Firefox or WebKit is installed first.
 *
 * @throws {Error} When the engine is missing; the message says what to install.
 */
export async function openInEngine(
  engine: Engine,
  file: string,
  size: WindowSize = { width: 1200, height: 900 },
): Promise<EnginePage> {
  return await engines[engine](pathToFileURL(file).href, size);
}

async function openChromium(
  url: string,
  size: WindowSize,
): Promise<EnginePage> {
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: size,
    offline: size.offline,
  });
  await page.goto(url);
  return {
    evaluate: (body) => page.evaluate(`(async () => {${body}})()`),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    drag: (places) => dragMouse(page.mouse, places),
    save: (selector) => download(page, selector),
    screenshot: async (path) => void await page.screenshot({ path }),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function openFirefox(url: string, size: WindowSize): Promise<EnginePage> {
  const program = await installed("firefox-esr");
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    defaultViewport: size,
    timeout: 120_000, // a busy machine
    protocolTimeout: 90_000,
    // A proxy where nobody listens.
    extraPrefsFirefox: size.offline
      ? {
        "network.proxy.type": 2,
        "network.proxy.autoconfig_url":
          "data:,function FindProxyForURL() { return 'PROXY 127.0.0.1:9'; }",
      }
      : {},
  });
  const [page] = await browser.pages();
  await page.setViewport(size);
  await page.goto(url);
  const evaluate = async <Value>(body: string) =>
    await page.evaluate(`(async () => {${body}})()`) as Value;
  return {
    evaluate,
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    drag: (places) => dragMouse(page.mouse, places),
    save: (selector) => caught(evaluate, selector),
    screenshot: async (path) =>
      void await page.screenshot({ path: path as `${string}.png` }),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function openWebKit(url: string, size: WindowSize): Promise<EnginePage> {
  await using started = new AsyncDisposableStack();
  const start = async (need: string, args: string[], env = {}) => {
    const options = { args, env, stdout: "null", stderr: "null" } as const;
    started.use(new Deno.Command(await installed(need), options).spawn());
  };
  const port = freePort();
  const display = `:${port}`;
  const screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  await start("xvfb", [display, ...screen]);
  await start("webkit2gtk-driver", [`--port=${port}`], {
    DISPLAY: display,
    // As root its sandbox cannot start.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  });
  const site = `http://127.0.0.1:${port}`;
  await answers(`${site}/status`);
  const { Builder, By, Capabilities, Key: keyOf } = await import(
    "selenium-webdriver"
  );
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: miniBrowser(),
      args: ["--automation"],
    },
  });
  const session = await new Builder().usingServer(site)
    .withCapabilities(capabilities).build();
  started.defer(() => session.quit().catch(() => {}));
  await session.manage().setTimeouts({ script: 120_000 });
  await session.manage().window().setRect(size);
  await session.get(url);
  if (size.width < 450) {
    // Only a window without a toolbar gets as narrow as a phone's.
    await session.executeScript(`
      const button = document.createElement("button");
      button.id = "small-window";
      button.onclick = () => open(location.href, "",
        "popup,toolbar=no,menubar=no,location=no,width=${size.width},height=${size.height}");
      document.body.prepend(button);
    `);
    const wide = await session.getWindowHandle();
    await session.findElement(By.css("#small-window")).click();
    const small = await session.wait(async () =>
      (await session.getAllWindowHandles()).find((one) => one !== wide)
    );
    await session.switchTo().window(small!);
    await session.wait(() =>
      session.executeScript(
        "return location.href !== 'about:blank' && document.readyState === 'complete'",
      )
    );
    await session.manage().window().setRect(size);
  }
  const evaluate = async <Value>(body: string) => {
    const script = `const done = arguments[arguments.length - 1];
      (async () => {${body}})().then((value) => done({ value }),
        (error) => done({ error: String(error) + error.stack }));`;
    const { value, error } = await session.executeAsyncScript<
      { value: Value; error?: string }
    >(script);
    if (error) throw new Error(error);
    return value;
  };
  const keys: Record<Key, string> = {
    ArrowLeft: keyOf.ARROW_LEFT,
    ArrowUp: keyOf.ARROW_UP,
  };
  const opened = started.move();
  return {
    evaluate,
    click: async (selector) =>
      await session.findElement(By.css(selector)).click(),
    type: async (text) =>
      await session.switchTo().activeElement()
        .sendKeys(text.replaceAll("\n", keyOf.ENTER)),
    press: async (key) =>
      await session.switchTo().activeElement().sendKeys(keys[key]),
    async drag(places) {
      const mouse = session.actions();
      const [start, ...others] = places.map(([x, y]) => ({
        x: Math.round(x),
        y: Math.round(y),
        duration: 20,
      }));
      mouse.move(start).press();
      for (const place of others) mouse.move(place);
      await mouse.release().perform();
    },
    save: (selector) => caught(evaluate, selector),
    async screenshot(path) {
      const bytes = Uint8Array.fromBase64(await session.takeScreenshot());
      await Deno.writeFile(path, bytes);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Drags with the mouse of Chromium's or of Firefox's driver. */
async function dragMouse(
  mouse: Pick<Mouse, "move" | "down" | "up">,
  [start, ...others]: readonly Place[],
): Promise<void> {
  await mouse.move(...start);
  await mouse.down();
  for (const place of others) await mouse.move(...place);
  await mouse.up();
}

/** The file that a click would save, where the driver tells of no downloads. */
async function caught(
  evaluate: EnginePage["evaluate"],
  selector: string,
): Promise<string> {
  return await evaluate(`
    const { createObjectURL } = URL;
    const file = new Promise((resolve) => {
      URL.createObjectURL = (blob) => (resolve(blob), createObjectURL(blob));
    });
    addEventListener("click", (event) => {
      if (event.target.download) event.preventDefault();
    });
    document.querySelector(${JSON.stringify(selector)}).click();
    const text = await (await file).text();
    URL.createObjectURL = createObjectURL;
    return text;
  `);
}

/** The program of a Debian package, which is installed first if need be. */
async function installed(packageName: string): Promise<string> {
  const find = () => programs[packageName].find((path) => existsSync(path));
  if (!find() && existsSync("/usr/bin/apt-get") && Deno.uid() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", packageName]]) {
      await new Deno.Command("apt-get", { args, env }).output();
    }
  }
  const program = find();
  if (program) return program;
  throw new Error(`install ${packageName}, as Debian calls it`);
}

/** The browser that comes with WebKitWebDriver; its folder names a version. */
function miniBrowser(): string {
  return globSync("/usr/lib/{,*/}webkit{2gtk,gtk}-*/MiniBrowser").sort()[0];
}
