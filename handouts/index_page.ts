import { parseHTML } from "linkedom";
import { linksToLanguages, type Neighbour } from "./frame.ts";
import { element } from "./html.ts";
import { addContentSecurityPolicy } from "./content_security_policy.ts";
import style from "./style.css" with { type: "text" };
import { pageWordsOf } from "../lib/i18n/words.ts";

const BARE = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title></title>
</head>
<body></body>
</html>`;

/**
 * Makes the page that leads to all pages of a series.
 *
 * @param language The folder of the notebooks: `en`.
 * @param steps The pages, in order.
 * @param alsoIn The languages that have an index, too.
 */
export async function makeIndexPage(
  language: string,
  steps: readonly Neighbour[],
  alsoIn: readonly string[],
): Promise<string> {
  const { document } = parseHTML(BARE);
  const { tag, course, language: spoken, seriesTitle, seriesText, licence } =
    pageWordsOf[language];
  document.documentElement.lang = tag;
  document.title = seriesTitle;
  document.head.append(element(document, "style", {}, style));
  const items = steps.map(({ name, title }) => {
    const link = { href: `${name}.html` };
    return element(document, "li", {}, element(document, "a", link, title));
  });
  document.body.append(
    element(
      document,
      "header",
      {},
      `${course} · ${spoken}`,
      ...linksToLanguages(document, "index", alsoIn),
    ),
    element(
      document,
      "main",
      { id: "text" },
      element(document, "h1", {}, seriesTitle),
      element(document, "p", {}, seriesText),
      element(document, "ul.steps", {}, ...items),
    ),
    element(document, "footer", {}, element(document, "p", {}, licence)),
  );
  await addContentSecurityPolicy(document, []);
  return document.toString();
}
