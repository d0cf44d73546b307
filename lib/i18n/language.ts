import { oneOf } from "../math/argument_shapes.ts";

/** The languages of the lesson, by the names of their folders of notebooks. */
export type Language = "en" | "pt";

/**
 * The languages as pages and plots name them: BCP 47. A new language needs its tag
 * here, a folder of words, and its lines in words.ts; the compiler says which.
 */
const tags: Readonly<Record<Language, string>> = { en: "en", pt: "pt-BR" };

let current: Language = "en";

/** The language that figures, tables, exercises and explorables use now. */
export function language(): Language {
  return current;
}

/** The tag of the current language: `en` or `pt-BR`. */
export function languageTag(): string {
  return tags[current];
}

/**
 * Sets the language that figures, tables, exercises and explorables use from now
 * on. The default is English.
 *
 * @example A Portuguese notebook says so after its imports
 * ```ts
 * import { setLanguage } from "@lesson/cross-entropy/notebook";
 * setLanguage("pt");
 * ```
 *
 * @param next `"en"` or `"pt"`, Brazilian Portuguese.
 * @throws {RangeError} When the lesson is not available in that language.
 */
export function setLanguage(next: Language): void {
  oneOf(Object.keys(tags))("setLanguage", "language", next);
  current = next;
}
