import assert from "assert";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { handouts, run } from "../support/command.ts";
import { availableEngines, openInEngine } from "../support/engines.ts";
import { executedCells } from "../support/executed.ts";
import { temporaryFolder } from "../support/folder.ts";
import {
  hasTag,
  type NotebookCell,
  readNotebooks,
  textOf,
} from "../support/notebooks.ts";
import { faults, openPage, waitForPlots, widthOf } from "../support/page.ts";
import { sleep, until } from "../support/until.ts";

const name = "03_cross_entropy";
const { cells } = readNotebooks("en")[2];
const asks = cells.filter((cell) => hasTag(cell, "predict"))
  .map(({ id }) => id);
const [first] = asks;
const sketched = cells.find(({ metadata }) => "sketch" in metadata)!.id;
const folder = temporaryFolder();
const file = folder.join("en", `${name}.html`);
/** Where to keep what the tests saw, for somebody to look at. */
const shots = Deno.env.get("SCREENSHOTS");

let browser: Browser;
Deno.test.beforeAll(async () => {
  // What another test has run is not run again for the page.
  await executedCells();
  await handouts([name, "--lang", "en", "--out", folder.path]);
  browser = await launchChromium();
});
Deno.test.afterAll(async () => {
  await browser.close();
  folder[Symbol.dispose]();
});

/** The text that solves each exercise, by the id of the exercise's cell. */
const solutions = new Map(
  cells.filter((cell) => hasTag(cell, "exercise")).map((cell) => {
    const call = textOf(cell).split(",")[0];
    const solution = cells.findLast((cell) =>
      hasTag(cell, "solution") && cell.cell_type === "code" &&
      textOf(cell).replaceAll(/\s/g, "").startsWith(call)
    );
    return [cell.id, textOf(solution!)];
  }),
);

for (const engine of await availableEngines()) {
  Deno.test(`a reader goes through step 3 from the first prediction to the last exercise, and saves the answers: ${engine}`, async () => {
    const size = { width: 360, height: 740, offline: true };
    await using page = await openInEngine(engine, file, size);
    const look = async (what: string) => {
      if (!shots) return;
      // WebKit shows what it drew before.
      await sleep(300);
      await page.screenshot(join(shots, `${engine}-${what}.png`));
    };
    const valueOf = <Value>(expression: string) =>
      page.evaluate<Value>(`
        const find = (selector) => document.querySelector(selector);
        return (${expression});
      `);
    const waitFor = (condition: string) =>
      until(() => valueOf(condition), condition);
    const scrollTo = (selector: string) =>
      valueOf(`find("${selector}").scrollIntoView({ block: "center" })`);
    const click = async (selector: string) => {
      await scrollTo(selector);
      await page.click(selector);
    };
    assert.equal(await valueOf("innerWidth"), 360);
    const scrolled = "document.documentElement.scrollWidth";
    assert(await valueOf<number>(scrolled) <= 360);
    await waitFor("find('.live .main-svg') !== null");
    await look("start");

    for (const [i, id] of asks.entries()) {
      const box = `#${id} + .guess`;
      const isHidden = `find("#${id} ~ .result").matches(".concealed")`;
      assert(await valueOf(isHidden));
      if (id === sketched) {
        const svg = `${box} .pad svg`;
        await scrollTo(svg);
        const { x, y, width, height } = await valueOf<DOMRect>(
          `find("${svg}").getBoundingClientRect().toJSON()`,
        );
        const places = Array.from({ length: 20 }, (_, i) =>
          [
            x + width * (0.25 + 0.6 * i / 19),
            y + height * (0.75 - 0.5 / (1 + i / 2)),
          ] as const);
        await page.drag(places);
        await page.press("ArrowLeft");
        await page.press("ArrowUp");
        await look("sketch");
      }
      await click(`${box} textarea`);
      await page.type(`Guess ${i}`);
      await click(`${box} [name=keep]`);
      assert(!await valueOf(isHidden), id);
      const focused =
        `find("#${id} ~ .result").contains(document.activeElement)`;
      assert(await valueOf(focused), id);
      const guess = await valueOf<string>(`find("${box}").textContent`);
      assert.match(guess, new RegExp(`Your guess: Guess ${i}`));
      if (id === first) await look("first-guess");
      if (id !== sketched) continue;
      await waitFor("find('.sketched .scatterlayer') !== null");
      await scrollTo(".sketched");
      await look("revealed");
      const live = "find('.sketched .live')";
      assert.equal(await valueOf(`${live}.data.at(-1).name`), "Your sketch");
      const width = (part: string) =>
        valueOf(`${part}.getBoundingClientRect().width`);
      const plot = `${live}.querySelector(".main-svg")`;
      assert.equal(await width(plot), await width(live));
    }

    await click("#setosa [name=run]");
    await waitFor("find('#setosa').dataset.state === 'done'");
    await look("ran");
    for (const [id, solution] of solutions) {
      await click(`#${id} .editor`);
      await valueOf(`find("#${id} .editor").select()`);
      await page.type(solution);
      await click(`#${id} [name=run]`);
      await waitFor(`find("#${id} .verdict.right") !== null`);
      const heard = await valueOf<string>("find('.heard').textContent");
      assert.match(heard, /Done\. .*Right/);
      await look(id);
    }
    await scrollTo("[name=save-answers]");
    const saved = await page.save("[name=save-answers]");
    const asked = await valueOf<string[]>(`
      performance.getEntriesByType("resource").map(({ name }) => name)
        .filter((name) => !/^(data|blob):/.test(name))
    `);
    assert.deepEqual(asked, []);
    await checkAnswers(saved);
  });
}

Deno.test("guesses, sketches and code survive a reload, and a page without storage says that they do not", async () => {
  await using opened = await openPage(browser, file);
  const { page } = opened;
  assert.match(await page.locator(".desk").innerText(), /kept in this brow/);
  const guess = page.locator(`#${first} + .guess`);
  const guessZero = async () => {
    await guess.locator("textarea").fill("Zero");
    await guess.locator("[name=keep]").click();
    assert.match(await guess.innerText(), /Your guess: Zero/);
  };
  await guessZero();
  const svg = page.locator(`#${sketched} + .guess .pad svg`);
  await svg.focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight");
  const drawn = await svg.locator(".sketch").getAttribute("d");
  assert(drawn!.split("L").length > 8);
  await page.locator("#setosa [name=edit]").click();
  await page.keyboard.insertText("1 + 1; // ");
  await page.reload();
  assert.match(await guess.innerText(), /Your guess: Zero/);
  assert.equal(await svg.locator(".sketch").getAttribute("d"), drawn);
  const editor = page.locator("#setosa .editor");
  assert.match(await editor.inputValue(), /1 \+ 1/);
  await page.locator("#setosa [name=reset]").click();
  assert.equal(await editor.count(), 0);
  assert.equal(await focused(page), "run");

  await page.addInitScript(() =>
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    })
  );
  await page.reload();
  assert.match(await page.locator(".desk").innerText(), /keeps nothing/);
  await guessZero();
});

Deno.test("a finger draws a sketch, and the page stays where it is", async () => {
  const viewport = { width: 360, height: 740 };
  const phone = { viewport, hasTouch: true, isMobile: true };
  await using opened = await openPage(browser, file, phone);
  const { page } = opened;
  const svg = page.locator(`#${sketched} + .guess .pad svg`);
  await svg.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await svg.boundingBox())!;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", t?: number) =>
    finger.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: t === undefined
        ? []
        : [{ x: x + (0.2 + 0.7 * t) * width, y: y + (0.2 + 0.5 * t) * height }],
    });
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  await touch("touchStart", 0);
  for (let i = 1; i <= 20; i++) await touch("touchMove", i / 20);
  await touch("touchEnd");
  const drawn = await svg.locator(".sketch").getAttribute("d");
  assert(drawn!.split("L").length > 25, drawn!);
  assert.equal(await scrolled(), before);
  if (shots) await page.screenshot({ path: join(shots, "finger.png") });
});

Deno.test("a reader is told where each cell stands, and the focus is never lost", async () => {
  await using opened = await openPage(browser, file);
  const { page, complaints } = opened;
  const state = (id: string) => page.locator(`#${id} .state`);
  const write = async (code: string) => {
    const editor = page.locator("#setosa .editor");
    if (await editor.count() === 0) {
      await page.locator("#setosa [name=edit]").click();
    }
    await editor.fill(code);
  };
  await write("while (true);");
  await page.keyboard.press("Shift+Enter");
  await page.locator("#setosa[data-state=running]").waitFor();
  await page.locator("#setosa-library [name=run]").click();
  assert.equal(await state("setosa-library").innerText(), "Waiting");
  await page.locator("#setosa [name=stop]").click();
  assert.equal(await state("setosa").innerText(), "Stopped");
  assert.equal(await state("setosa-library").innerText(), "Not run");
  assert.equal(await focused(page), "run");

  await write("console.log(1);\nnull.no;");
  await page.locator("#setosa-library [name=run]").click();
  await page.locator("#setosa[data-state=failed]").waitFor();
  assert.equal(
    await state("setosa-library").innerText(),
    "Not run, because another cell failed",
  );
  const output = page.locator("#setosa > .output");
  assert.match(await output.innerText(), /^1\s+TypeError: .*\s+at line 2$/);
  const heard = page.locator(".heard");
  assert.match(await heard.innerText(), /^Cell \d: Failed\. .*TypeError/s);

  await page.locator("#setosa [name=reset]").click();
  await page.locator("[name=restart]").click();
  assert.equal(await focused(page), "restart");
  await page.locator("[name=show-all]").click();
  assert.equal(await focused(page), "show-all");
  assert.equal(await page.locator(".concealed").count(), 0);
  await page.locator("#curve summary").first().click();
  await page.locator("#curve [name=run]").click();
  const plot = page.locator("#curve[data-state=done] .live .main-svg").first();
  await plot.waitFor();
  await page.locator("#curve .data summary").click();
  assert(await page.locator("#curve .data td").count() > 20);
  await page.emulateMedia({ media: "print" });
  assert(await plot.isVisible());
  assert.equal(await page.locator("button:visible").count(), 0);
  assert.deepEqual(complaints, []);
});

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(`axe finds no fault before and after results are shown, with an editor open and an error: ${colorScheme}`, async () => {
    const viewport = { width: 360, height: 740 };
    const options = { colorScheme, viewport };
    await using opened = await openPage(browser, file, options);
    const { page } = opened;
    await page.locator("#setosa [name=edit]").click();
    await page.keyboard.insertText("no;");
    await page.locator("#setosa [name=run]").click();
    await page.locator("#setosa .error").waitFor();
    assert.deepEqual(await faults(page), []);
    const low = await page.locator("button:visible").evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44)
        .map(({ outerHTML }) => outerHTML)
    );
    assert.deepEqual(low, []);
    await page.locator("[name=show-all]").click();
    assert.deepEqual(await faults(page), []);
    assert(await widthOf(page) <= 360);
  });
}

Deno.test("Tab reaches all that can be pressed, typed into or drawn on, and leaves an editor", async () => {
  await using opened = await openPage(browser, file);
  const { page } = opened;
  await waitForPlots(page, await page.locator("figure.plot").count());
  const can = "a[href], summary, button:enabled, textarea, .pad svg";
  // Some buttons come only when the focus is near.
  const all = page.locator(`:is(${can})`);
  const wanted = await all.evaluateAll((all) =>
    all.flatMap((one, i) =>
      one.checkVisibility({ visibilityProperty: true }) ? [i] : []
    )
  );
  assert(wanted.length > 20);
  const reached: number[] = [];
  for (let i = 0; i < 3 * wanted.length; i++) {
    await page.keyboard.press("Tab");
    const place = await all.evaluateAll((all) =>
      (all as Element[]).indexOf(document.activeElement!)
    );
    if (place >= 0) reached.push(place);
    if (place === wanted.at(-1)) break;
  }
  assert.deepEqual(reached, reached.toSorted((a, b) => a - b));
  assert.deepEqual(wanted.filter((place) => !reached.includes(place)), []);
});

/** The name of the button that has the focus. */
async function focused(page: Page): Promise<string | null> {
  return await page.evaluate(() =>
    document.activeElement!.getAttribute("name")
  );
}

/** Holds a downloaded notebook against what the reader did. */
async function checkAnswers(saved: string): Promise<void> {
  const { cells }: { cells: NotebookCell[] } = JSON.parse(saved);
  const cell = (id: string) => cells.find((cell) => cell.id === id)!;
  for (const [i, id] of asks.entries()) {
    assert.match(cell(`${id}-guess`).source.join(""), RegExp(`Guess ${i}`));
  }
  const { attachments } = cell(`${sketched}-guess`) as unknown as {
    attachments: Record<string, Record<string, string>>;
  };
  const picture = attachments["sketch.png"]["image/png"];
  if (shots) {
    const bytes = Uint8Array.fromBase64(picture);
    await Deno.writeFile(join(shots, "attachment.png"), bytes);
  }
  assert(picture.length > 3000);
  for (const [id, solution] of solutions) {
    assert.equal(textOf(cell(id)), solution);
    assert.match(JSON.stringify(cell(id).outputs), /verdict right/);
  }
  assert.match(JSON.stringify(cell("setosa").outputs), /0\.566/);

  const path = folder.join("answers.ipynb");
  await Deno.writeTextFile(path, saved);
  const { python, env } = await jupyter();
  const script =
    "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], 4))";
  await run(python, ["-c", script, path], { env });
}
