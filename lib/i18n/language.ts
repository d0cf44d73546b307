/** The languages of the lesson, by the names of their folders of notebooks. */
export type Language = "en" | "pt";

/** The languages as pages and plots name them: BCP 47. */
const tags: Readonly<Record<Language, string>> = { en: "en", pt: "pt-BR" };

let spoken: Language = "en";

/** The language that figures, exercises and explorables use. */
export function language(): Language {
  return spoken;
}

/** The tag of the language that is spoken now: `en` or `pt-BR`. */
export function languageTag(): string {
  return tags[spoken];
}

/**
 * Sets the language that figures, tables, exercises and explorables use from
 * here on; `"en"`, English, unless told.
 *
 * @example A notebook in Portuguese says so after its imports
 * ```ts
 * import { setLanguage } from "@lesson/cross-entropy/notebook";
 * setLanguage("pt");
 * ```
 *
 * @param next `"en"` or `"pt"`, the Portuguese of Brazil.
 * @throws {RangeError} When the lesson does not have it.
 */
export function setLanguage(next: Language): void {
  if (!Object.hasOwn(tags, next)) {
    const known = Object.keys(tags).join(" or ");
    throw new RangeError(`setLanguage: language must be ${known}, got ${next}`);
  }
  spoken = next;
}
