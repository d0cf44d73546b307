// @ts-types="@types/sanitize-html"
import sanitizeHtml from "sanitize-html";
import { styleProperties } from "../lib/kernel/style_properties.ts";
import { Markup } from "../lib/notebook/markup.ts";
import type { Cell } from "./notebook.ts";

const { allowedTags } = sanitizeHtml.defaults;
/** A value that neither loads a file nor computes anything. */
const plain = [/^[^(:;]*$/];

/**
 * Takes from a notebook's HTML all that could act on its own: scripts, forms,
 * frames, redirections, and addresses that run code. The data of a figure stay.
 *
 * @param html Of a Markdown cell, or put out by a code cell.
 * @param attachments Pictures that the text may name as `attachment:NAME`.
 * @throws {Error} When it names one that is missing.
 */
export function sanitize(
  html: string,
  attachments: Cell["attachments"] = {},
): Markup {
  const harmless = sanitizeHtml(html, {
    allowedTags: [
      ...allowedTags,
      ...["del", "details", "img", "ins", "script", "summary"],
    ],
    allowedAttributes: {
      "*": [
        ...["aria-*", "class", "data-*", "dir", "id", "lang", "role", "style"],
        ...["tabindex", "title"],
      ],
      a: ["href", "hreflang", "rel"],
      details: ["open"],
      img: ["alt", "height", "src", "width"],
      ol: ["start", "type"],
      script: ["type"],
      td: ["colspan", "headers", "rowspan"],
      th: ["colspan", "headers", "rowspan", "scope"],
    },
    allowedStyles: {
      "*": Object.fromEntries(styleProperties.map((name) => [name, plain])),
    },
    allowedSchemesByTag: { img: ["data"] },
    // Needed for the data of figures; every other script goes here.
    allowVulnerableTags: true,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === "script" && attribs.type !== "application/json",
    transformTags: {
      img: (tagName, attribs) => ({
        tagName,
        attribs: {
          ...attribs,
          src: attached(attribs.src ?? "", attachments),
        },
      }),
    },
  });
  return new Markup(harmless);
}

/** The address of a picture; an attached one becomes part of it. */
function attached(src: string, attachments: Cell["attachments"]): string {
  const [, name] = src.match(/^attachment:(.*)$/) ?? [];
  if (name === undefined) return src;
  const picture = attachments[name] ?? attachments[decodeURIComponent(name)];
  if (!picture) throw new Error(`the picture ${src} is missing`);
  const [[type, base64]] = Object.entries(picture);
  return `data:${type};base64,${base64}`;
}
