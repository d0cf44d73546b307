import { explorables as en } from "./en/explorables.ts";
import { language } from "./language.ts";

/** The words of the plots that the reader can change, in one language. */
export type ExplorableWords = typeof en;

/** The words of the explorables in each language. */
export const explorableWordsOf = { en };

/** The words of the explorables in the language that is spoken now. */
export const explorableWords = (): ExplorableWords =>
  explorableWordsOf[language()];
