/** What the page itself says to a reader who runs cells and makes predictions. */
const english = {
  run: "Run",
  runAbove: "Run all above",
  stop: "Stop",
  restart: "Restart",
  reset: "Reset",
  edit: "Edit",
  cell: (number: number): string => `Cell ${number}`,
  codeOf: (cell: number): string => `Code of cell ${cell}`,
  atLine: (line: number): string => `at line ${line}`,
  atColumn: (column: number): string => `, column ${column}`,
  states: {
    notRun: "Not run",
    waiting: "Waiting",
    running: "Running …",
    done: "Done",
    failed: "Failed",
    stopped: "Stopped",
    blocked: "Not run, because another cell failed",
  },
  restarted: "The kernel starts afresh: no cell has been run.",
  desk: "Work on this page",
  yourGuess: "Your guess",
  yourSketch: "Your sketch",
  keepGuess: "Keep my guess and show the result",
  showAnyway: "Show the result without a guess",
  guessAgain: "Hide the result again",
  noGuess: "Shown without a guess.",
  showAll: "Show all results",
  sketchHelp:
    "Draw the curve with a finger or the mouse. With the keyboard: left and right move the pen, up and down draw.",
  sketchAt: (x: string, y: string): string => `x ${x}, y ${y}`,
  clearSketch: "Clear the sketch",
  saveAnswers: "Download my answers",
  answers: "answers",
  saveNotebook: "Download the notebook",
  staysHere:
    "What you write is kept in this browser, on this device, and sent nowhere. A private window forgets it when you close it.",
  notKept:
    "This browser keeps nothing for this page: download your answers before you close it.",
  myGuess: "My guess",
  mySketch: "My sketch",
};

/** The words of the page's own controls, in one language. */
export type ClientWords = typeof english;

const portuguese: ClientWords = {
  run: "Executar",
  runAbove: "Executar tudo acima",
  stop: "Parar",
  restart: "Reiniciar",
  reset: "Restaurar",
  edit: "Editar",
  cell: (number) => `Célula ${number}`,
  codeOf: (cell) => `Código da célula ${cell}`,
  atLine: (line) => `na linha ${line}`,
  atColumn: (column) => `, coluna ${column}`,
  states: {
    notRun: "Não executada",
    waiting: "Na fila",
    running: "Executando …",
    done: "Concluída",
    failed: "Falhou",
    stopped: "Interrompida",
    blocked: "Não executada, porque outra célula falhou",
  },
  restarted: "O kernel recomeça do zero: nenhuma célula foi executada.",
  desk: "Trabalhar nesta página",
  yourGuess: "Seu palpite",
  yourSketch: "Seu esboço",
  keepGuess: "Guardar meu palpite e mostrar o resultado",
  showAnyway: "Mostrar o resultado sem palpite",
  guessAgain: "Esconder de novo o resultado",
  noGuess: "Mostrado sem palpite.",
  showAll: "Mostrar todos os resultados",
  sketchHelp:
    "Desenhe a curva com o dedo ou com o mouse. No teclado: as setas para os lados movem a caneta; as setas para cima e para baixo desenham.",
  sketchAt: (x, y) => `x ${x}, y ${y}`,
  clearSketch: "Apagar o esboço",
  saveAnswers: "Baixar minhas respostas",
  answers: "respostas",
  saveNotebook: "Baixar o notebook",
  staysHere:
    "O que você escreve fica guardado neste navegador, neste aparelho, e não é enviado a ninguém. Uma janela anônima esquece tudo ao ser fechada.",
  notKept:
    "Este navegador não guarda nada desta página: baixe suas respostas antes de fechá-la.",
  myGuess: "Meu palpite",
  mySketch: "Meu esboço",
};

/** The words for a page in the language of that tag. */
export function clientWords(tag: string): ClientWords {
  return tag.startsWith("pt") ? portuguese : english;
}
