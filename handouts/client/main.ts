/**
 * Browser entry point of a handout, bundled by `deno bundle`: makes the page a
 * notebook that its reader can run, and a place to predict before seeing.
 *
 * @module
 */

import { gunzipBase64 } from "../../lib/notebook/gzip_base64.ts";
import { answersNotebook } from "./answers_notebook.ts";
import { codeCell } from "./code_cell.ts";
import { button, make } from "./dom.ts";
import { saveFile } from "./save_file.ts";
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
    forget: (cell) => session.forget(cell),
  })
);
const heard = make("p.heard", { role: "status" });
const said = make("p.quiet", { role: "status" });
const session = startSession(cells, pageKernel(words), (cell) => {
  heard.textContent = cell.summary();
});

async function saveAnswers(): Promise<void> {
  const notebook = JSON.parse(await gunzipBase64(packed.textContent));
  const pictures = await predictions?.pictures();
  const mine = answersNotebook(
    notebook,
    store.answers,
    session.outputs,
    (id) => pictures?.get(id),
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
  saveFile(file, await gunzipBase64(packed.textContent));
}

const buttons = [
  button(words.saveAnswers, "save-answers", saveAnswers),
  button(words.saveNotebook, "save-notebook", saveNotebook),
];
if (cells.length > 0) {
  buttons.unshift(button(words.restart, "restart", restart));
}
if (predictions) {
  buttons.unshift(button(words.showAll, "show-all", predictions.showAll));
}
const desk = make(
  "div.desk",
  { role: "group", "aria-label": words.desk },
  make("div.buttons", {}, ...buttons),
  make("p.quiet", {}, store.keeps ? words.staysHere : words.notKept),
  said,
  heard,
);
(document.querySelector("nav.contents") ?? document.querySelector("h1"))!
  .after(desk);
