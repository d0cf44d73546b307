import { parseHTML } from "linkedom";
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
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";

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
  const { document } = parseHTML(emptyPage());
  document.documentElement.lang = words.tag;
  document.title = words.seriesTitle;
  const link = booklet
    ? [" · ", element(document, "a", { href: booklet }, words.booklet)]
    : [];
  const hosts = hostLinks(about, language).flatMap(({ kind, href }) => [
    " · ",
    element(document, "a", { href }, words[kind]),
  ]);
  const needs = steps.find(({ needs }) => needs)?.needs;
  document.body.append(
    pageHead(document, about, [
      `${about.course ?? words.course} · ${words.language}`,
      ...linksToLanguages(document, "index", alsoIn),
      ...link,
      ...hosts,
    ]),
    element(
      document,
      "main",
      { id: "text" },
      element(document, "h1", {}, words.seriesTitle),
      element(document, "p", {}, words.seriesText),
      ...(needs ? [markdown(document, "div.needs", needs)] : []),
      element(
        document,
        "ol.steps",
        {},
        ...steps.map((step) => card(document, step)),
      ),
    ),
    element(document, "footer", {}, ...colophon(document, about, words)),
  );
  return await finish(document);
}

/** A step's picture, title, question and minutes. */
function card(
  document: Document,
  { name, title, question, time, picture }: IndexStep,
): HTMLElement {
  const link = element(document, "a", { href: `${name}.html` }, title);
  return element(
    document,
    "li",
    {},
    // The title says what the picture is of.
    picture ? element(document, "img", { src: picture, alt: "" }) : "",
    element(
      document,
      "div",
      {},
      element(document, "h2", {}, link),
      question ? markdown(document, "div", question) : "",
      time ? element(document, "p.time", {}, time) : "",
    ),
  );
}

function markdown(document: Document, name: string, text: string) {
  const holder = element(document, name);
  holder.innerHTML = markdownToHtml(text);
  return holder;
}

/**
 * Makes the page above the languages.
 *
 * @param languages The folders that have an index.
 */
export async function makeLanguagesPage(
  languages: readonly string[],
): Promise<string> {
  const { document } = parseHTML(emptyPage());
  const all = languages.map((language): [string, PageWords] => [
    language,
    pageWordsOf[language],
  ]);
  const [, first] = all[0];
  document.documentElement.lang = first.tag;
  document.title = first.seriesTitle;
  document.body.append(element(
    document,
    "main",
    { id: "text" },
    element(document, "h1", {}, first.lesson),
    ...all.map(([language, { tag, language: name, ...words }]) => {
      const link = { href: `${language}/index.html`, hreflang: tag };
      return element(
        document,
        "section",
        { lang: tag },
        element(document, "h2", {}, words.seriesTitle),
        element(document, "p", {}, words.seriesText),
        element(document, "p", {}, element(document, "a", link, name)),
      );
    }),
  ));
  return await finish(document);
}

async function finish(document: Document): Promise<string> {
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
