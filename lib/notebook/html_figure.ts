import { escape } from "html-escaper";
import type { Figure } from "../figures/figure.ts";
import { language, languageTag } from "../i18n/language.ts";
import drawLive from "./live_plot.js" with { type: "text" };

/**
 * What goes with a figure for those who cannot see it, and for those who can.
 */
export interface Description {
  /** Alternative text: what the figure shows, for readers who do not see it. */
  readonly alt: string;
  /** A sentence under the figure. */
  readonly caption?: string;
}

/** Where the browser finds the plotting library. */
export interface PlotlySource {
  /** Below the base of the Jupyter server that shows the notebook; "" for none. */
  readonly url: string;
  /** The library itself, as `packedPlotly` packs it; "" when another has it. */
  readonly packed: string;
}

/** What a figure carries that the reader can change. */
export interface Interactive {
  /** Which explorable it is. */
  readonly name: string;
  /** The script that brings explorables to life. */
  readonly script: string;
}

/**
 * A figure as HTML: the static picture, and a script that puts the live plot in
 * its place when Plotly can be had. Where scripts do not run, the picture stays.
 *
 * @param figure What to draw.
 * @param svg The figure as a standalone SVG.
 * @param description Alternative text and caption.
 * @param plotly Where the browser finds Plotly, if not in the page already.
 * @param interactive What makes the figure one that the reader can change.
 */
export function htmlFigure(
  figure: Figure,
  svg: string,
  { alt, caption }: Description,
  { url, packed }: PlotlySource,
  interactive?: Interactive,
): string {
  const label = escape(alt);
  const picture = `data:image/svg+xml,${percentEncoded(svg)}`;
  // Only "</script" and "<!--" could end a script or change what it means.
  const json = JSON.stringify(figure, sevenDigits).replaceAll("<", "\\u003c");
  const { name, script } = interactive ?? {};
  const attributes = [
    `class="plot${interactive ? " explorable" : ""}"`,
    `aria-label="${label}"`,
    `data-plotly="${escape(url)}"`,
    `lang="${languageTag()}" data-language="${language()}"`,
    interactive && `data-explorable="${name}"`,
  ].filter(Boolean).join(" ");
  return [
    `<figure ${attributes}>`,
    `<img src="${picture}" alt="${label}" style="max-width: 100%; height: auto">`,
    caption && `<figcaption>${escape(caption)}</figcaption>`,
    `<script type="application/json">${json}</script>`,
    packed && `<script type="text/plain" class="plotly">${packed}</script>`,
    script && `<script class="explorables">${script}</script>`,
    `<script>${drawLive}</script>`,
    `</figure>`,
  ].filter(Boolean).join("\n");
}

/** No plot shows more of a number, and all digits would double a page's data. */
function sevenDigits(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(7)) : value;
}

/** An SVG for an address in an attribute: a quarter shorter than in base64. */
function percentEncoded(svg: string): string {
  return svg.replaceAll(/[%#"&<>\n\r\t\x7f-\uffff]+/g, encodeURIComponent);
}
