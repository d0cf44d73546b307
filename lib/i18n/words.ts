/**
 * The words that readers see, one folder per language, gathered here. Those of a page's
 * own controls stand in `handouts/client/words.ts`.
 *
 * @module
 */

import { type Language, language } from "./language.ts";
import {
  exercises as exercisesEn,
  type ExerciseWords,
} from "./en/exercise_words.ts";
import {
  explorables as explorablesEn,
  type ExplorableWords,
} from "./en/explorable_words.ts";
import { figures as figuresEn, type FigureWords } from "./en/figure_words.ts";
import { pages as pagesEn, type PageWords } from "./en/page_words.ts";
import { exercises as exercisesPt } from "./pt/exercise_words.ts";
import { explorables as explorablesPt } from "./pt/explorable_words.ts";
import { figures as figuresPt } from "./pt/figure_words.ts";
import { pages as pagesPt } from "./pt/page_words.ts";

export type { ExerciseWords, ExplorableWords, FigureWords, PageWords };

type InEachLanguage<Words> = Readonly<Record<Language, Words>>;

// One constant for each kind, so that a script for the browser bundles only its
// own.

/** The words of the exercises, in each language. */
export const exerciseWordsOf: InEachLanguage<ExerciseWords> = {
  en: exercisesEn,
  pt: exercisesPt,
};

/** The words of the explorables, in each language. */
export const explorableWordsOf: InEachLanguage<ExplorableWords> = {
  en: explorablesEn,
  pt: explorablesPt,
};

/** The words of the figures, in each language. */
export const figureWordsOf: InEachLanguage<FigureWords> = {
  en: figuresEn,
  pt: figuresPt,
};

/** The words of the pages, by the name of the folder of notebooks. */
export const pageWordsOf: Readonly<Record<string, PageWords>> = {
  en: pagesEn,
  pt: pagesPt,
} satisfies InEachLanguage<PageWords>;

/** The words of the exercises in the reader's language. */
export const exerciseWords = (): ExerciseWords => exerciseWordsOf[language()];

/** The words of the explorables in the reader's language. */
export const explorableWords = (): ExplorableWords =>
  explorableWordsOf[language()];

/** The words of the figures in the reader's language. */
export const figureWords = (): FigureWords => figureWordsOf[language()];
