import { decimal } from "../i18n/format.ts";
import { explorableWords } from "../i18n/words.ts";
import type { Control, Explorable, Settings } from "./explorable.ts";

/** What the buttons of an explorable do. */
export type Actions = Readonly<Record<"run" | "step" | "again", () => void>>;

/** The controls of an explorable in a page. */
export interface Form {
  readonly element: HTMLFormElement;
  /** What the reader has set. */
  readonly settings: () => Settings;
  /** Adds buttons below the controls. */
  readonly addButtons: (
    actions: Actions,
  ) => Record<keyof Actions, HTMLButtonElement>;
}

/**
 * The controls as native inputs, which work with keyboards, touch and screen
 * readers.
 *
 * @param described The explorable.
 * @param changed Called after the reader has set something.
 */
export function formOf(described: Explorable, changed: () => void): Form {
  const element = document.createElement("form");
  element.className = "controls";
  element.addEventListener("submit", (event) => event.preventDefault());
  const inputs = Object.entries(described.controls()).map(([name, control]) => {
    const input = inputOf(control, described.settings[name]);
    element.append(labelled(input, control));
    input.name = name;
    // Otherwise the arrow keys would move between cells in JupyterLab.
    input.dataset.lmSuppressShortcuts = "true";
    return input;
  });
  element.addEventListener("input", changed);
  return {
    element,
    settings: () =>
      Object.fromEntries(inputs.map((input) => [input.name, valueOf(input)])),
    addButtons(actions) {
      const words = explorableWords();
      const bar = document.createElement("div");
      const button = (name: keyof Actions) => {
        const made = document.createElement("button");
        made.type = "button";
        made.name = name;
        made.textContent = words[name];
        made.addEventListener("click", actions[name]);
        bar.append(made);
        return made;
      };
      element.append(bar);
      return {
        run: button("run"),
        step: button("step"),
        again: button("again"),
      };
    },
  };
}

function inputOf(
  control: Control,
  value: number,
): HTMLInputElement | HTMLSelectElement {
  if (control.kind === "choice") {
    const select = document.createElement("select");
    select.append(
      ...control.options.map((text, i) => new Option(text, `${i}`)),
    );
    select.selectedIndex = value;
    return select;
  }
  const input = document.createElement("input");
  if (control.kind === "box") {
    input.type = "checkbox";
    input.checked = value === 1;
    return input;
  }
  input.type = "range";
  input.min = String(control.minimum);
  input.max = String(control.maximum);
  input.step = String(control.step);
  input.value = String(value);
  return input;
}

/** An input with its label; a slider shows its number, too. */
function labelled(
  input: HTMLInputElement | HTMLSelectElement,
  control: Control,
): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = control.kind;
  const text = document.createElement("span");
  text.textContent = control.label;
  if (control.kind === "box") label.append(input, text);
  else label.append(text, input);
  if (control.kind === "slider") {
    const decimals = (String(control.step).split(".")[1] ?? "").length;
    const number = document.createElement("output");
    const show = () => {
      number.textContent = decimal(valueOf(input), decimals);
      input.setAttribute("aria-valuetext", number.textContent);
    };
    input.addEventListener("input", show);
    show();
    label.append(number);
  }
  return label;
}

function valueOf(input: HTMLInputElement | HTMLSelectElement): number {
  const isBox = input instanceof HTMLInputElement && input.type === "checkbox";
  return isBox ? Number(input.checked) : Number(input.value);
}
