import { parseHTML } from "linkedom";
import { type About, byline } from "./about.ts";
import bookletStyle from "./booklet.css" with { type: "text" };
import { colophon } from "./frame.ts";
import { element } from "./html.ts";
import { mathFontStyle } from "./math_font.ts";
import style from "./style.css" with { type: "text" };
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";

/** A step of a booklet. */
export interface Chapter {
  /** Name of its page without `.html`. */
  readonly name: string;
  readonly title: string;
  /** Its page. */
  readonly html: string;
}

/** On which page of paper each part begins, by the id of the part. */
export type PageNumbers = ReadonlyMap<string, number>;

/** The id of the part that holds the solutions. */
const SOLUTIONS = "solutions";

/**
 * Binds pages into one, for paper: a title page, contents, the steps, and at the
 * end the solutions of all steps.
 *
 * @param chapters The steps, in order.
 * @param language Their language: `en`.
 * @param about What the teacher says about them.
 * @param numbers Where the parts begin, once that is known.
 */
export async function makeBooklet(
  chapters: readonly Chapter[],
  language: string,
  about: About,
  numbers: PageNumbers,
): Promise<string> {
  const words = pageWordsOf[language];
  const { document } = parseHTML(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body></body></html>`,
  );
  document.documentElement.lang = words.tag;
  document.title = words.seriesTitle;
  const steps = chapters.map((chapter) => stepOf(document, chapter, chapters));
  const solutions = element(document, "article", { id: SOLUTIONS });
  solutions.append(element(document, "h1", {}, words.solutions));
  steps.forEach((step, i) => {
    const printed = step.querySelector(".on-paper");
    if (!printed) return;
    printed.querySelector("h2")!.textContent = chapters[i].title;
    solutions.append(printed);
  });
  const parts = solutions.children.length > 1 ? [...steps, solutions] : steps;
  document.body.append(
    titlePage(document, about, words),
    contents(document, parts, numbers, words),
    ...parts,
  );
  const css = await mathFontStyle(document) + style + bookletStyle;
  document.head.append(element(document, "style", {}, css));
  return document.toString();
}

function titlePage(document: Document, about: About, words: PageWords) {
  const { course, lesson, seriesTitle } = words;
  return element(
    document,
    "div.title-page",
    {},
    element(document, "p", {}, about.course ?? `${course} · ${lesson}`),
    element(document, "p.title", {}, seriesTitle),
    element(document, "p", {}, byline(about)),
    element(
      document,
      "div.colophon",
      {},
      ...colophon(document, about, words),
    ),
  );
}

function contents(
  document: Document,
  parts: readonly Element[],
  numbers: PageNumbers,
  { bookletContents }: PageWords,
) {
  const lines = parts.map((part) => {
    const title = part.querySelector("h1")?.textContent ?? "";
    const link = element(document, "a", { href: `#${part.id}` }, title);
    return element(
      document,
      "li",
      {},
      link,
      element(document, "span", {}, String(numbers.get(part.id) ?? "")),
    );
  });
  return element(
    document,
    "div.booklet-contents",
    {},
    element(document, "h1", {}, bookletContents),
    element(document, "ol", {}, ...lines),
  );
}

/** The text of a page; its ids and links hold in the booklet. */
function stepOf(
  document: Document,
  { name, html }: Chapter,
  chapters: readonly Chapter[],
): Element {
  const text = parseHTML(html).document.querySelector("main")!;
  for (const part of text.querySelectorAll("script, .live, nav")) part.remove();
  for (const part of text.querySelectorAll("[id]")) {
    part.id = `${name}-${part.id}`;
  }
  for (const link of text.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href")!;
    const page = chapters.find(({ name }) => href.startsWith(`${name}.html`));
    if (href.startsWith("#")) {
      link.setAttribute("href", `#${name}-${href.slice(1)}`);
    } else if (page) link.setAttribute("href", `#${page.name}`);
  }
  const step = element(document, "article", { id: name });
  step.append(...text.childNodes);
  return step;
}
