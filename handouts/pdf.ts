import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { About } from "./about.ts";
import { makeBooklet, type PageNumbers } from "./booklet.ts";
import { launchChromium } from "./browser.ts";
import type { Neighbour } from "./frame.ts";
import { BOOKLET } from "./series.ts";
import { writeWhole } from "./write_whole.ts";

/** A size of paper. */
export type Paper = "A4" | "Letter";

/**
 * Prints pages to PDF files beside them.
 *
 * @param pages Paths of the pages.
 * @param paper The size of the paper.
 * @param done Called with the path of each PDF.
 * @throws {Error} When there is no Chromium.
 */
export async function printPages(
  pages: readonly string[],
  paper: Paper,
  done: (path: string) => void,
): Promise<void> {
  await using browser = await launchChromium();
  for (const path of pages) {
    const printed = path.replace(/\.html$/, ".pdf");
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    await writeWhole(printed, await print(page, paper));
    done(printed);
  }
}

/**
 * Prints a series as one booklet beside its pages.
 *
 * @param folder The folder of the pages.
 * @param language Their language: `en`.
 * @param steps The pages, in order.
 * @param options The size of the paper, and what the teacher says.
 * @param done Called with the path of the booklet.
 * @throws {Error} When there is no Chromium.
 */
export async function printBooklet(
  folder: string,
  language: string,
  steps: readonly Neighbour[],
  { paper, about }: { paper: Paper; about: About },
  done: (path: string) => void,
): Promise<void> {
  await using browser = await launchChromium();
  const chapters = steps.map(({ name, title }) => ({
    name,
    title,
    html: Deno.readTextFileSync(join(folder, `${name}.html`)),
  }));
  const bind = async (numbers: PageNumbers) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(
      await makeBooklet(chapters, language, about, numbers),
    );
    return await print(page, paper);
  };
  // Where the parts begin is known only once they have been printed.
  const numbers = pageNumbers(await bind(new Map()));
  const path = join(folder, BOOKLET);
  await writeWhole(path, await bind(numbers));
  done(path);
}

/** Prints what a page shows, and closes it. */
async function print(page: Page, paper: Paper): Promise<Uint8Array> {
  const pdf = await page.pdf({ format: paper, tagged: true, outline: true });
  await page.close();
  return pdf;
}

/**
 * On which page each target of a link stands, counted from 1.
 *
 * @param pdf What Chromium printed: it writes pages in order, and targets as
 * `/name [8 0 R /XYZ 6 776 0]`, in plain text.
 */
export function pageNumbers(pdf: Uint8Array): PageNumbers {
  const text = new TextDecoder("latin1").decode(pdf);
  const pages = [...text.matchAll(/^(\d+) 0 obj\s*<<\/Type \/Page\s/gm)]
    .map(([, number]) => number);
  const targets = text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g);
  return new Map([...targets].map(([, id, page]) => [
    id,
    1 + pages.indexOf(page),
  ]));
}
