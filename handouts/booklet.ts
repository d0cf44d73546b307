import { parseHTML } from "linkedom";
import { type Markup, markup } from "../lib/notebook/markup.ts";
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";
import { type About, byline } from "./about.ts";
import bookletStyle from "./booklet.css" with { type: "text" };
import { colophon } from "./frame.ts";
import { element, emptyPage } from "./html.ts";
import { mathFontStyle } from "./math_font.ts";
import style from "./style.css" with { type: "text" };

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
    emptyPage(titlePage(about, words), words.tag, words.seriesTitle),
  );
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
  document.body.insertAdjacentHTML(
    "beforeend",
    contents(parts, numbers, words).html,
  );
  document.body.append(...parts);
  const css = await mathFontStyle(document) + style + bookletStyle;
  document.head.append(element(document, "style", {}, css));
  return document.toString();
}

function titlePage(about: About, words: PageWords): Markup {
  const { course, lesson, seriesTitle } = words;
  return markup`<div class="title-page">\
<p>${about.course ?? `${course} · ${lesson}`}</p>\
<p class="title">${seriesTitle}</p>\
<p>${byline(about)}</p>\
<div class="colophon">${colophon(about, words)}</div>
</div>`;
}

function contents(
  parts: readonly Element[],
  numbers: PageNumbers,
  { bookletContents }: PageWords,
): Markup {
  const lines = parts.map((part) => {
    const title = part.querySelector("h1")?.textContent;
    const link = markup`<a href="#${part.id}">${title}</a>`;
    return markup`<li>${link}<span>${numbers.get(part.id)}</span></li>`;
  });
  return markup`<div class="booklet-contents">
<h1>${bookletContents}</h1>
<ol>${lines}</ol>
</div>`;
}

/** The text of a page; its ids and links hold in the booklet. */
function stepOf(
  document: Document,
  { name, html }: Chapter,
  chapters: readonly Chapter[],
): Element {
  const text = parseHTML(html).document.querySelector("main")!;
  for (const part of text.querySelectorAll("script, nav")) part.remove();
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
  return element(document, "article", { id: name }, ...text.childNodes);
}
