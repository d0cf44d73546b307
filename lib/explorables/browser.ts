/**
 * Browser entry point, bundled by `deno bundle`: the explorables and the parts of
 * the library that they use. Each figure dispatches `live` when its plot is drawn;
 * one that names an explorable then gets its controls.
 *
 * @module
 */

import { type Language, setLanguage } from "../i18n/language.ts";
import { explorable, type ExplorableName } from "./explorables.ts";
import { mount } from "./mount.ts";
import { type Plotly, redrawer } from "./redraw.ts";
import style from "./style.css" with { type: "text" };

/** What a figure passes on about its plot with the event `live`. */
interface Live {
  readonly Plotly: Plotly;
  readonly plot: HTMLElement;
  readonly config: unknown;
}

function start(event: Event): void {
  const figure = event.target as HTMLElement;
  const { explorable: name, language } = figure.dataset;
  if (!name) return;
  const { Plotly, plot, config } = (event as CustomEvent<Live>).detail;
  setLanguage(language as Language);
  const holder = document.createElement("div");
  plot.before(holder);
  mount(
    explorable(name as ExplorableName),
    holder,
    redrawer(Plotly, plot, config),
  );
}

// A notebook may contain the script more than once: only the newest listens.
const page = globalThis as unknown as { startExplorable?: EventListener };
if (page.startExplorable) {
  document.removeEventListener("live", page.startExplorable);
} else {
  const sheet = document.createElement("style");
  sheet.textContent = style;
  document.head.append(sheet);
}
page.startExplorable = start;
document.addEventListener("live", start);
