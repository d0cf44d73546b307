import type { PageWords } from "../en/page_words.ts";

/** The words that a page itself says, in Brazilian Portuguese. */
export const pages: PageWords = {
  tag: "pt-BR",
  language: "Português",
  course: "Redes neurais",
  lesson: "Entropia cruzada",
  step: (number: number) => `Etapa ${number}`,
  skip: "Ir direto ao texto",
  contents: "Nesta página",
  series: "Todas as etapas",
  previous: "Anterior",
  next: "Próxima",
  imports: "O que este notebook usa",
  code: "Código",
  plotCode: "Código deste gráfico",
  tableCode: "Código desta tabela",
  solution: "Solução",
  solutions: "Soluções",
  data: "Mostrar os dados",
  everyNth: (step: number, count: number) =>
    `Um em cada ${step} dos ${count} pontos.`,
  table: "Tabela",
  source: "Código e resultado",
  seriesTitle: "Entropia cruzada: uma lição que roda",
  seriesText:
    "Por que uma rede com saída softmax é treinada com entropia cruzada, e não com resíduos ao quadrado.",
  licence: "Texto: CC BY 4.0. Código: MIT.",
  inOtherLanguage: "Esta página em português",
};
