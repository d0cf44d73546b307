import { escape } from "html-escaper";

/** A piece of HTML. */
export class Markup {
  constructor(readonly html: string) {}
}

/**
 * HTML from a template. What is filled in is text, never markup, unless it was
 * made here itself; lists are joined, and undefined and false leave nothing.
 *
 * @example A paragraph
 * ```ts
 * import assert from "node:assert/strict";
 * const list = ["a", "b"].map((text) => markup`<b>${text}</b>`);
 * assert.equal(markup`<p>${"1 < 2"} ${list}</p>`.html, "<p>1 &lt; 2 <b>a</b><b>b</b></p>");
 * ```
 */
export function markup(
  template: TemplateStringsArray,
  ...values: unknown[]
): Markup {
  return new Markup(String.raw({ raw: template }, ...values.map(htmlOf)));
}

function htmlOf(value: unknown): string {
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(htmlOf).join("");
  return value === undefined || value === false ? "" : escape(String(value));
}
