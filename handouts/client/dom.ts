/** A button with a text, and what it does. */
export function button(
  text: string,
  name: string,
  act: () => void,
): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.name = name;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** An element of a class, with what it holds. */
export function box(
  className: string,
  ...children: (Node | string)[]
): HTMLDivElement {
  const made = document.createElement("div");
  made.className = className;
  made.append(...children);
  return made;
}
