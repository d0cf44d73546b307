import project from "../deno.json" with { type: "json" };
import { type Markup, markup } from "../lib/notebook/markup.ts";
import { type PageWords, pageWordsOf } from "../lib/i18n/words.ts";
import { type About, byline } from "./about.ts";

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
  const heading = document.querySelector("h1");
  const title = heading?.textContent ?? place.name;
  document.documentElement.lang = words.tag;
  document.title = `${title} · ${words.lesson}`;
  heading?.closest("section")
    ?.insertAdjacentHTML("afterend", contents(document, words).html);

  const step = place.step === undefined ? [] : [words.step(place.step)];
  const course = about.course ?? words.course;
  const line = [course, words.lesson, ...step, words.language].join(" · ");
  const head = pageHead(
    about,
    markup`${line}${linksToLanguages(place.name, place.alsoIn)}`,
  );
  // A notebook from elsewhere has its own sources and licence.
  const foot = place.step ? colophon(about, words, title) : [];
  const main = document.querySelector("main")!;
  main.insertAdjacentHTML(
    "beforebegin",
    markup`<a class="skip" href="#text">${words.skip}</a>${head}`.html,
  );
  main.insertAdjacentHTML(
    "afterend",
    markup`<footer>${neighbours(place, words)}${foot}</footer>`.html,
  );
}

/** A line, and below it who hands the page out, where and when. */
export function pageHead(about: About, line: Markup): Markup {
  const by = byline(about);
  return markup`<header><div>${line}</div>${
    by && markup`<div>${by}</div>`
  }</header>`;
}

/**
 * What the lesson is made from, its licence, and how to cite it.
 *
 * @param about What its teacher says about it.
 * @param words The page's language.
 * @param title The title of a part, when that is to be cited.
 */
export function colophon(
  about: About,
  words: PageWords,
  title?: string,
): Markup[] {
  const cited = [
    words.cite,
    ...(about.author ? [`${about.author}.`] : []),
    ...(title ? [words.citedIn(title)] : []),
    words.citation(project.version),
  ];
  return [words.sources, words.licence, cited.join(" ")]
    .map((text) => markup`<p>${text}</p>`);
}

/**
 * Links to a page of the same name in other languages, each in its own words.
 *
 * @param name The page's name without `.html`.
 * @param languages The folders of the other languages.
 */
export function linksToLanguages(
  name: string,
  languages: readonly string[],
): Markup[] {
  return languages.map((language) => {
    const { tag, inOtherLanguage } = pageWordsOf[language];
    const href = `../${language}/${name}.html`;
    return markup` · <a href="${href}" lang="${tag}"
      hreflang="${tag}">${inOtherLanguage}</a>`;
  });
}

/** Links to the questions of the page. */
function contents(document: Document, words: PageWords): Markup {
  const items = [...document.querySelectorAll(
    "main > section:not(.solution, .on-paper) h2",
  )].map((heading) => {
    const section = heading.closest("section")!;
    const number =
      [...section.querySelectorAll<Element>("h2")].indexOf(heading) + 1;
    heading.id ||= `${section.id}-heading${number > 1 ? `-${number}` : ""}`;
    return markup`<li><a href="#${heading.id}">${heading.textContent}</a></li>`;
  });
  return markup`<nav class="contents" aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ul>${items}</ul>
</nav>`;
}

/** Links to the pages before and after, and to the index. */
function neighbours({ previous, next, index }: Place, words: PageWords) {
  const link = (label: string, { name, title }: Neighbour, rel?: string) =>
    markup`<a href="${name}.html"${rel && markup` rel="${rel}"`}>
<small>${label}</small>${title}</a>`;
  return markup`<nav class="series" aria-label="${words.series}">
${previous && link(words.previous, previous, "prev")}
${index ? link(words.series, { name: "index", title: words.lesson }) : ""}
${next && link(words.next, next, "next")}
</nav>`;
}
