/** The words that a page itself says, in English. */
export const english = {
  tag: "en",
  language: "English",
  course: "Neural networks",
  lesson: "Cross-entropy",
  step: (number: number): string => `Step ${number}`,
  skip: "Skip to the text",
  contents: "On this page",
  series: "All steps",
  previous: "Previous",
  next: "Next",
  imports: "What this notebook uses",
  code: "Code",
  plotCode: "Code of this plot",
  checks: "The numbers, checked",
  solution: "Solution",
  solutions: "Solutions",
  data: "Show the data",
  everyNth: (step: number, count: number): string =>
    `One in ${step} of ${count} points.`,
  table: "Table",
  source: "Code and result",
  seriesTitle: "Cross-entropy: a lesson that runs",
  seriesText:
    "Why a network with a softmax output is trained with cross-entropy, and not with squared residuals.",
  licence: "Text: CC BY 4.0. Code: MIT.",
  number: (code: string): string => code.replaceAll("-", "−"),
  inOtherLanguage: "This page in English",
};

/** The words of a page, in any language. */
export type Words = typeof english;

/** The words that a page itself says, in Brazilian Portuguese. */
export const portuguese: Words = {
  tag: "pt-BR",
  language: "Português",
  course: "Redes neurais",
  lesson: "Entropia cruzada",
  step: (number: number): string => `Etapa ${number}`,
  skip: "Ir direto ao texto",
  contents: "Nesta página",
  series: "Todas as etapas",
  previous: "Anterior",
  next: "Próxima",
  imports: "O que este notebook usa",
  code: "Código",
  plotCode: "Código deste gráfico",
  checks: "Os números, conferidos",
  solution: "Solução",
  solutions: "Soluções",
  data: "Mostrar os dados",
  everyNth: (step: number, count: number): string =>
    `Um em cada ${step} dos ${count} pontos.`,
  table: "Tabela",
  source: "Código e resultado",
  seriesTitle: "Entropia cruzada: uma lição que roda",
  seriesText:
    "Por que uma rede com saída softmax é treinada com entropia cruzada, e não com resíduos ao quadrado.",
  licence: "Texto: CC BY 4.0. Código: MIT.",
  number: (code: string): string => code.replaceAll("-", "−").replace(".", ","),
  inOtherLanguage: "Esta página em português",
};

/** The words of each language, by the name of its folder of notebooks. */
export const words: Readonly<Record<string, Words>> = {
  en: english,
  pt: portuguese,
};
