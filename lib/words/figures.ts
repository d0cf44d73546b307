import { figures as en } from "./en/figures.ts";
import { language } from "./language.ts";

/** The words that the figures show to readers, in one language. */
export type FigureWords = typeof en;

/** The words of the figures in each language. */
export const figureWordsOf = { en };

/** The words of the figures in the language that is spoken now. */
export const figureWords = (): FigureWords => figureWordsOf[language()];
