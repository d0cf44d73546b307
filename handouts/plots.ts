import { packedPlotly } from "../lib/notebook/packed_plotly.ts";
import { element } from "./html.ts";

/**
 * Leaves the script of the explorables once in a page: each brought it.
 *
 * @param document The page; it is changed.
 */
export function keepOneScript(document: Document): void {
  const [, ...more] = document.querySelectorAll("script.explorables");
  more.forEach((script) => script.remove());
}

/**
 * Gives a page with figures the plotting library, once and packed, so that the
 * live plots need no network. The figures' own scripts wait for the page to be
 * complete and unpack it; until then, and where scripts do not run, their static
 * pictures show.
 *
 * @param document The page; it is changed.
 */
export async function bringPlotly(document: Document): Promise<void> {
  if (!document.querySelector("figure.plot")) return;
  document.body.append(
    element(
      document,
      "script.plotly",
      { type: "text/plain" },
      await packedPlotly(),
    ),
  );
}
