import { parseHTML } from "linkedom";
import { type Markup, markup } from "../lib/notebook/markup.ts";
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";
import type { About } from "./about.ts";
import { addContentSecurityPolicy } from "./content_security_policy.ts";
import { typesetFormulas } from "./formulas.ts";
import { colophon, linksToLanguages, pageHead } from "./frame.ts";
import { hostLinks } from "./host_links.ts";
import { element, emptyPage } from "./html.ts";
import indexStyle from "./index_page.css" with { type: "text" };
import { markdownToHtml } from "./markdown.ts";
import { mathFontStyle } from "./math_font.ts";
import type { Opening } from "./notebook.ts";
import style from "./style.css" with { type: "text" };

/** One step, as the index shows it. */
export interface IndexStep extends Opening {
  /** Name of its page without `.html`. */
  readonly name: string;
  readonly title: string;
  /** The address of its picture, when it has one. */
  readonly picture?: string;
}

/**
 * Makes the page that leads to all pages of a series.
 *
 * @param language The folder of the notebooks: `en`.
 * @param steps The pages, in order.
 * @param alsoIn The languages that have an index, too.
 * @param about What the teacher says about the pages.
 * @param booklet Name of the booklet of all steps, when there is one.
 */
export async function makeIndexPage(
  language: string,
  steps: readonly IndexStep[],
  alsoIn: readonly string[],
  about: About,
  booklet?: string,
): Promise<string> {
  const words = pageWordsOf[language];
  const links = hostLinks(about, language)
    .map(({ kind, href }) => ({ href, text: words[kind] }));
  if (booklet) links.unshift({ href: booklet, text: words.booklet });
  const line = markup`${about.course ?? words.course} · ${words.language}${
    linksToLanguages("index", alsoIn)
  }${links.map(({ href, text }) => markup` · <a href="${href}">${text}</a>`)}`;
  const needs = steps.find(({ needs }) => needs)?.needs;
  return await finish(
    words,
    markup`${pageHead(about, line)}
<main id="text">
<h1>${words.seriesTitle}</h1>
<p>${words.seriesText}</p>
${needs && markup`<div class="needs">${markdownToHtml(needs)}</div>`}
<ol class="steps">${steps.map(card)}</ol>
</main>
<footer>${colophon(about, words)}</footer>`,
  );
}

/** A step's picture, title, question and minutes. */
function card({ name, title, question, time, picture }: IndexStep): Markup {
  // The title says what the picture is of.
  return markup`<li>${picture && markup`<img src="${picture}" alt="">`}<div>
<h2><a href="${name}.html">${title}</a></h2>
${question && markup`<div>${markdownToHtml(question)}</div>`}
${time && markup`<p class="time">${time}</p>`}
</div></li>`;
}

/**
 * Makes the page above the languages.
 *
 * @param languages The folders that have an index.
 */
export async function makeLanguagesPage(
  languages: readonly string[],
): Promise<string> {
  const sections = languages.map((language) => {
    const { tag, language: name, ...words } = pageWordsOf[language];
    return markup`<section lang="${tag}">
<h2>${words.seriesTitle}</h2>
<p>${words.seriesText}</p>
<p><a href="${language}/index.html" hreflang="${tag}">${name}</a></p>
</section>`;
  });
  const first = pageWordsOf[languages[0]];
  return await finish(
    first,
    markup`<main id="text"><h1>${first.lesson}</h1>${sections}</main>`,
  );
}

async function finish(
  { tag, seriesTitle }: PageWords,
  body: Markup,
): Promise<string> {
  const { document } = parseHTML(emptyPage(body, tag, seriesTitle));
  typesetFormulas(document);
  const css = await mathFontStyle(document) + style + indexStyle;
  document.head.append(element(document, "style", {}, css));
  await addContentSecurityPolicy(document, []);
  return document.toString();
}

/** Higher ones would be hard to make out when small. */
const MOST_PICTURE_HEIGHT = 500;

/**
 * The picture that stands for a page: of its first figure that is not too high
 * and gives no prediction away; else of the first that is not too high.
 *
 * @param html The page.
 */
export function pictureOf(html: string): string | undefined {
  const figures = html.split(/(?=<section )/).flatMap((section) => {
    const [, classes = ""] = section.match(/^<section [^>]*class="([^"]*)/) ??
      [];
    const picture = section.match(/<figure[^>]*>\s*<img [^>]*src="([^"]*)"/)
      ?.[1];
    const height = picture?.match(/ height=(?:%22|')(\d+)/)?.[1];
    return picture && Number(height ?? 0) <= MOST_PICTURE_HEIGHT
      ? [{ picture, guessed: /\bresult\b/.test(classes) }]
      : [];
  });
  return (figures.find(({ guessed }) => !guessed) ?? figures[0])?.picture;
}
