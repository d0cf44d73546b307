import type { Data, Layout } from "plotly.js-dist-min";
import { element } from "./html.ts";
import { staticPlot } from "./pictures/static_plot.ts";

/** About as wide as a page's text, in pixels. */
const PICTURE_WIDTH = 700;

/**
 * Gives each figure its static picture, which shows where scripts do not run
 * and on paper. A figure that brought one keeps it.
 *
 * @param document The page; it is changed.
 * @param pictures The pictures of figures, or else what `draw` draws.
 * @throws {TypeError} When Plotly refuses a figure; the message names the cell.
 */
export async function addPictures(
  document: Document,
  pictures: (
    figures: unknown,
    draw: () => Promise<string[]>,
  ) => Promise<string[]>,
): Promise<void> {
  const bare = [...document.querySelectorAll("figure.plot:not(:has(img))")];
  const figures = bare.map((figure) => ({
    json: figure.querySelector("script[type='application/json']")!.textContent,
    locale: figure.getAttribute("lang") ?? undefined,
    cell: figure.closest("section")!.id,
  }));
  const svgs = await pictures(figures, () => Promise.all(figures.map(draw)));
  bare.forEach((figure, i) => {
    const picture = element(document, "img", {
      src: `data:image/svg+xml,${percentEncoded(svgs[i])}`,
      alt: figure.getAttribute("aria-label") ?? "",
      style: "max-width: 100%; height: auto",
    });
    // The picture says the same, to those who do not see it.
    figure.querySelector("p.alt")?.remove();
    figure.prepend("\n", picture);
  });
}

async function draw(
  { json, locale, cell }: { json: string; locale?: string; cell: string },
): Promise<string> {
  const { data, layout }: { data: Data[]; layout: Partial<Layout> } = JSON
    .parse(json);
  const size = { width: PICTURE_WIDTH, height: layout.height ?? 400 };
  try {
    return await staticPlot({ data, layout }, size, locale);
  } catch (error) {
    const { message } = error as Error;
    throw new TypeError(`cell ${cell}: ${message}`, { cause: error });
  }
}

/** An SVG as part of a URL in an attribute: a third shorter than base64. */
function percentEncoded(svg: string): string {
  return svg
    .replaceAll(
      /<[^>]*>/g,
      (tag) => tag.replaceAll("'", "&#39;").replaceAll('"', "'"),
    )
    .replaceAll(/[%#"&<>\n\r\t\x7f-\uffff]+/g, encodeURIComponent);
}
