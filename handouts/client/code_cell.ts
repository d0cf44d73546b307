import { button, make } from "./dom.ts";
import type { Store } from "./store.ts";
import type { ClientWords } from "./words.ts";

/** Where a cell stands, as in Jupyter. */
export type State = keyof ClientWords["states"];

/** A code cell of the page. */
export interface CodeCell {
  readonly section: Element;
  readonly id: string;
  /** The code as the reader has left it. */
  readonly code: () => string;
  /** Whether it differs from the page's. */
  readonly isChanged: () => boolean;
  /** Where it stands; undefined before it is first asked to run. */
  readonly state: () => State | undefined;
  readonly setState: (state: State) => void;
  /** Where outputs go; what the page showed before is put aside. */
  readonly clearOutput: () => HTMLElement;
  /** Its state and what it put out as text, to be read aloud. */
  readonly summary: () => string;
}

/** What the buttons of a cell do. */
export interface Actions {
  readonly run: (cell: CodeCell) => void;
  readonly runAbove: (cell: CodeCell) => void;
  readonly stop: () => void;
  readonly forget: (cell: CodeCell) => void;
}

/**
 * Gives a code cell its editor and its buttons.
 *
 * @param section The cell, with an `.input` that holds its code.
 * @param number Its place among the code cells, from 1, for screen readers.
 * @param store Where changed code is kept.
 * @param words The language of the page.
 * @param actions What its buttons do.
 */
export function codeCell(
  section: Element,
  number: number,
  store: Store,
  words: ClientWords,
  actions: Actions,
): CodeCell {
  const { id } = section;
  const { dataset } = section as HTMLElement;
  const input = section.querySelector(".input")!;
  const coloured = input.firstElementChild as HTMLElement;
  const colours = [...coloured.childNodes];
  const original = coloured.textContent!.replace(/\n$/, "");
  const shown = section.querySelector<HTMLElement>(":scope > .output");
  const isExercise = section.matches(".exercise");

  const editor = make("textarea.editor", {
    spellcheck: "false",
    autocapitalize: "off",
    autocorrect: "off",
    "aria-label": words.codeOf(number),
  }) as HTMLTextAreaElement;
  const status = make("span.state");
  const run = button(words.run, "run", () => actions.run(cell));
  const stop = button(words.stop, "stop", actions.stop);
  const reset = button(words.reset, "reset", () => {
    setCode(original);
    actions.forget(cell);
    if (!isExercise) close();
    run.focus();
    if (output !== shown) {
      output?.replaceWith(...(shown ? [shown] : []));
      output = shown;
    }
    status.textContent = "";
    delete dataset.state;
  });
  const above = button(
    words.runAbove,
    "run-above",
    () => actions.runAbove(cell),
  );
  const change = button(words.edit, "edit", edit);
  // What comes and goes is last, so that no button moves away under a click.
  const buttons = [run, change, reset, above, stop];
  const bar = { role: "group", "aria-label": words.cell(number) };
  input.after(make("div.cell-bar", bar, ...buttons, status));
  stop.hidden = true;
  let output = shown;

  function setCode(code: string): void {
    if (editor.value !== code) editor.value = code;
    // Under the editor, for paper, which shows more than an editor's window.
    if (code === original) {
      delete store.answers.code[id];
      coloured.replaceChildren(...colours);
    } else coloured.textContent = store.answers.code[id] = code;
    reset.hidden = code === original;
    editor.rows = code.split("\n").length;
    store.save();
  }

  /** Puts the editor in the place of the coloured code. */
  function open(): void {
    coloured.hidden = change.hidden = true;
    input.append(editor);
    input.removeAttribute("tabindex");
  }

  function close(): void {
    editor.remove();
    coloured.hidden = change.hidden = false;
    input.setAttribute("tabindex", "0");
  }

  function edit(): void {
    open();
    editor.focus();
  }

  editor.addEventListener("input", () => setCode(editor.value));
  coloured.addEventListener("click", () => {
    if (getSelection()?.isCollapsed ?? true) edit();
  });
  section.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey } = event as KeyboardEvent;
    if (key !== "Enter" || !(shiftKey || ctrlKey || metaKey)) return;
    event.preventDefault();
    actions.run(cell);
  });

  const cell: CodeCell = {
    section,
    id,
    code: () => editor.value,
    isChanged: () => editor.value !== original,
    state: () => dataset.state as State | undefined,
    setState(state) {
      dataset.state = state;
      status.textContent = words.states[state];
      const isBusy = state === "running" || state === "waiting";
      if (!isBusy && document.activeElement === stop) run.focus();
      stop.hidden = !isBusy;
      if (state === "failed") {
        input.closest("details")?.setAttribute("open", "");
      }
    },
    clearOutput() {
      const fresh = make("div.output");
      if (output) output.replaceWith(fresh);
      else section.append(fresh);
      return output = fresh;
    },
    summary() {
      const texts = output?.querySelectorAll(":scope > pre, .verdict") ?? [];
      const said = [...texts].map(({ textContent }) => textContent).join(" ");
      return `${words.cell(number)}: ${status.textContent}. ${
        said.slice(0, 300)
      }`;
    },
  };

  setCode(store.answers.code[id] ?? original);
  if (isExercise || cell.isChanged()) open();
  return cell;
}
