import assert from "assert";
import { basename, join } from "node:path";
import { launchChromium } from "../../handouts/browser.ts";
import { executeNotebooks } from "../../handouts/execute.ts";
import { jupyter } from "../../handouts/jupyter.ts";
import { findJobs } from "../../handouts/series.ts";
import { makePages } from "../../handouts/make_pages.ts";
import { readOptions } from "../../handouts/options.ts";
import { cell } from "../support/handout.ts";
import { root } from "../support/notebooks.ts";
import { withPage } from "../support/page.ts";
import { type SmallCell, writeNotebook } from "../support/small_notebook.ts";

/** Does something with a folder of its own, and removes it. */
async function withFolder(use: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("executeNotebooks() takes the characters that some take for the end of a line", () =>
  withFolder(async (folder) => {
    const text = "a\u2028b\u2029c\u0085d";
    const cells = [cell(`console.log(${JSON.stringify(text)})`)];
    const jobs = [{ folder, cells }];
    const [[, outputs]] = await Array.fromAsync(
      executeNotebooks(await jupyter(), jobs),
    );
    assert.deepEqual(outputs, [
      [{ output_type: "stream", name: "stdout", text: `${text}\n` }],
    ]);
  }));

Deno.test("findJobs() refuses two notebooks that would become the same page, and takes one that is named twice", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "a"));
    await Deno.mkdir(join(folder, "b"));
    const paths = await Promise.all(
      ["a", "b"].map((name) =>
        writeNotebook(join(folder, name), "own", [["title", "# A"]])
      ),
    );
    const jobs = (...args: string[]) => findJobs(readOptions(args, root), root);
    assert.throws(() => jobs(...paths), { message: /own\.html. Rename one/ });
    assert.equal(jobs(paths[0], paths[0]).length, 1);
  }));

Deno.test("makePages() makes a page again when only the metadata of its notebook changed, which the page carries", () =>
  withFolder(async (folder) => {
    const notebook = await writeNotebook(folder, "own", [["title", "# A"]]);
    const page = join(folder, "own.html");
    const [own] = findJobs(readOptions([notebook], root), root);
    // As if it were a step: other pages are not kept.
    const job = { ...own, page, place: { ...own.place, step: 1 } };
    const make = async () => {
      assert.deepEqual(await makePages([job], root, readOptions([], root)), []);
      return await Deno.readTextFile(page);
    };
    try {
      const first = await make();
      const changed = JSON.parse(await Deno.readTextFile(notebook));
      changed.metadata.authors = [{ name: "Ana" }];
      await Deno.writeTextFile(notebook, JSON.stringify(changed));
      assert(first !== await make());
    } finally {
      const cache = join(root, "handouts", "cache");
      for (const { name } of Deno.readDirSync(cache)) {
        const isOwn = name.includes(`~${basename(folder)}~`);
        if (isOwn) await Deno.remove(join(cache, name));
      }
    }
  }));

Deno.test("the answers of a reader hold no output of code that was put back", () =>
  withFolder(async (folder) => {
    const cells: SmallCell[] = [["title", "# A"], ["sum", "1 + 1"]];
    const notebook = await writeNotebook(folder, "own", cells);
    const [job] = findJobs(readOptions([notebook], root), root);
    const file = join(folder, "own.html");
    const options = readOptions([], root);
    assert.deepEqual(
      await makePages([{ ...job, page: file }], root, options),
      [],
    );
    await using browser = await launchChromium();
    const sum = async (...names: string[]) => {
      let cell: unknown;
      await withPage(browser, file, {}, async ({ page }) => {
        await page.locator("#sum [name=edit]").click();
        await page.locator("#sum .editor").fill("2 + 2");
        for (const name of names) {
          await page.locator(`#sum [name=${name}]`).click();
          if (name === "run") await page.locator("[data-state=done]").waitFor();
        }
        const coming = page.waitForEvent("download");
        await page.locator("[name=save-answers]").click();
        const answers = await Deno.readTextFile(await (await coming).path());
        cell = JSON.parse(answers).cells[1];
      });
      return cell as { source: string[]; outputs: unknown[] };
    };
    const changed = await sum("run");
    assert.deepEqual([changed.source, changed.outputs.length], [["2 + 2"], 1]);
    const reset = await sum("run", "reset");
    assert.deepEqual([reset.source, reset.outputs], [["1 + 1"], []]);
  }));
