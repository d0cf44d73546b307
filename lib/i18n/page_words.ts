export { type PageWords as Words, pageWordsOf as words } from "./words.ts";
