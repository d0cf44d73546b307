import project from "../deno.json" with { type: "json" };
import { type About, byline } from "./about.ts";
import { element } from "./html.ts";
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";

/** A page's place in its series. */
export interface Place {
  /** The folder of its notebook: `en`. */
  readonly language: string;
  /** Counted from 1; missing when the page is no part of the lesson. */
  readonly step?: number;
  /** Name of the page's file without `.html`. */
  readonly name: string;
  /** The page before, when there is one beside this. */
  readonly previous?: Neighbour;
  /** The page after, when there is one beside this. */
  readonly next?: Neighbour;
  /** Whether an index of the series lies beside the page. */
  readonly index: boolean;
  /** The other languages of the page, by the names of their folders. */
  readonly alsoIn: readonly string[];
}

/** A page beside another. */
export interface Neighbour {
  /** Name of its file without `.html`. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
}

/**
 * Adds what every page has around its text: language, title, its place in the
 * lesson, its contents, and links to its neighbours.
 *
 * @param document The page; it is changed.
 * @param place Where it stands in the series.
 * @param about What its teacher says about it.
 * @param words The page's language.
 */
export function framePage(
  document: Document,
  place: Place,
  about: About,
  words: PageWords,
): void {
  document.documentElement.lang = words.tag;
  const title = document.querySelector("h1")?.textContent ?? place.name;
  document.title = `${title} · ${words.lesson}`;

  const main = document.querySelector("main")!;
  main.before(
    element(document, "a.skip", { href: "#text" }, words.skip),
    titleBlock(document, place, about, words),
  );
  document.querySelector("h1")?.closest("section")?.after(
    contents(document, words),
  );
  main.after(element(
    document,
    "footer",
    {},
    neighbours(document, place, words),
    // A notebook from elsewhere has its own sources and licence.
    ...(place.step ? colophon(document, about, words, title) : []),
  ));
}

/** Course, lesson, step and language, and the teacher, above the title. */
function titleBlock(
  document: Document,
  place: Place,
  about: About,
  words: PageWords,
) {
  const { course, lesson, step, language } = words;
  const which = place.step === undefined ? [] : [step(place.step)];
  const parts = [about.course ?? course, lesson, ...which, language];
  return pageHead(document, about, [
    parts.join(" · "),
    ...linksToLanguages(document, place.name, place.alsoIn),
  ]);
}

/** A line, and below it who hands the page out, where and when. */
export function pageHead(
  document: Document,
  about: About,
  line: readonly (Element | string)[],
): HTMLElement {
  const by = byline(about);
  return element(
    document,
    "header",
    {},
    element(document, "div", {}, ...line),
    ...(by ? [element(document, "div", {}, by)] : []),
  );
}

/**
 * What the lesson is made from, its licence, and how to cite it.
 *
 * @param document The page; it is not changed.
 * @param about What its teacher says about it.
 * @param words The page's language.
 * @param title The title of a part, when that is to be cited.
 */
export function colophon(
  document: Document,
  about: About,
  words: PageWords,
  title?: string,
): HTMLElement[] {
  const cited = [
    words.cite,
    ...(about.author ? [`${about.author}.`] : []),
    ...(title ? [words.citedIn(title)] : []),
    words.citation(project.version),
  ];
  return [words.sources, words.licence, cited.join(" ")]
    .map((text) => element(document, "p", {}, text));
}

/**
 * Links to a page of the same name in other languages, each in its own words.
 *
 * @param document The page; it is not changed.
 * @param name The page's name without `.html`.
 * @param languages The folders of the other languages.
 */
export function linksToLanguages(
  document: Document,
  name: string,
  languages: readonly string[],
): (Element | string)[] {
  return languages.flatMap((language) => {
    const { tag, inOtherLanguage } = pageWordsOf[language];
    const href = `../${language}/${name}.html`;
    const attributes = { href, lang: tag, hreflang: tag };
    return [" · ", element(document, "a", attributes, inOtherLanguage)];
  });
}

/** Links to the questions of the page. */
function contents(document: Document, words: PageWords) {
  const items = [...document.querySelectorAll(
    "main > section:not(.solution, .on-paper) h2",
  )].map((heading) => {
    const section = heading.closest("section")!;
    const number =
      [...section.querySelectorAll<Element>("h2")].indexOf(heading) + 1;
    heading.id ||= `${section.id}-heading${number > 1 ? `-${number}` : ""}`;
    const link = { href: `#${heading.id}` };
    return element(
      document,
      "li",
      {},
      element(document, "a", link, heading.textContent),
    );
  });
  return element(
    document,
    "nav.contents",
    { "aria-labelledby": "contents" },
    element(document, "p", { id: "contents" }, words.contents),
    element(document, "ul", {}, ...items),
  );
}

/** Links to the pages before and after, and to the index. */
function neighbours(document: Document, place: Place, words: PageWords) {
  const { previous, next, index } = place;
  const nav = element(document, "nav.series", { "aria-label": words.series });
  const link = (label: string, name: string, title: string, rel?: string) =>
    nav.append(
      element(
        document,
        "a",
        { href: `${name}.html`, rel },
        element(document, "small", {}, label),
        title,
      ),
    );
  if (previous) link(words.previous, previous.name, previous.title, "prev");
  if (index) link(words.series, "index", words.lesson);
  if (next) link(words.next, next.name, next.title, "next");
  return nav;
}
