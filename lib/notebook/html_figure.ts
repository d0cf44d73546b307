import type { Figure } from "../figures/figure.ts";
import { Markup, markup } from "./markup.ts";
import { language, languageTag } from "../i18n/language.ts";

/** The words that go with a figure. */
export interface Description {
  /** Alternative text: what the figure shows, for readers who do not see it. */
  readonly alt: string;
  /** A sentence under the figure. */
  readonly caption?: string;
}

/**
 * What a figure brings along to become a live plot. In a page it brings
 * nothing, since the page has everything.
 */
export interface FigureScripts {
  /**
   * The address of the plotting library on the Jupyter server, below its base.
   */
  readonly plotlyUrl?: string;
  /** The library itself, as `packedPlotly` packs it. */
  readonly packedPlotly?: string;
  /** The script that brings explorables to life. */
  readonly explorables?: string;
  /** The script that draws the live plot: `live_plot.js`. */
  readonly drawLive?: string;
}

/**
 * A figure as HTML: its data, the script that draws the live plot, and the
 * alternative text, which is shown until the plot is drawn.
 *
 * @param figure What to draw.
 * @param description Alternative text and caption.
 * @param scripts What the figure brings along to become a live plot.
 * @param explorable The name of the explorable, when the reader can change the
 * figure.
 */
export function htmlFigure(
  figure: Figure,
  { alt, caption }: Description,
  { plotlyUrl, packedPlotly, explorables, drawLive }: FigureScripts,
  explorable?: string,
): string {
  // Only "</script" and "<!--" could end a script or change what it means.
  const json = JSON.stringify(figure, sixDigits).replaceAll("<", "\\u003c");
  const parts = [
    caption && markup`<figcaption>${caption}</figcaption>\n`,
    markup`<script type="application/json">${new Markup(json)}</script>\n`,
    packedPlotly &&
    markup`<script type="text/plain" class="plotly">${packedPlotly}</script>\n`,
    explorables &&
    markup`<script class="explorables">${new Markup(explorables)}</script>\n`,
    drawLive && markup`<script>${new Markup(drawLive)}</script>\n`,
  ];
  return markup`<figure class="plot${explorable && " explorable"}"
  aria-label="${alt}" data-plotly="${plotlyUrl}" lang="${languageTag()}"
  data-language="${language()}"${
    explorable && markup` data-explorable="${explorable}"`
  }>
<p class="alt">${alt}</p>
${parts}</figure>`.html;
}

/** No plot shows more digits, and all of them would double a page's data. */
function sixDigits(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}
