/** The languages of the lesson, by the names of their folders of notebooks. */
export type Language = "en";

let spoken: Language = "en";

/** The language that figures, exercises and explorables speak now. */
export function language(): Language {
  return spoken;
}

/**
 * Sets the language that figures, exercises and explorables speak from here on;
 * `"en"` unless told.
 *
 * @example A notebook in English says so after its imports
 * ```ts
 * import { speak } from "@lesson/cross-entropy";
 * speak("en");
 * ```
 *
 * @param next The name of a language.
 * @throws {RangeError} When the lesson does not speak it.
 */
export function speak(next: Language): void {
  if (!["en"].includes(next)) {
    throw new RangeError(`speak: language must be "en", got ${next}`);
  }
  spoken = next;
}
