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
    "Why is a network with a softmax output trained with cross-entropy, and not with squared residuals? The lesson leads from measured flowers to the answer: what a loss measures, how its slope reaches every weight, and when a network learns faster. Every page works without a network: its plots move, its code runs, and its exercises answer.",
  needs: "What you need to know:",
  booklet: "All steps as a booklet (PDF)",
  binder: "Open the notebooks in Binder",
  hub: "Open the notebooks in JupyterHub",
  bookletContents: "Contents",
  sources:
    "Sources: the network and its weights are those of Josh Starmer’s StatQuest videos on neural networks, parts 4 to 7; the flowers were measured by Edgar Anderson and published by R. A. Fisher.",
  licence: "Licence: text CC BY 4.0, code MIT.",
  cite: "How to cite:",
  citation: (version: string): string =>
    `Cross-entropy: a lesson that runs (version ${version}), 2026.`,
  citedIn: (title: string): string => `“${title}”, in:`,
  inOtherLanguage: "This page in English",
};

/** The words that a page itself says, in one language. */
export type PageWords = typeof pages;
