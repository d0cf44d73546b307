import plotly from "plotly.js-basic-dist-min/plotly-basic.min.js" with {
  type: "text",
};
import openPlotly from "./open_plotly.js" with { type: "text" };

/**
 * Gives a page with figures the plotting library, once and compressed, so that
 * the live plots need no network. The figures' own scripts wait for it; until
 * then, and where scripts do not run, their static pictures show.
 *
 * @param document The page; it is changed.
 */
export async function bringPlotly(document: Document): Promise<void> {
  const figures = document.querySelectorAll("figure.plot");
  for (const figure of figures) figure.removeAttribute("data-plotly");
  if (figures.length === 0) return;

  const opener = document.createElement("script");
  opener.textContent = openPlotly;
  document.head.append(opener);

  const compressed = document.createElement("script");
  compressed.type = "text/plain";
  compressed.id = "plotly";
  compressed.textContent = await gzipBase64(plotly);
  document.body.append(compressed);
}

/**
 * The text, compressed and as base64: what `DecompressionStream` opens in the
 * browser.
 */
async function gzipBase64(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(
    new CompressionStream("gzip"),
  );
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64();
}
