import { pathToFileURL } from "node:url";
import { launchChromium } from "./browser.ts";
import { writeWhole } from "./write_whole.ts";

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
  paper: "A4" | "Letter",
  done: (path: string) => void,
): Promise<void> {
  await using browser = await launchChromium();
  for (const path of pages) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    const pdf = await page.pdf({ format: paper, tagged: true, outline: true });
    await page.close();
    const printed = path.replace(/\.html$/, ".pdf");
    await writeWhole(printed, pdf);
    done(printed);
  }
}
