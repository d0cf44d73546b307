import assert from "assert";
import axe from "axe-core";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { availableEngines, openInEngine } from "../support/engines.ts";
import { executedCells } from "../support/executed.ts";
import {
  type NotebookCell,
  readNotebooks,
  root,
  run,
  textOf,
} from "../support/notebooks.ts";
import { withPage } from "../support/page.ts";

const name = "03_cross_entropy";
const notebook: { cells: NotebookCell[] } = JSON.parse(
  await Deno.readTextFile(join(root, `notebooks/en/${name}.ipynb`)),
);
const asks = notebook.cells.filter(isTagged("predict")).map(({ id }) => id);
const [sketched] = notebook.cells
  .filter(({ metadata }) => "sketch" in metadata).map(({ id }) => id);
const out = await Deno.makeTempDir({ prefix: "page-notebook-" });
const file = join(out, "en", `${name}.html`);
/** Where to keep what the tests saw, for somebody to look at. */
const shots = Deno.env.get("SCREENSHOTS");

addEventListener("unload", () => Deno.removeSync(out, { recursive: true }));
{
  // What another test has run is not run again for the page.
  await executedCells([...readNotebooks("en"), ...readNotebooks("pt")]);
  const args = ["task", "handouts", name, "--lang", "en", "--out", out];
  const { code, said } = await run(Deno.execPath(), args);
  assert.equal(code, 0, said);
}

/** An exercise's cell, by the text of the cell that solves it. */
const solutions = new Map(
  notebook.cells.filter(isTagged("exercise")).map(({ id, source }) => {
    const call = source.join("").split(",")[0];
    const solution = notebook.cells.findLast((cell) =>
      isTagged("solution")(cell) && cell.cell_type === "code" &&
      textOf(cell).replaceAll(/\s/g, "").startsWith(call)
    );
    return [id, textOf(solution!)];
  }),
);

for (const engine of await availableEngines()) {
  Deno.test(`a reader goes through step 3 from the first prediction to the last exercise, and saves the answers: ${engine}`, async () => {
    const size = { width: 360, height: 740, offline: true };
    await using page = await openInEngine(engine, file, size);
    const look = async (what: string) => {
      if (shots) await page.screenshot(join(shots, `${engine}-${what}.png`));
    };
    const waitFor = (condition: string) =>
      page.evaluate(`
        const start = Date.now();
        while (!(${condition})) {
          if (Date.now() - start > 60_000) throw new Error(${
        JSON.stringify(condition)
      });
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      `);
    const scrollTo = (selector: string) =>
      page.evaluate(
        `document.querySelector("${selector}").scrollIntoView({ block: "center" })`,
      );
    const [inner, scrolled] = await page.evaluate<number[]>(`
      return [innerWidth, document.documentElement.scrollWidth];
    `);
    assert.equal(inner, 360);
    assert(scrolled <= 360, String(scrolled));
    await waitFor("document.querySelector('.live .main-svg')");
    await look("start");

    for (const [i, id] of asks.entries()) {
      const box = `#${id} + .guess`;
      assert(
        await page.evaluate(`
        return document.querySelector("#${id} ~ .result").matches(".concealed");
      `),
      );
      if (id === sketched) {
        const svg = `${box} .pad svg`;
        await scrollTo(svg);
        const [left, top, width, height] = await page.evaluate<number[]>(`
          const box = document.querySelector("${svg}").getBoundingClientRect();
          return [box.left, box.top, box.width, box.height];
        `);
        const places = Array.from({ length: 20 }, (_, i) =>
          [
            left + width * (0.25 + 0.6 * i / 19),
            top + height * (0.75 - 0.5 / (1 + i / 2)),
          ] as const);
        await page.drag(places);
        await page.press("ArrowLeft");
        await page.press("ArrowUp");
        await look("sketch");
      }
      await scrollTo(`${box} textarea`);
      await page.click(`${box} textarea`);
      await page.type(`Guess ${i}`);
      await scrollTo(`${box} [name=keep]`);
      await page.click(`${box} [name=keep]`);
      const [shown, focused, guess] = await page.evaluate<unknown[]>(`
        const [first] = document.querySelectorAll("#${id} ~ .result");
        return [
          !first.matches(".concealed"),
          first.contains(document.activeElement),
          document.querySelector("${box}").textContent,
        ];
      `);
      assert(shown && focused, id);
      assert.match(String(guess), new RegExp(`Your guess: Guess ${i}`));
      if (id === asks[0]) await look("first-guess");
      if (id !== sketched) continue;
      await waitFor("document.querySelector('.sketched .scatterlayer')");
      await scrollTo(".sketched");
      await look("revealed");
      const [traces, plot, paper] = await page.evaluate<unknown[]>(`
        const live = document.querySelector(".sketched .live");
        return [
          live.data.map(({ name }) => name),
          live.querySelector(".main-svg").getBoundingClientRect().width,
          live.getBoundingClientRect().width,
        ];
      `);
      assert.equal((traces as string[]).at(-1), "Your sketch");
      assert.equal(plot, paper);
    }

    await scrollTo("#setosa [name=run]");
    await page.click("#setosa [name=run]");
    await waitFor("document.querySelector('#setosa').dataset.state === 'done'");
    await look("ran");
    for (const [id, solution] of solutions) {
      await scrollTo(`#${id} .editor`);
      await page.click(`#${id} .editor`);
      await page.evaluate(`document.querySelector("#${id} .editor").select()`);
      await page.type(solution);
      await scrollTo(`#${id} [name=run]`);
      await page.click(`#${id} [name=run]`);
      await waitFor(`document.querySelector("#${id} .verdict.right")`);
      const heard = await page.evaluate(
        "return document.querySelector('.heard').textContent",
      );
      assert.match(String(heard), /Done\. .*Right/);
      await look(id);
    }
    await scrollTo("[name=save-answers]");
    const saved = await page.save("[name=save-answers]");
    const asked = await page.evaluate<string[]>(`
      return performance.getEntriesByType("resource").map(({ name }) => name)
        .filter((name) => !/^(data|blob):/.test(name));
    `);
    assert.deepEqual(asked, []);
    await checkAnswers(saved);
  });
}

Deno.test("guesses, sketches and code survive a reload, and a page without storage says that they do not", async () => {
  await using browser = await launchChromium();
  await withPage(browser, file, {}, async ({ page }) => {
    assert.match(await page.locator(".desk").innerText(), /kept in this brow/);
    const [first] = asks;
    await page.locator(`#${first} + .guess textarea`).fill("Zero");
    await page.locator(`#${first} + .guess [name=keep]`).click();
    const svg = page.locator(`#${sketched} + .guess .pad svg`);
    await svg.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight");
    const drawn = await svg.locator(".sketch").getAttribute("d");
    assert(drawn!.split("L").length > 8);
    await page.locator("#setosa [name=edit]").click();
    await page.keyboard.insertText("1 + 1; // ");
    await page.reload();
    const guess = page.locator(`#${first} + .guess`);
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
    await page.locator(`#${first} + .guess textarea`).fill("Zero");
    await page.locator(`#${first} + .guess [name=keep]`).click();
    assert.match(await guess.innerText(), /Your guess: Zero/);
  });
});

Deno.test("a reader is told where each cell stands, and the focus is never lost", async () => {
  await using browser = await launchChromium();
  await withPage(browser, file, {}, async ({ page, complaints }) => {
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
    await page.locator("#curve[data-state=done] .live .main-svg").first()
      .waitFor();
    await page.locator("#curve .data summary").click();
    assert(await page.locator("#curve .data td").count() > 20);
    await page.emulateMedia({ media: "print" });
    assert(await page.locator("#curve .live .main-svg").first().isVisible());
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.deepEqual(complaints, []);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(`axe finds no fault before and after results are shown, with an editor open and an error: ${colorScheme}`, async () => {
    await using browser = await launchChromium();
    const viewport = { width: 360, height: 740 };
    const options = { colorScheme, viewport };
    await withPage(browser, file, options, async ({ page }) => {
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
      assert(
        await page.evaluate(() => document.documentElement.scrollWidth) <= 360,
      );
    });
  });
}

Deno.test("Tab reaches all that can be pressed, typed into or drawn on, and leaves an editor", async () => {
  await using browser = await launchChromium();
  await withPage(browser, file, {}, async ({ page }) => {
    const can = "a[href], summary, button:enabled, textarea, .pad svg";
    // Some buttons come only when the focus is near.
    const all = page.locator(`:is(${can})`);
    const wanted = await all.evaluateAll((all) =>
      all.flatMap((one, i) =>
        one.checkVisibility({ visibilityProperty: true }) ? [i] : []
      )
    );
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
});

/** The name of the button that has the focus. */
async function focused(page: Page): Promise<string | null> {
  return await page.evaluate(() =>
    document.activeElement!.getAttribute("name")
  );
}

/** What axe finds wrong with a page. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run()
  );
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`
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

  const path = join(out, "answers.ipynb");
  await Deno.writeTextFile(path, saved);
  const { python, env } = await jupyter();
  const script =
    "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], 4))";
  const { code, said } = await run(python, ["-c", script, path], { env });
  assert.equal(code, 0, said);
}

function isTagged(tag: string) {
  return ({ metadata }: NotebookCell) => metadata.tags?.includes(tag) ?? false;
}
