import { safeHtml } from "../../lib/kernel/safe_html.ts";
import { pageWordsOf } from "../../lib/i18n/words.ts";
import { addDataTables } from "../data_table.ts";
import { boxTables } from "../table_box.ts";
import { make } from "./dom.ts";
import type { NotebookOutput } from "./answers_notebook.ts";

/**
 * Shows an output under its cell: text as text, markup without anything that acts.
 *
 * @param output In the form of a notebook's file.
 * @param area What holds the outputs of the cell.
 */
export function showOutput(output: NotebookOutput, area: HTMLElement): void {
  const { output_type, text, data, traceback } = output as {
    output_type: string;
    text?: string;
    data?: Record<string, unknown>;
    traceback?: readonly string[];
  };
  const html = data?.["text/html"] ?? pictureOf(data);
  if (typeof html === "string") {
    const words = Object.values(pageWordsOf)
      .find(({ tag }) => tag === document.documentElement.lang)!;
    area.append(safeHtml(html));
    boxTables(area, words.table);
    if (area.querySelector("figure")) {
      drawFigures();
      addDataTables(document, words);
    }
    return;
  }
  const lines = text ?? data?.["text/plain"] ?? traceback?.join("\n") ?? "";
  const last = area.lastElementChild;
  if (output_type === "stream" && last?.matches("pre.stream")) {
    last.append(String(lines));
  } else {
    area.append(make(`pre.${output_type}`, { tabindex: "0" }, String(lines)));
  }
}

/** A picture among the forms of an output, as markup. */
function pictureOf(data: Record<string, unknown> = {}): string | undefined {
  const type = ["image/png", "image/jpeg"].find((type) => type in data);
  return type && `<img alt="" src="data:${type};base64,${data[type]}">`;
}

/**
 * Draws the figures that are not drawn yet: runs the page's own script again,
 * which its policy knows.
 */
function drawFigures(): void {
  const source = document.querySelector("script.draw")?.textContent ?? "";
  const script = make("script", {}, source);
  document.body.append(script);
  script.remove();
}
