import assert from "assert";
import axe from "axe-core";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import {
  figureCount,
  isExplorable,
  readNotebooks,
  run,
  textOf,
} from "../support/notebooks.ts";
import { waitForPlots, withPage } from "../support/page.ts";

/** What a page may weigh, in bytes. */
const MOST_BYTES = 1_100_000;

Deno.test("the handouts", async (t) => {
  const out = await Deno.makeTempDir();
  try {
    const args = ["task", "handouts", "--out", out, "--pdf"];
    const { code, said } = await run(Deno.execPath(), args);
    assert.equal(code, 0, said);
    await using browser = await launchChromium();

    for (const notebook of [...readNotebooks("en"), ...readNotebooks("pt")]) {
      const language = basename(dirname(notebook.path));
      const name = join(language, basename(notebook.path, ".ipynb"));
      const file = join(out, `${name}.html`);
      // What does not depend on the language is looked at in one.
      const ignore = language === "pt";
      const figures = figureCount(notebook.cells);
      const explorables = notebook.cells.filter(isExplorable).length;
      const exercises = notebook.cells.filter(({ id }) =>
        id.startsWith("try-")
      );

      await t.step(
        `${name} asks no network for anything, and draws every plot`,
        () =>
          withPage(
            browser,
            file,
            {},
            async ({ page, requests, complaints }) => {
              await waitForPlots(page, figures);
              assert.equal(await page.locator("figure.plot").count(), figures);
              assert.equal(
                await page.locator("figure.plot img:visible").count(),
                0,
              );
              assert.deepEqual(requests, [pathToFileURL(file).href]);
              assert.deepEqual(complaints, []);
            },
          ),
      );

      await t.step(`${name} weighs at most ${MOST_BYTES} bytes`, async () => {
        const { size } = await Deno.stat(file);
        assert(size <= MOST_BYTES, `${size}`);
      });

      await t.step({
        name: `${name} shows pictures, formulas and data without JavaScript`,
        ignore,
        fn: () =>
          withPage(
            browser,
            file,
            { javaScriptEnabled: false },
            async ({ page }) => {
              const pictures = page.locator("figure.plot img:visible");
              assert.equal(await pictures.count(), figures);
              for (const picture of await pictures.all()) {
                const box = await picture.boundingBox();
                assert(box!.width > 300 && box!.height > 200);
              }
              for (
                const summary of await page.locator(".data summary").all()
              ) await summary.click();
              assert.equal(
                await page.locator(".data .scroll:visible").count(),
                figures - explorables,
              );
            },
          ),
      });

      await t.step(
        `${name} typesets every formula, in a font that it brings`,
        () =>
          withPage(browser, file, {}, async ({ page }) => {
            const markdown = notebook.cells.filter((cell) =>
              cell.cell_type === "markdown"
            );
            const wanted = formulasIn(markdown.map(textOf).join("\n\n"));
            assert.equal(
              await page.locator("section.markdown math:not(.on-paper *)")
                .count(),
              wanted,
            );
            assert.equal(await page.locator("code.math").count(), 0);
            assert.equal(await page.locator(".temml-error").count(), 0);
            const prose = await page.locator(
              "section.markdown, figcaption, th, td",
            ).allTextContents();
            assert.doesNotMatch(prose.join("\n"), /\$|\\[a-z]+\b/);
            if (wanted > 0) {
              assert(
                await page.evaluate(() =>
                  document.fonts.check('16px "Lesson Math"')
                ),
              );
            }
          }),
      );

      for (const colorScheme of ["light", "dark"] as const) {
        await t.step({
          name: `${name} has no fault that axe finds, ${colorScheme}`,
          ignore: ignore && colorScheme === "dark",
          fn: () =>
            withPage(browser, file, { colorScheme }, async ({ page }) => {
              await waitForPlots(page, figures);
              assert.deepEqual(await faults(page), []);
            }),
        });
      }

      await t.step({
        name: `${name} turns its plots dark with the page`,
        ignore,
        fn: () =>
          withPage(browser, file, { colorScheme: "dark" }, async ({ page }) => {
            await waitForPlots(page, figures);
            const filters = await page.locator("figure.plot .live").evaluateAll(
              (plots) => plots.map((plot) => getComputedStyle(plot).filter),
            );
            assert(
              filters.every((filter) => filter.startsWith("invert(0.92)")),
            );
            const paper = await page.evaluate(() =>
              getComputedStyle(document.body).backgroundColor
            );
            assert.equal(paper, "rgb(20, 20, 20)");
          }),
      });

      await t.step(
        `${name} does not scroll sideways at 360 pixels, nor break a number`,
        () =>
          withPage(
            browser,
            file,
            { viewport: { width: 360, height: 740 } },
            async ({ page }) => {
              await waitForPlots(page, figures);
              await page.locator("[name=show-all]").click();
              for (
                const summary of await page.locator("summary").all()
              ) await summary.click();
              const width = await page.evaluate(() =>
                document.documentElement.scrollWidth
              );
              assert.equal(width, 360);
              const broken = await page.evaluate(brokenNumbers);
              assert.deepEqual(broken, []);
            },
          ),
      );

      await t.step({
        name:
          `${name} lets the keyboard reach all that can be opened or scrolled`,
        ignore,
        fn: () =>
          withPage(browser, file, {}, async ({ page }) => {
            await page.locator("[name=show-all]").click();
            const wanted = await page.locator(
              "a[href], summary, input, select, button:enabled:visible, .input[tabindex]:visible",
            ).count();
            const reached = new Set<string>();
            for (let i = 0; i < 4 * wanted && reached.size < wanted; i++) {
              await page.keyboard.press("Tab");
              reached.add(
                await page.evaluate(() => {
                  const all = [...document.querySelectorAll("*")];
                  return String(all.indexOf(document.activeElement!));
                }),
              );
            }
            assert(reached.size >= wanted, `${reached.size} of ${wanted}`);
          }),
      });

      await t.step({
        name:
          `${name} prints every figure, as a picture and not as the live plot`,
        ignore,
        fn: () =>
          withPage(browser, file, {}, async ({ page }) => {
            await waitForPlots(page, figures);
            await page.emulateMedia({ media: "print" });
            assert.equal(
              await page.locator("figure.plot img:visible").count(),
              figures,
            );
            assert.equal(
              await page.locator("figure.plot .live:visible").count(),
              0,
            );
            const pdf = await Deno.readFile(file.replace(".html", ".pdf"));
            const text = new TextDecoder("latin1").decode(pdf);
            const figuresInPdf = new Set(text.match(/\/Alt [(<].*/g));
            assert.equal(figuresInPdf.size, figures);
          }),
      });

      await t.step(
        `${name} leaves its exercises open, and its folded solutions are right`,
        () =>
          withPage(browser, file, {}, async ({ page }) => {
            const onScreen = (kind: string) =>
              page.locator(`.verdict.${kind}:not(.on-paper *)`);
            const count = exercises.length;
            assert.equal(await onScreen("open").count(), count);
            assert.equal(await onScreen("right").count(), count);
            assert.equal(await onScreen("wrong").count(), 0);
            assert.equal(
              await onScreen("right").locator("visible=true").count(),
              0,
            );
            const solutions = page.locator("details > .solution");
            assert.equal(await solutions.count(), count);
            await page.emulateMedia({ media: "print" });
            const printed = page.locator(".on-paper .verdict.right:visible");
            assert.equal(await printed.count(), count);
          }),
      );

      await t.step(
        `${name} speaks its language, and writes numbers as it does`,
        () =>
          withPage(browser, file, {}, async ({ page }) => {
            await waitForPlots(page, figures);
            const comma = language === "pt";
            const tag = comma ? "pt-BR" : "en";
            assert.equal(await page.locator("html").getAttribute("lang"), tag);
            const written = await page.locator(
              "main p:not(.verdict), main li, h2, td, figcaption, .live text, [role=status]",
            ).allTextContents();
            const wrong = comma ? /\d\.\d/ : /\d,\d/;
            for (const text of written) assert.doesNotMatch(text, wrong);
            const right = comma ? /\d,\d/ : /\d\.\d/;
            assert(written.some((text) => right.test(text)));
            const download = page.locator(".modebar-btn").first();
            assert.equal(
              await download.getAttribute("data-title"),
              comma
                ? "Fazer download do gráfico como imagem (PNG)"
                : "Download plot as a PNG",
            );
          }),
      );

      await t.step(
        `${name} leads to the pages beside it`,
        () =>
          withPage(browser, file, {}, async ({ page }) => {
            const links = await page.locator("a[href$='.html']").evaluateAll((
              all,
            ) => all.map((link) => link.getAttribute("href")!));
            assert(links.includes("index.html"));
            const other = language === "en" ? "pt" : "en";
            const translated = name.replace(language, other);
            assert(links.includes(`../${translated}.html`), translated);
            for (const link of links) {
              assert(existsSync(join(out, language, link)), link);
            }
            const hashes = await page.locator("a[href^='#']").evaluateAll((
              all,
            ) => all.map((link) => link.getAttribute("href")!));
            assert(hashes.length > 3);
            for (const hash of hashes) {
              assert.equal(await page.locator(hash).count(), 1, hash);
            }
          }),
      );
    }

    for (const language of ["en", "pt"]) {
      await t.step(
        `the index in ${language} leads to every page, and axe finds no fault in it`,
        () =>
          withPage(
            browser,
            join(out, language, "index.html"),
            {},
            async ({ page, complaints }) => {
              const links = await page.locator("main a").evaluateAll((all) =>
                all.map((link) => link.getAttribute("href"))
              );
              assert.deepEqual(
                links,
                readNotebooks().map(({ path }) =>
                  basename(path).replace(".ipynb", ".html")
                ),
              );
              assert.deepEqual(await faults(page), []);
              assert.deepEqual(complaints, []);
              await page.locator("main a").first().click();
              await page.waitForURL(/01_flowers\.html$/);
            },
          ),
      );
    }
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

/** What axe finds wrong with a page. */
async function faults(page: Page): Promise<string[]> {
  // In the page's own world its policy would not let axe in; this is the tester's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run()
  );
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`
  );
}

/** How many formulas a text in Markdown holds. */
function formulasIn(markdown: string): number {
  const displayed = markdown.match(/\$\$[^$]+\$\$/g)?.length ?? 0;
  const rest = markdown.replaceAll(/\$\$[^$]+\$\$/g, "");
  return displayed + (rest.match(/\$[^$\n]+\$/g)?.length ?? 0);
}

/** The numbers like 1e-9 that stand on two lines; to be called in the browser. */
function brokenNumbers(): string[] {
  const broken: string[] = [];
  for (const place of document.querySelectorAll("p, li")) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (const match of node.textContent!.matchAll(/\d[\d.,]*e-\d+/g)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        if (range.getClientRects().length > 1) broken.push(match[0]);
      }
    }
  }
  return broken;
}
