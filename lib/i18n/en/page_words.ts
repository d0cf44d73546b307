/** The words that a page itself says, in English. */
export const pages = {
  tag: "en",
  language: "English",
  course: "Neural networks",
  lesson: "Cross-entropy",
  step: (number: number) => `Step ${number}`,
  skip: "Skip to the text",
  contents: "On this page",
  series: "All steps",
  previous: "Previous",
  next: "Next",
  imports: "What this notebook uses",
  code: "Code",
  plotCode: "Code of this plot",
  tableCode: "Code of this table",
  solution: "Solution",
  solutions: "Solutions",
  data: "Show the data",
  everyNth: (step: number, count: number) =>
    `One in ${step} of ${count} points.`,
  table: "Table",
  source: "Code and result",
  seriesTitle: "Cross-entropy: a lesson that runs",
  seriesText:
    "Why a network with a softmax output is trained with cross-entropy, and not with squared residuals.",
  licence: "Text: CC BY 4.0. Code: MIT.",
  inOtherLanguage: "This page in English",
};

/** The words that a page itself says, in one language. */
export type PageWords = typeof pages;
