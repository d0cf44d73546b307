import { box, button } from "./dom.ts";
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
  readonly setState: (state: State) => void;
  /** Where outputs go; what the page showed before is put aside. */
  readonly clearOutput: () => HTMLElement;
  /** Moves the focus into the code. */
  readonly focus: () => void;
}

/** What the buttons of a cell do. */
export interface Actions {
  readonly run: (cell: CodeCell) => void;
  readonly runAbove: (cell: CodeCell) => void;
  readonly stop: () => void;
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
  const input = section.querySelector(".input")!;
  const coloured = input.firstElementChild as HTMLElement;
  const original = coloured.textContent!.replace(/\n$/, "");
  const shown = section.querySelector(":scope > .output");

  const editor = document.createElement("textarea");
  editor.className = "editor";
  editor.spellcheck = false;
  editor.autocapitalize = "off";
  editor.setAttribute("autocorrect", "off");
  editor.setAttribute("aria-label", words.codeOf(number));

  const status = document.createElement("span");
  status.className = "state";
  status.setAttribute("role", "status");
  const run = button(words.run, "run", () => actions.run(cell));
  const stop = button(words.stop, "stop", actions.stop);
  const reset = button(words.reset, "reset", () => {
    setCode(original);
    leave();
    if (output !== shown) {
      output?.replaceWith(...(shown ? [shown] : []));
      output = shown as HTMLElement | null;
    }
    status.textContent = "";
    delete (section as HTMLElement).dataset.state;
  });
  const above = button(
    words.runAbove,
    "run-above",
    () => actions.runAbove(cell),
  );
  const change = button(words.edit, "edit", edit);
  input.after(box("cell-bar", run, stop, change, above, reset, status));
  stop.hidden = true;
  let output = shown as HTMLElement | null;

  function setCode(code: string): void {
    editor.value = code;
    if (code === original) delete store.answers.code[id];
    else store.answers.code[id] = code;
    reset.hidden = code === original;
    editor.rows = code.split("\n").length;
    store.save();
  }

  /** Puts the editor in the place of the coloured code. */
  function edit(): void {
    input.closest("details")?.setAttribute("open", "");
    open();
    editor.focus();
  }

  function open(): void {
    coloured.hidden = change.hidden = true;
    input.append(editor);
    input.removeAttribute("tabindex");
  }

  /** Back to coloured code, which is the page's own. */
  function leave(): void {
    if (editor.value !== original || section.matches(".exercise")) return;
    editor.remove();
    coloured.hidden = change.hidden = false;
    input.setAttribute("tabindex", "0");
  }

  editor.addEventListener("input", () => setCode(editor.value));
  editor.addEventListener("blur", leave);
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
    setState(state) {
      (section as HTMLElement).dataset.state = state;
      status.textContent = words.states[state];
      stop.hidden = state !== "running" && state !== "waiting";
      run.hidden = !stop.hidden;
    },
    clearOutput() {
      const fresh = box("output");
      fresh.setAttribute("aria-live", "polite");
      if (output) output.replaceWith(fresh);
      else section.append(fresh);
      return output = fresh;
    },
    focus: edit,
  };

  setCode(store.answers.code[id] ?? original);
  if (section.matches(".exercise") || cell.isChanged()) open();
  return cell;
}
