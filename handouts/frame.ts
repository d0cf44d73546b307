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
 * @param words The page's language.
 */
export function framePage(
  document: Document,
  place: Place,
  words: PageWords,
): void {
  document.documentElement.lang = words.tag;
  const title = document.querySelector("h1")?.textContent ?? place.name;
  document.title = `${title} · ${words.lesson}`;

  const main = document.querySelector("main")!;
  main.before(
    element(document, "a.skip", { href: "#text" }, words.skip),
    titleBlock(document, place, words),
  );
  document.querySelector("h1")?.closest("section")?.after(
    contents(document, words),
  );
  main.after(neighbours(document, place, words));
}

/** Course, lesson, step and language, above the title. */
function titleBlock(document: Document, place: Place, words: PageWords) {
  const { course, lesson, step, language } = words;
  const which = place.step === undefined ? [] : [step(place.step)];
  const parts = [course, lesson, ...which, language];
  const links = linksToLanguages(document, place.name, place.alsoIn);
  return element(document, "header", {}, parts.join(" · "), ...links);
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
    // A cell may ask two questions.
    const place = [...section.querySelectorAll("h2")].findIndex((one) =>
      one === heading
    );
    heading.id ||= `${section.id}-heading${place > 0 ? place + 1 : ""}`;
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
  const licence = element(document, "p", {}, words.licence);
  return element(document, "footer", {}, nav, licence);
}
