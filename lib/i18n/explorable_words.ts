export {
  type ExplorableWords,
  explorableWords,
  explorableWordsOf,
} from "./words.ts";
