/**
 * Browser entry point of a handout, bundled by `deno bundle`: makes the page a
 * notebook that its reader can run, and a place to predict before seeing.
 *
 * @module
 */

import { answersNotebook } from "./answers_notebook.ts";
import { codeCell } from "./code_cell.ts";
import { box, button } from "./dom.ts";
import { saveFile, unpacked } from "./pack.ts";
import { startPredictions } from "./predictions.ts";
import { startSession } from "./session.ts";
import { openStore } from "./store.ts";
import { clientWords } from "./words.ts";
import { pageKernel } from "./page_kernel.ts";

const words = clientWords(document.documentElement.lang);
const packed = document.querySelector<HTMLElement>("script.notebook")!;
const file = packed.dataset.name!;
const store = openStore(
  `cross-entropy/${document.documentElement.lang}/${file}`,
  () => localStorage,
);
const isOpen = document.documentElement.dataset.results === "open";
const predictions = isOpen ? undefined : startPredictions(store, words);

const sections = [...document.querySelectorAll("section.code:has(.input)")]
  .filter((section) => !section.closest(".on-paper"));
const cells = sections.map((section, i) =>
  codeCell(section, i + 1, store, words, {
    async run(cell) {
      predictions?.reveal(cell.section);
      await session.run(cell);
    },
    runAbove: (cell) => session.runAbove(cell),
    stop: () => session.stop(),
  })
);
const heard = document.createElement("p");
heard.className = "heard";
heard.setAttribute("role", "status");
const session = startSession(cells, pageKernel(words), (cell) => {
  heard.textContent = cell.summary();
});

async function saveAnswers(): Promise<void> {
  const notebook = JSON.parse(await unpacked("script.notebook"));
  const mine = answersNotebook(
    notebook,
    store.answers,
    session.outputs,
    (id) => predictions?.pictureOf(id),
    words,
  );
  const name = file.replace(/(\.ipynb)?$/, `_${words.answers}.ipynb`);
  saveFile(name, JSON.stringify(mine, null, 1) + "\n");
}

function restart(): void {
  session.restart();
  said.textContent = words.restarted;
}

async function saveNotebook(): Promise<void> {
  saveFile(file, await unpacked("script.notebook"));
}

const note = document.createElement("p");
note.className = "quiet";
note.textContent = store.keeps ? words.staysHere : words.notKept;
const said = document.createElement("p");
said.className = "quiet";
said.setAttribute("role", "status");
const desk = box(
  "desk",
  box(
    "buttons",
    ...(predictions
      ? [button(words.showAll, "show-all", predictions.showAll)]
      : []),
    ...(cells.length > 0 ? [button(words.restart, "restart", restart)] : []),
    button(words.saveAnswers, "save-answers", saveAnswers),
    button(words.saveNotebook, "save-notebook", saveNotebook),
  ),
  note,
  said,
  heard,
);
desk.setAttribute("role", "group");
desk.setAttribute("aria-label", words.desk);
(document.querySelector("nav.contents") ?? document.querySelector("h1"))!
  .after(desk);
