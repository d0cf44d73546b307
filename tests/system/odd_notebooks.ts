import assert from "assert";
import { basename, join } from "node:path";
import { launchChromium } from "../../handouts/browser.ts";
import { findJobs } from "../../handouts/series.ts";
import { makePages } from "../../handouts/make_pages.ts";
import { readOptions } from "../../handouts/options.ts";
import { root, temporaryFolder } from "../support/folder.ts";
import { download, openPage } from "../support/page.ts";
import { writeNotebook } from "../support/small_notebook.ts";

Deno.test("findJobs() refuses two notebooks that would become the same page, and takes one that is named twice", () => {
  using folder = temporaryFolder();
  const [a, b] = ["a", "b"].map((name) =>
    folder.write(`${name}/own.ipynb`, "")
  );
  const jobs = (...args: string[]) => findJobs(readOptions(args, root), root);
  assert.throws(() => jobs(a, b), { message: /own\.html. Rename one/ });
  assert.equal(jobs(a, a).length, 1);
});

Deno.test("makePages() makes a page again when only the metadata of its notebook changed, which the page carries", async () => {
  using folder = temporaryFolder();
  const notebook = await writeNotebook(folder.path, "own", [["title", "# A"]]);
  const options = readOptions([notebook, "--out", folder.path], root);
  const [own] = findJobs(options, root);
  // As if it were a step: other pages are not kept.
  const job = { ...own, place: { ...own.place, step: 1 } };
  const make = async () => {
    assert.deepEqual(await makePages([job], root, options), []);
    return await Deno.readTextFile(job.page);
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
      const isOwn = name.includes(`~${basename(folder.path)}~`);
      if (isOwn) await Deno.remove(join(cache, name));
    }
  }
});

Deno.test("the answers of a reader hold no output of code that was put back", async () => {
  using folder = temporaryFolder();
  const notebook = await writeNotebook(folder.path, "own", [
    ["title", "# A"],
    ["sum", "1 + 1"],
  ]);
  const options = readOptions([notebook, "--out", folder.path], root);
  const jobs = findJobs(options, root);
  assert.deepEqual(await makePages(jobs, root, options), []);
  await using browser = await launchChromium();
  const sum = async (...names: string[]) => {
    await using opened = await openPage(browser, jobs[0].page);
    const { page } = opened;
    await page.locator("#sum [name=edit]").click();
    await page.locator("#sum .editor").fill("2 + 2");
    for (const name of names) {
      await page.locator(`#sum [name=${name}]`).click();
      if (name === "run") await page.locator("[data-state=done]").waitFor();
    }
    const answers = await download(page, "[name=save-answers]");
    return JSON.parse(answers).cells[1];
  };
  const changed = await sum("run");
  assert.deepEqual([changed.source, changed.outputs.length], [["2 + 2"], 1]);
  const reset = await sum("run", "reset");
  assert.deepEqual([reset.source, reset.outputs], [["1 + 1"], []]);
});
