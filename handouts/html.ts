import { type Markup, markup } from "../lib/notebook/markup.ts";

/**
 * Makes an element.
 *
 * @param document The page that it is for.
 * @param name The tag, and classes after dots: `nav.series`.
 * @param attributes Its attributes; one that is undefined is left out.
 * @param children Elements, or text, which is never taken for markup.
 */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const [tag, ...classes] = name.split(".");
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Puts an element, or what it holds, behind a line that opens it. */
export function fold(
  document: Document,
  summary: string,
  content: Element,
): HTMLElement {
  const details = element(
    document,
    "details",
    {},
    element(document, "summary", {}, summary),
  );
  content.replaceWith(details);
  details.append(content);
  return details;
}

/**
 * Wraps parts of an element's own texts.
 *
 * @param place The element; it is changed.
 * @param split Cuts a text into what stays and what is wrapped, in turn.
 * @param wrap What holds such a part.
 */
export function wrapInTexts(
  place: Element,
  split: (text: string) => string[],
  wrap: (part: string) => Element,
): void {
  // Linkedom cuts text at each "&".
  place.normalize();
  for (const node of [...place.childNodes]) {
    const parts = node.nodeType === 3 ? split(node.textContent!) : [];
    if (parts.length < 2) continue;
    const pieces = parts.map((part, i) => i % 2 === 0 ? part : wrap(part));
    (node as Text).replaceWith(...pieces);
  }
}

/** A box in which what is too wide scrolls, also from the keyboard. */
export function scrollBox(document: Document, label: string): HTMLElement {
  const attributes = { tabindex: "0", role: "group", "aria-label": label };
  return element(document, "div.scroll", attributes);
}

/** A page that holds this and nothing else. */
export function emptyPage(body: Markup, tag = "", title = ""): string {
  return markup`<!DOCTYPE html>
<html${tag && markup` lang="${tag}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>${body}</body>
</html>`.html;
}
