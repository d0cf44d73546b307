import assert from "assert";
import { join } from "node:path";
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
    const size = { width: 360, height: 740 };
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
    // WebKit's window does not get as narrow.
    assert(inner <= (engine === "webkit" ? 450 : 360), String(inner));
    assert(scrolled <= inner, `${scrolled}, not ${inner}`);
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
