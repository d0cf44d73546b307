import type { Data, Layout } from "plotly.js-dist-min";
import drawLive from "../lib/notebook/live_plot.js" with { type: "text" };
import { packedPlotly } from "../lib/notebook/packed_plotly.ts";
import { element } from "./html.ts";
import { staticPlot } from "./pictures/static_plot.ts";

/** About as wide as a page's text, in pixels. */
const PICTURE_WIDTH = 700;

/**
 * Gives each figure its static picture in place of the alternative text: it shows
 * where scripts do not run and on paper. A figure that brought one keeps it.
 *
 * @param document The page; it is changed.
 * @throws {TypeError} When Plotly refuses a figure.
 */
export async function addPictures(document: Document): Promise<void> {
  for (
    const figure of document.querySelectorAll("figure.plot:not(:has(img))")
  ) {
    const json = figure.querySelector("script[type='application/json']");
    if (!json) continue;
    const { data, layout } = JSON.parse(json.textContent) as {
      data: Data[];
      layout: Partial<Layout>;
    };
    const size = { width: PICTURE_WIDTH, height: layout.height ?? 400 };
    const locale = figure.getAttribute("lang") ?? undefined;
    const svg = await staticPlot({ data, layout }, size, locale);
    const picture = element(document, "img", {
      src: `data:image/svg+xml,${percentEncoded(svg)}`,
      alt: figure.getAttribute("aria-label") ?? "",
      style: "max-width: 100%; height: auto",
    });
    figure.querySelector(":scope > .alt")?.remove();
    figure.prepend("\n", picture);
  }
}

/** An SVG as part of a URL in an attribute: a quarter shorter than base64. */
function percentEncoded(svg: string): string {
  return svg.replaceAll(/[%#"&<>\n\r\t\x7f-\uffff]+/g, encodeURIComponent);
}

/**
 * Adds what draws the figures live, once for the whole page: the plotting
 * library, packed so that no network is needed, in place of the scripts that
 * came with each figure.
 *
 * @param document The page; it is changed.
 */
export async function embedPlotly(document: Document): Promise<void> {
  if (!document.querySelector("figure.plot")) return;
  const explorables = document.querySelector("script.explorables");
  const each = "figure.plot > script:not([type='application/json'])";
  document.querySelectorAll(each).forEach((script) => script.remove());
  const packed = { type: "text/plain" };
  document.body.append(
    element(document, "script.plotly", packed, await packedPlotly()),
    ...(explorables ? [explorables] : []),
    element(document, "script", {}, drawLive),
  );
}
