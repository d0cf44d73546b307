export { type FigureWords, figureWords, figureWordsOf } from "./words.ts";
