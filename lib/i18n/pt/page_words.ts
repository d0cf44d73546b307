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
    "Por que uma rede com saída softmax é treinada com entropia cruzada, e não com resíduos ao quadrado? A lição leva das flores medidas até a resposta: o que uma perda mede, como a inclinação dela chega a cada peso e quando uma rede aprende mais depressa. Todas as páginas funcionam sem internet: os gráficos se movem, o código roda e os exercícios respondem.",
  needs: "O que você precisa saber:",
  booklet: "Todas as etapas em um caderno (PDF)",
  binder: "Abrir os notebooks no Binder",
  hub: "Abrir os notebooks no JupyterHub",
  bookletContents: "Sumário",
  sources:
    "Fontes: a rede e os seus pesos são os dos vídeos de Josh Starmer (StatQuest) sobre redes neurais, partes 4 a 7; as flores foram medidas por Edgar Anderson e publicadas por R. A. Fisher.",
  licence: "Licença: texto CC BY 4.0, código MIT.",
  cite: "Como citar:",
  citation: (version: string): string =>
    `Entropia cruzada: uma lição que roda (versão ${version}), 2026.`,
  citedIn: (title: string): string => `“${title}”, em:`,
  inOtherLanguage: "Esta página em português",
};
