import { type Markup, markup } from "../lib/notebook/markup.ts";
import { Marked, type TokenizerAndRendererExtension } from "marked";
import { sanitize } from "./sanitize.ts";
import type { Cell } from "./notebook.ts";

/**
 * TeX between dollar signs. As in Pandoc, a sign that opens stands before a
 * character, one that closes behind one and not before a digit: "$5 and $6" is
 * money.
 */
const INLINE = /\$(?![\s$])((?:\\[^]|[^\\$])+?)(?<!\s)\$(?!\d)/;

const DISPLAY = [
  /\$\$((?:\\[^]|[^\\$])+?)\$\$/,
  /\\\\\[([^]+?)\\\\\]/,
  /(\\begin\{([a-z]+\*?)\}[^]+?\\end\{\2\})/,
];

const formula = (
  name: string,
  level: "block" | "inline",
  patterns: readonly RegExp[],
  html: (tex: string) => Markup,
): TokenizerAndRendererExtension => ({
  name,
  level,
  start: (source) => {
    const starts = patterns.map((pattern) => source.search(pattern))
      .filter((start) => start >= 0);
    return starts.length > 0 ? Math.min(...starts) : undefined;
  },
  tokenizer: (source) => {
    for (const pattern of patterns) {
      const match = source.match(pattern);
      if (match?.index === 0) {
        return { type: name, raw: match[0], text: match[1] };
      }
    }
  },
  renderer: ({ text }) => html(text).html,
});

const mark = (kind: "inline" | "display") => (tex: string) =>
  markup`<code class="math ${kind}">${tex}</code>`;

const marked = new Marked({
  extensions: [
    formula(
      "displayBlock",
      "block",
      DISPLAY.map(({ source }) => RegExp(`^ {0,3}${source}[ \\t]*(?:\\n+|$)`)),
      (tex) => markup`<p>${mark("display")(tex)}</p>\n`,
    ),
    formula("display", "inline", DISPLAY, mark("display")),
    formula(
      "inline",
      "inline",
      [INLINE, /\\\\\(([^]+?)\\\\\)/],
      mark("inline"),
    ),
  ],
});

/**
 * Turns Markdown into HTML that holds nothing but text, pictures and tables.
 * Formulas are marked, as `<code class="math inline">` or `display`, and not
 * typeset yet.
 *
 * @param source Markdown.
 * @param attachments Pictures that the text may name as `attachment:NAME`.
 * @throws {Error} When it names one that is missing.
 */
export function markdownToHtml(
  source: string,
  attachments: Cell["attachments"] = {},
): Markup {
  return sanitize(marked.parse(source, { async: false }), attachments);
}

/**
 * Cuts a text at its formulas: text and TeX in turn, text first.
 */
export function splitAtFormulas(text: string): string[] {
  return text.split(INLINE);
}
