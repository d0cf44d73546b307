import { element } from "../html.ts";

/** Makes an element of this page, as {@linkcode element} does. */
export const make = element.bind(undefined, document);

/** A button with a text, and what it does. */
export function button(
  text: string,
  name: string,
  act: () => void,
): HTMLButtonElement {
  const made = make("button", { type: "button", name }, text);
  made.addEventListener("click", act);
  return made as HTMLButtonElement;
}
