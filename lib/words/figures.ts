import { figures as en } from "./en/figures.ts";
import { type Language, language } from "./language.ts";
import { figures as pt } from "./pt/figures.ts";

/** The words that the figures show to readers, in one language. */
export type FigureWords = typeof en;

/** The words of the figures in each language. */
export const figureWordsOf: Readonly<Record<Language, FigureWords>> = {
  en,
  pt,
};

/** The words of the figures in the language that is spoken now. */
export const figureWords = (): FigureWords => figureWordsOf[language()];
