import { safeHtml } from "../../lib/kernel/safe_html.ts";
import { boxTables } from "../table_box.ts";
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
  const html = data?.["text/html"];
  if (typeof html === "string") {
    area.append(safeHtml(html));
    boxTables(area, "");
    if (area.querySelector("figure")) drawFigures();
    return;
  }
  const lines = text ?? data?.["text/plain"] ?? traceback?.join("\n") ?? "";
  const last = area.lastElementChild;
  const kind = output_type === "error" ? "error" : "text";
  if (output_type === "stream" && last?.matches("pre.stream")) {
    last.append(String(lines));
    return;
  }
  const pre = document.createElement("pre");
  pre.className = output_type === "stream" ? "stream" : kind;
  pre.tabIndex = 0;
  pre.textContent = String(lines);
  area.append(pre);
}

/**
 * Draws the figures that are not drawn yet: runs the page's own script again,
 * which its policy knows.
 */
function drawFigures(): void {
  const script = document.createElement("script");
  script.textContent = document.querySelector("script.draw")?.textContent ?? "";
  document.body.append(script);
  script.remove();
}
