import { element, scrollBox } from "./html.ts";

/**
 * Puts each table of an element into a box in which it scrolls when it is too wide.
 * Its caption goes above the box, where it is as wide as the text.
 *
 * @param output The element, for instance a cell's outputs; it is changed.
 * @param label What the box is called when the table has no caption.
 */
export function boxTables(output: Element, label: string): void {
  const document = output.ownerDocument;
  for (const table of [...output.children]) {
    if (table.localName !== "table") continue;
    const caption = table.querySelector("caption");
    const box = scrollBox(document, caption?.textContent || label);
    table.replaceWith(box);
    box.append(table);
    if (!caption) continue;
    box.before(element(document, "p.caption", {}, caption.textContent));
    caption.remove();
  }
}
