import { explorables as en } from "./en/explorable_words.ts";
import { type Language, language } from "./language.ts";
import { explorables as pt } from "./pt/explorable_words.ts";

/** The words of the plots that the reader can change, in one language. */
export type ExplorableWords = typeof en;

/** The words of the explorables in each language. */
export const explorableWordsOf: Readonly<Record<Language, ExplorableWords>> = {
  en,
  pt,
};

/** The words of the explorables in the language that is spoken now. */
export const explorableWords = (): ExplorableWords =>
  explorableWordsOf[language()];
