import assert from "assert";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions } from "playwright-core";
import { launchChromium } from "../../handouts/browser.ts";
import { pageNumbers } from "../../handouts/pdf.ts";
import { handouts } from "../support/command.ts";
import { executedCells } from "../support/executed.ts";
import { temporaryFolder } from "../support/folder.ts";
import {
  figureCount,
  FORMULA,
  isExplorable,
  type NotebookCell,
  readNotebooks,
  textOf,
} from "../support/notebooks.ts";
import {
  faults,
  type OpenedPage,
  openPage,
  showResults,
  waitForPlots,
  widthOf,
} from "../support/page.ts";

/** What a page may weigh, in bytes. */
const MOST_BYTES = 1_100_000;

/** How many notebooks' pages are looked at side by side. */
const SIDE_BY_SIDE = 6;

/** The page of a notebook, which is open. */
interface Opened extends OpenedPage {
  readonly file: string;
  readonly language: string;
  readonly cells: readonly NotebookCell[];
  readonly figures: number;
}

/** What is looked at on an open page, one after the other. */
type Checks = Readonly<Record<string, (opened: Opened) => Promise<void>>>;

const onScreen: Checks = {
  "asks no network for anything, and draws every plot": async (
    { page, requests, complaints, figures, file },
  ) => {
    await waitForPlots(page, figures);
    assert.equal(await page.locator("figure.plot").count(), figures);
    assert.equal(await page.locator("figure.plot img:visible").count(), 0);
    assert.deepEqual(requests, [pathToFileURL(file).href]);
    assert.deepEqual(complaints, []);
  },
  [`weighs at most ${MOST_BYTES} bytes`]: async ({ file }) => {
    const { size } = await Deno.stat(file);
    assert(size <= MOST_BYTES, `${size}`);
  },
  "typesets every formula, in a font that it brings": async (
    { page, cells },
  ) => {
    const markdown = cells.filter(({ cell_type }) => cell_type === "markdown");
    const text = markdown.map(textOf).join("\n\n");
    const wanted = text.match(FORMULA)?.length ?? 0;
    const formulas = page.locator("section.markdown math:not(.on-paper *)");
    assert.equal(await formulas.count(), wanted);
    assert.equal(await page.locator("code.math").count(), 0);
    assert.equal(await page.locator(".temml-error").count(), 0);
    const prose = await page
      .locator("section.markdown, figcaption, th, td").allTextContents();
    assert.doesNotMatch(prose.join("\n"), /\$|\\[a-z]+\b/);
    const hasFont = () => document.fonts.check('16px "Lesson Math"');
    if (wanted > 0) assert(await page.evaluate(hasFont));
  },
  "speaks its language, and writes numbers as it does": async (
    { page, language },
  ) => {
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
  "leads to the pages beside it": async ({ page, language, file }) => {
    const hrefs = (kind: string) =>
      page.locator(`a[href${kind}]`).evaluateAll((all) =>
        all.map((link) => link.getAttribute("href")!)
      );
    const links = await hrefs("$='.html'");
    assert(links.includes("index.html"));
    const other = language === "en" ? "pt" : "en";
    const translated = `../${other}/${basename(file)}`;
    assert(links.includes(translated), translated);
    for (const link of links) assert(existsSync(join(file, "..", link)), link);
    const hashes = await hrefs("^='#'");
    assert(hashes.length > 3);
    for (const hash of hashes) {
      assert.equal(await page.locator(hash).count(), 1, hash);
    }
  },
  "has no fault that axe finds, light": async ({ page }) =>
    assert.deepEqual(await faults(page), []),
  "leaves its exercises open, and its folded solutions are right": async (
    { page, cells },
  ) => {
    const count = cells.filter(({ id }) => id.startsWith("try-")).length;
    const onScreen = (kind: string) =>
      page.locator(`.verdict.${kind}:not(.on-paper *)`);
    assert.equal(await onScreen("open").count(), count);
    assert.equal(await onScreen("right").count(), count);
    assert.equal(await onScreen("wrong").count(), 0);
    assert.equal(await onScreen("right").locator("visible=true").count(), 0);
    assert.equal(await page.locator("details > .solution").count(), count);
    await page.emulateMedia({ media: "print" });
    const printed = page.locator(".on-paper .verdict.right:visible");
    assert.equal(await printed.count(), count);
    await page.emulateMedia({ media: null });
  },
};

const inTheDark: Checks = {
  "has no fault that axe finds, dark": async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await faults(page), []);
  },
  "turns its plots dark with the page": async ({ page, figures }) => {
    const filters = await page.locator("figure.plot .live").evaluateAll(
      (plots) => plots.map((plot) => getComputedStyle(plot).filter),
    );
    assert.equal(filters.length, figures);
    assert(filters.every((filter) => filter.startsWith("invert(0.92)")));
    const paper = await page.evaluate(() =>
      getComputedStyle(document.body).backgroundColor
    );
    assert.equal(paper, "rgb(20, 20, 20)");
    await page.emulateMedia({ colorScheme: null });
  },
};

const byKeyboardAndOnPaper: Checks = {
  "lets the keyboard reach all that can be opened or scrolled": async (
    { page },
  ) => {
    const wanted = page.locator(
      "a[href], summary, input, select, button:enabled:visible, .input[tabindex]:visible",
    );
    const count = await wanted.evaluateAll((all) => {
      const missed = new Set<unknown>(all);
      addEventListener("focusin", ({ target }) => missed.delete(target));
      Object.assign(globalThis, { missed });
      return missed.size;
    });
    let missed = ["everything"];
    for (let i = 1; i < 4 * count && missed.length > 0; i++) {
      await page.keyboard.press("Tab");
      if (i % 10 > 0) continue;
      missed = await page.evaluate(
        "[...missed].map((e) => e.outerHTML.slice(0, 80))",
      );
    }
    assert.deepEqual(missed, []);
  },
  "prints every figure, as a picture and not as the live plot": async (
    { page, figures, file },
  ) => {
    await page.emulateMedia({ media: "print" });
    const pictures = page.locator("figure.plot img:visible");
    assert.equal(await pictures.count(), figures);
    assert.equal(await page.locator("figure.plot .live:visible").count(), 0);
    const pdf = await Deno.readFile(file.replace(".html", ".pdf"));
    const text = new TextDecoder("latin1").decode(pdf);
    const figuresInPdf = new Set(text.match(/\/Alt [(<].*/g));
    assert.equal(figuresInPdf.size, figures);
  },
};

const withoutScript: Checks = {
  "shows pictures, formulas and data without JavaScript": async (
    { page, figures, cells },
  ) => {
    const pictures = page.locator("figure.plot img:visible");
    assert.equal(await pictures.count(), figures);
    for (const picture of await pictures.all()) {
      const box = await picture.boundingBox();
      assert(box!.width > 300 && box!.height > 200);
    }
    for (const summary of await page.locator(".data summary").all()) {
      await summary.click();
    }
    assert.equal(
      await page.locator(".data .scroll:visible").count(),
      figures - cells.filter(isExplorable).length,
    );
  },
};

const onPhone: Checks = {
  "does not scroll sideways at 360 pixels, nor break a number": async (
    { page, figures },
  ) => {
    await waitForPlots(page, figures);
    await page.locator("summary").evaluateAll((all) =>
      all.forEach((summary) => (summary as HTMLElement).click())
    );
    assert.equal(await widthOf(page), 360);
    assert.deepEqual(await page.evaluate(brokenNumbers), []);
  },
};

/** How to open a page, and what to look at then. */
function visits(language: string): [BrowserContextOptions, Checks][] {
  const phone = { viewport: { width: 360, height: 740 } };
  if (language !== "en") return [[{}, onScreen], [phone, onPhone]];
  // What does not depend on the language is looked at in English only.
  return [
    [{}, { ...onScreen, ...inTheDark, ...byKeyboardAndOnPaper }],
    [{ javaScriptEnabled: false }, withoutScript],
    [phone, onPhone],
  ];
}

Deno.test("the handouts", async (t) => {
  using out = temporaryFolder();
  // What another test has run is not run again for the pages.
  await executedCells();
  await handouts(["--out", out.path]);
  await handouts(["--out", out.path, "--pdf", "--lang", "en"]);
  await using browser = await launchChromium();
  // Steps that run side by side cannot be told apart by what they leave open.
  const sanitizers = {
    sanitizeOps: false,
    sanitizeResources: false,
    sanitizeExit: false,
  };
  const left = readNotebooks().values();
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (const { path, cells } of left) {
      const language = basename(dirname(path));
      const step = `${language}/${basename(path, ".ipynb")}`;
      const file = out.join(`${step}.html`);
      const subject = { file, language, cells, figures: figureCount(cells) };
      for (const [options, checks] of visits(language)) {
        await using opened = await openPage(browser, file, options);
        await showResults(opened.page);
        for (const [what, check] of Object.entries(checks)) {
          const fn = () => check({ ...opened, ...subject });
          await t.step({ name: `${step} ${what}`, fn, ...sanitizers });
        }
      }
    }
  }));

  for (const language of ["en", "pt"]) {
    await t.step(
      `the index in ${language} leads to every page, and axe finds no fault in it`,
      async () => {
        const index = out.join(language, "index.html");
        await using opened = await openPage(browser, index);
        const { page, complaints } = opened;
        const links = await page.locator("main a").evaluateAll((all) =>
          all.map((link) => link.getAttribute("href"))
        );
        assert.deepEqual(
          links,
          readNotebooks(language)
            .map(({ path }) => `${basename(path, ".ipynb")}.html`),
        );
        assert.equal(await page.locator(".steps img").count(), 8);
        assert.equal(await page.locator(".steps .time").count(), 8);
        assert.deepEqual(await faults(page), []);
        assert.deepEqual(complaints, []);
        await page.setViewportSize({ width: 360, height: 740 });
        assert.equal(await widthOf(page), 360);
        await page.locator("main a").first().click();
        await page.waitForURL(/01_flowers\.html$/);
      },
    );
  }

  await t.step("the booklet says on which page each step begins", async () => {
    const pdf = await Deno.readFile(out.join("en", "booklet.pdf"));
    const numbers = [...pageNumbers(pdf)]
      .filter(([id]) => /^0\d_[a-z_]+$|^solutions$/.test(id));
    assert.equal(numbers.length, 9);
    const pages = numbers.map(([, page]) => page).sort((a, b) => a - b);
    assert.equal(pages[0], 3);
    assert.equal(new Set(pages).size, 9);
    assert(pdf.length < 5e6, `${pdf.length} bytes`);
  });

  await t.step("the index above the languages leads to both", async () => {
    await using opened = await openPage(browser, out.join("index.html"));
    const { page } = opened;
    assert.deepEqual(await faults(page), []);
    await page.locator("a[hreflang='pt-BR']").click();
    await page.waitForURL(/pt\/index\.html$/);
  });
});

/** What is broken at its minus sign, as 1e-9 or -Math; to be called in the browser. */
function brokenNumbers(): string[] {
  const broken: string[] = [];
  for (const place of document.querySelectorAll("p, li")) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (
        const match of node.textContent!.matchAll(/\d[\d.,]*e-\d+|(?<!\S)-\w+/g)
      ) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        if (range.getClientRects().length > 1) broken.push(match[0]);
      }
    }
  }
  return broken;
}
