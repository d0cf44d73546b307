import assert from "assert";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { readNotebooks, root, run, textOf } from "../notebooks.ts";

const handouts = (...args: string[]) =>
  run(Deno.execPath(), ["task", "handouts", ...args]);

Deno.test("deno task handouts", async (t) => {
  const out = await Deno.makeTempDir();
  try {
    const { code, said } = await handouts("--out", out);
    assert.equal(code, 0, said);
    await using browser = await launchChromium();

    for (const notebook of readNotebooks()) {
      const name = basename(notebook.path, ".ipynb");
      const file = join(out, `${name}.html`);
      const figures = notebook.cells.filter((cell) =>
        /^await show\(/m.test(textOf(cell))
      ).length;

      await t.step(
        `${name}: asks no network for anything, and draws every plot`,
        async () => {
          const { page, requests, complaints } = await open(browser, file);
          const live = page.locator("figure.plot:has(.live .main-svg)");
          await live.nth(figures - 1).waitFor();
          assert.equal(await live.count(), figures);
          assert.equal(
            await page.locator("figure.plot img:visible").count(),
            0,
          );
          assert.deepEqual(requests, [pathToFileURL(file).href]);
          assert.deepEqual(complaints, []);
          await page.close();
        },
      );

      await t.step(
        `${name}: shows pictures and formulas without JavaScript`,
        async () => {
          const { page } = await open(browser, file, {
            javaScriptEnabled: false,
          });
          const pictures = page.locator("figure.plot img:visible");
          assert.equal(await pictures.count(), figures);
          for (const picture of await pictures.all()) {
            const box = await picture.boundingBox();
            assert(box!.width > 300 && box!.height > 200);
          }
          await page.close();
        },
      );

      await t.step(`${name}: typesets every formula`, async () => {
        const { page } = await open(browser, file);
        const wanted = formulasIn(
          notebook.cells.filter((cell) => cell.cell_type === "markdown").map(
            textOf,
          ).join("\n\n"),
        );
        assert.equal(await page.locator("math").count(), wanted);
        assert.equal(await page.locator("code.math").count(), 0);
        const prose = await page.locator(".prose").allTextContents();
        assert.doesNotMatch(prose.join("\n"), /\$|\\[a-z]+\b/);
        await page.close();
      });
    }
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

Deno.test("deno task handouts writes the same bytes for the same notebook", async () => {
  const out = await Deno.makeTempDir();
  try {
    const page = join(out, "03_cross_entropy.html");
    const pages = [];
    for (let i = 0; i < 2; i++) {
      const { code, said } = await handouts("03_cross_entropy", "--out", out);
      assert.equal(code, 0, said);
      pages.push(await Deno.readTextFile(page));
    }
    assert(pages[0] === pages[1]);
    assert(!pages[0].includes(root), "the page names a folder of this machine");
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

Deno.test("deno task handouts leaves the earlier page as it was when a cell fails, and says which", async () => {
  const out = await Deno.makeTempDir();
  try {
    const failing = {
      ...JSON.parse(
        await Deno.readTextFile(join(root, readNotebooks()[0].path)),
      ),
    };
    failing.cells = [{
      ...failing.cells.find((cell: { cell_type: string }) =>
        cell.cell_type === "code"
      ),
      id: "broken",
      source: ["undefinedName"],
    }];
    const notebook = join(out, "lesson.ipynb");
    await Deno.writeTextFile(notebook, JSON.stringify(failing));
    await Deno.writeTextFile(join(out, "lesson.html"), "earlier");
    const { code, said } = await handouts(notebook, "--out", out);
    assert.equal(code, 1);
    assert.match(
      said,
      /lesson\.ipynb, cell broken: ReferenceError: undefinedName is not defined/,
    );
    assert.equal(await Deno.readTextFile(join(out, "lesson.html")), "earlier");
    assert.deepEqual(
      [...Deno.readDirSync(out)].map(({ name }) => name).sort(),
      ["lesson.html", "lesson.ipynb"],
    );
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

Deno.test("deno task handouts says which notebooks there are when asked for another", async () => {
  const { code, said } = await handouts("07_nothing");
  assert.equal(code, 1);
  assert.match(
    said,
    /There is no notebook 07_nothing\. There are 01_flowers, /,
  );
});

Deno.test("deno task handouts --help tells how it is used", async () => {
  const { code, said } = await handouts("--help");
  assert.equal(code, 0);
  assert.match(said, /--out/);
});

/** Opens a page with the network off; collects what it asks for and complains about. */
async function open(
  browser: Browser,
  file: string,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const page = await browser.newPage(options);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}

/** How many formulas a text in Markdown holds. */
function formulasIn(markdown: string): number {
  const displayed = markdown.match(/\$\$[^$]+\$\$/g)?.length ?? 0;
  const inline =
    markdown.replaceAll(/\$\$[^$]+\$\$/g, "").match(/\$[^$\n]+\$/g)?.length ??
      0;
  return displayed + inline;
}
