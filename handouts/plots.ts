import drawLive from "../lib/notebook/live_plot.js" with { type: "text" };
import { packedPlotly } from "../lib/notebook/packed_plotly.ts";
import { element } from "./html.ts";

/**
 * Gives a page with figures what draws them live, once for all of them: the
 * plotting library, packed, so that it needs no network, and the scripts that each
 * figure brought. Until they have run, and where scripts do not run, the static
 * pictures show.
 *
 * @param document The page; it is changed.
 */
export async function bringPlotly(document: Document): Promise<void> {
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
