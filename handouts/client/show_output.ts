import DOMPurify from "dompurify";
import type { NotebookOutput } from "./answers_notebook.ts";

/** What markup of a cell may hold: words, tables and figures. */
const allowed = {
  ALLOWED_TAGS: [
    ..."p br strong em b i code pre span div ul ol li sub sup".split(" "),
    ..."table caption thead tbody tr th td figure figcaption".split(" "),
  ],
  ALLOWED_ATTR: ["class", "style", "scope", "lang", "aria-label", "role"],
  ALLOW_DATA_ATTR: true,
};

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
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const json = parsed.querySelector(
      "figure > script[type='application/json']",
    );
    const part = document.createElement("div");
    part.innerHTML = DOMPurify.sanitize(html, allowed);
    area.append(...part.childNodes);
    const figure = json && area.querySelector(":scope > figure:last-of-type");
    if (figure) {
      figure.append(document.importNode(json, true));
      drawFigures();
    }
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
  script.textContent = document.querySelector("script.draw")!.textContent;
  document.body.append(script);
  script.remove();
}
