import { escape } from "html-escaper";
import type { Figure } from "./figures/figure.ts";
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

/**
 * A figure as HTML: the static picture, and a script that puts the live plot in
 * its place when Plotly can be had. Where scripts do not run, the picture
 * stays.
 *
 * @param figure What to draw.
 * @param svg The figure as a standalone SVG.
 * @param description Alternative text and caption.
 * @param plotly Where a Jupyter server may have Plotly's file; see
 * `live_plot.js`.
 */
export function htmlFigure(
  figure: Figure,
  svg: string,
  { alt, caption }: Description,
  plotly: string,
): string {
  // In a script element only "</script" and "<!--" end or change the meaning of
  // the text.
  const json = JSON.stringify(figure).replaceAll("<", "\\u003c");
  return [
    `<figure class="plot" aria-label="${escape(alt)}" data-plotly="${
      escape(plotly)
    }">`,
    `<img src="data:image/svg+xml;base64,${base64(svg)}" alt="${
      escape(alt)
    }" style="max-width: 100%; height: auto">`,
    caption ? `<figcaption>${escape(caption)}</figcaption>` : "",
    `<script type="application/json">${json}</script>`,
    `<script>${drawLive}</script>`,
    `</figure>`,
  ].join("\n");
}

/** Text as base64 of its UTF-8 bytes. */
function base64(text: string): string {
  return new TextEncoder().encode(text).toBase64();
}
