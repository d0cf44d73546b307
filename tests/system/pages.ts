import assert from "assert";
import axe from "axe-core";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { pageNumbers } from "../../handouts/pdf.ts";
import { executedCells } from "../support/executed.ts";
import {
  figureCount,
  isExplorable,
  type Notebook,
  readNotebooks,
  run,
  textOf,
} from "../support/notebooks.ts";
import {
  type OpenedPage,
  showResults,
  waitForPlots,
  withPage,
} from "../support/page.ts";

/** What a page may weigh, in bytes. */
const MOST_BYTES = 1_100_000;

/** How many notebooks' pages are looked at side by side. */
const SIDE_BY_SIDE = 3;

/** Looks at an open page, and leaves it as it was. */
type Check = (opened: OpenedPage) => Promise<void>;

/** How to open a page, and what to look at then. */
interface Visit {
  readonly options: BrowserContextOptions;
  /** Does not depend on the language, so it is looked at in English only. */
  readonly onlyEnglish?: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

Deno.test("the handouts", async (t) => {
  const out = await Deno.makeTempDir();
  const notebooks = [...readNotebooks("en"), ...readNotebooks("pt")];
  try {
    // What another test has run is not run again for the pages.
    await executedCells(notebooks);
    for (const more of [[], ["--pdf", "--lang", "en"]]) {
      const args = ["task", "handouts", "--out", out, ...more];
      const { code, said } = await run(Deno.execPath(), args);
      assert.equal(code, 0, said);
    }
    await using browser = await launchChromium();
    const left = notebooks.values();
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (const notebook of left) await look(t, browser, out, notebook);
    }));

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
              assert.equal(await page.locator(".steps img").count(), 8);
              assert.equal(await page.locator(".steps .time").count(), 8);
              assert.deepEqual(await faults(page), []);
              assert.deepEqual(complaints, []);
              await page.setViewportSize({ width: 360, height: 740 });
              const width = await page.evaluate(() =>
                document.documentElement.scrollWidth
              );
              assert.equal(width, 360);
              await page.locator("main a").first().click();
              await page.waitForURL(/01_flowers\.html$/);
            },
          ),
      );

      await t.step({
        name: `the booklet in ${language} says on which page each step begins`,
        ignore: language !== "en",
        fn: async () => {
          const file = join(out, language, "booklet.pdf");
          const pdf = await Deno.readFile(file);
          const numbers = [...pageNumbers(pdf)]
            .filter(([id]) => /^0\d_[a-z_]+$|^solutions$/.test(id));
          assert.equal(numbers.length, 9);
          const pages = numbers.map(([, page]) => page).sort((a, b) => a - b);
          assert.equal(pages[0], 3);
          assert.equal(new Set(pages).size, 9);
          assert(pdf.length < 5e6, `${pdf.length} bytes`);
        },
      });
    }

    await t.step(
      "the index above the languages leads to both",
      () =>
        withPage(browser, join(out, "index.html"), {}, async ({ page }) => {
          assert.deepEqual(await faults(page), []);
          await page.locator("a[hreflang='pt-BR']").click();
          await page.waitForURL(/pt\/index\.html$/);
        }),
    );
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});

/** Opens the page of a notebook in several ways; each check is a step. */
async function look(
  t: Deno.TestContext,
  browser: Browser,
  out: string,
  notebook: Notebook,
): Promise<void> {
  const language = basename(dirname(notebook.path));
  const name = `${language}/${basename(notebook.path, ".ipynb")}`;
  const file = join(out, `${name}.html`);
  // Steps that run side by side cannot be told apart by what they leave open.
  const sanitizers = {
    sanitizeOps: false,
    sanitizeResources: false,
    sanitizeExit: false,
  };
  const visits = visitsOf(notebook, language, file, out);
  for (const { options, onlyEnglish, checks } of visits) {
    if (onlyEnglish && language !== "en") continue;
    await withPage(browser, file, options, async (opened) => {
      await showResults(opened.page);
      for (const [what, check] of Object.entries(checks)) {
        const fn = () => check(opened);
        await t.step({ name: `${name} ${what}`, fn, ...sanitizers });
      }
    });
  }
}

function visitsOf(
  notebook: Notebook,
  language: string,
  file: string,
  out: string,
): Visit[] {
  const figures = figureCount(notebook.cells);
  const explorables = notebook.cells.filter(isExplorable).length;
  const exercises = notebook.cells.filter(({ id }) => id.startsWith("try-"));
  const noFault: Check = async ({ page }) => {
    await waitForPlots(page, figures);
    assert.deepEqual(await faults(page), []);
  };
  return [
    {
      options: {},
      checks: {
        "asks no network for anything, and draws every plot": async (
          { page, requests, complaints },
        ) => {
          await waitForPlots(page, figures);
          assert.equal(await page.locator("figure.plot").count(), figures);
          assert.equal(
            await page.locator("figure.plot img:visible").count(),
            0,
          );
          assert.deepEqual(requests, [pathToFileURL(file).href]);
          assert.deepEqual(complaints, []);
        },
        [`weighs at most ${MOST_BYTES} bytes`]: async () => {
          const { size } = await Deno.stat(file);
          assert(size <= MOST_BYTES, `${size}`);
        },
        "typesets every formula, in a font that it brings": async (
          { page },
        ) => {
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
        },
        "speaks its language, and writes numbers as it does": async (
          { page },
        ) => {
          await waitForPlots(page, figures);
          const comma = language === "pt";
          const tag = comma ? "pt-BR" : "en";
          assert.equal(await page.locator("html").getAttribute("lang"), tag);
          const written = await page.locator(
            "main p:not(.verdict), main li, h2, td, figcaption, .live text, [role=status]",
          ).allTextContents();
          const wrong = comma ? /\d\.\d/ : /\d,\d/;
          // Figure 1.1 in either language, and 10,000 in English.
          const apart = comma
            ? /(?:Figura|Tabela) \d\.\d+/g
            : /\b[1-9]\d{0,2}(?:,\d{3})+\b/g;
          for (const text of written) {
            assert.doesNotMatch(text.replaceAll(apart, ""), wrong);
          }
          const right = comma ? /\d,\d/ : /\d\.\d/;
          assert(written.some((text) => right.test(text)));
          const download = page.locator(".modebar-btn").first();
          assert.equal(
            await download.getAttribute("data-title"),
            comma
              ? "Fazer download do gráfico como imagem (PNG)"
              : "Download plot as a PNG",
          );
        },
        "leads to the pages beside it": async ({ page }) => {
          const links = await page.locator("a[href$='.html']").evaluateAll((
            all,
          ) => all.map((link) => link.getAttribute("href")!));
          assert(links.includes("index.html"));
          const other = language === "en" ? "pt" : "en";
          const translated = `${other}/${basename(file)}`;
          assert(links.includes(`../${translated}`), translated);
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
        },
        "has no fault that axe finds, light": noFault,
        "leaves its exercises open, and its folded solutions are right": async (
          { page },
        ) => {
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
          await page.emulateMedia({ media: null });
        },
        ...(language === "en"
          ? {
            "lets the keyboard reach all that can be opened or scrolled":
              async (
                { page },
              ) => {
                await page.locator("[name=show-all]").click();
                const wanted = await page.locator(
                  "a[href], summary, input, select, button:enabled:visible, .input[tabindex]:visible",
                ).count();
                await page.evaluate(() => {
                  const reached = new Set<unknown>();
                  document.addEventListener(
                    "focusin",
                    ({ target }) => reached.add(target),
                  );
                  Object.assign(globalThis, { reached });
                });
                let reached = 0;
                for (let i = 0; i < 4 * wanted && reached < wanted; i++) {
                  await page.keyboard.press("Tab");
                  if (i % 10 === 9) {
                    reached = await page.evaluate("reached.size") as number;
                  }
                }
                assert(reached >= wanted, `${reached} of ${wanted}`);
              },
            "prints every figure, as a picture and not as the live plot":
              async (
                { page },
              ) => {
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
              },
          }
          : {}),
      },
    },
    {
      options: { javaScriptEnabled: false },
      onlyEnglish: true,
      checks: {
        "shows pictures, formulas and data without JavaScript": async (
          { page },
        ) => {
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
      },
    },
    {
      options: { colorScheme: "dark" },
      onlyEnglish: true,
      checks: {
        "has no fault that axe finds, dark": noFault,
        "turns its plots dark with the page": async ({ page }) => {
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
        },
      },
    },
    {
      options: { viewport: { width: 360, height: 740 } },
      checks: {
        "does not scroll sideways at 360 pixels, nor break a number": async (
          { page },
        ) => {
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
      },
    },
  ];
}

/** What axe finds wrong with a page. */
async function faults(page: Page): Promise<string[]> {
  // In the page's own world its policy would not let axe in; this is the tester's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ["violations"],
    })
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
