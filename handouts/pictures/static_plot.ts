import type * as Plotly from "plotly.js-dist-min";
import { plotlySource } from "../../lib/notebook/plotly_source.ts";
import { slimSvg } from "./slim_svg.ts";
import { rectOf, type SvgNode } from "./svg_text_box.ts";

/**
 * The two ends of a path "M x,y L x,y": the shaft of an annotation's arrow, the
 * only path that Plotly measures here.
 */
function ends(path: SvgNode): number[] {
  return (path.getAttribute("d")!.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(
    Number,
  );
}

/**
 * Makes a window without a screen that holds Plotly, and gives it the measures
 * that jsdom lacks.
 */
async function openWindow() {
  // Imported on the first call, because jsdom takes half a second to load.
  const { JSDOM, VirtualConsole } = await import("jsdom");
  // A console of its own keeps Plotly's remarks out of the command's output.
  const { window } = new JSDOM("<!doctype html><body>", {
    runScripts: "outside-only",
    virtualConsole: new VirtualConsole(),
  });
  window.Element.prototype.getBoundingClientRect = function (this: SvgNode) {
    return rectOf(this);
  };
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgNode) {
      return rectOf(this);
    },
    getTotalLength(this: SvgNode) {
      const [x0, y0, x1, y1] = ends(this);
      return Math.hypot(x1 - x0, y1 - y0);
    },
    getPointAtLength(this: SvgNode, length: number) {
      const [x0, y0, x1, y1] = ends(this);
      const share = length / Math.hypot(x1 - x0, y1 - y0);
      return { x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0) };
    },
  });
  window.eval(plotlySource);
  return window;
}

let sharedWindow: ReturnType<typeof openWindow> | undefined;

/** Draws a figure that nobody else holds, in the shared window. */
async function draw(
  data: Plotly.Data[],
  layout: Partial<Plotly.Layout>,
  locale: string,
): Promise<string> {
  const window = await (sharedWindow ??= openWindow());
  const { Plotly: plotly, document } = window;
  // Plotly names its clip paths at random. The same sequence for each figure
  // gives the same names.
  let seed = 1;
  window.Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647;

  const div = document.createElement("div");
  document.body.append(div);
  try {
    // The legend is left out: Plotly 4.1.1 breaks down over the layout of one
    // that is not shown.
    const { legend: _, ...validated } = layout;
    const problems: { code: string; msg: string }[] =
      plotly.validate(data, validated) ?? [];
    const refused = problems.find(({ code }) =>
      code !== "unused" && code !== "invisible"
    );
    if (refused) throw new Error(refused.msg);

    await plotly.newPlot(div, data, layout, {
      staticPlot: true,
      locale,
    });
    // On a page a style sheet does this; a picture has none.
    for (const line of div.querySelectorAll(".crisp")) {
      line.setAttribute("shape-rendering", "crispEdges");
    }
    return slimSvg(plotly.Snapshot.toSVG(div, "svg", 1));
  } catch (error) {
    const reason = (error as Error)?.message ?? error;
    throw new TypeError(`staticPlot: Plotly refuses the figure: ${reason}`, {
      cause: error,
    });
  } finally {
    plotly.purge(div);
    div.remove();
  }
}

let lastDrawing: Promise<unknown> = Promise.resolve();

/**
 * A Plotly figure as a static picture: the text of a standalone SVG file, made
 * without a browser.
 *
 * Plotly draws in a window of jsdom, which lacks only the measures of text;
 * these come from a table of the widths of Arial and Liberation Sans. So a
 * layout that names one of these fonts is laid out as in a browser. The same
 * figure gives the same bytes. The figure is not changed.
 *
 * @example A line from (0, 0) to (1, 1)
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = await staticPlot({ data: [{ x: [0, 1], y: [0, 1] }], layout: { font: { family: "Arial" } } });
 * assert.match(svg, /^<svg .*<\/svg>$/s);
 * ```
 *
 * @param figure Traces that plotly.js-basic knows (scatter, bar, pie), and the
 * layout.
 * @param size In pixels; when left out, the layout's width and height, or
 * Plotly's 700 and 450.
 * @param locale How numbers are written: `en` or `pt-BR`.
 * @throws {TypeError} When Plotly refuses the figure, or would change a value
 * that it does not know into another.
 */
export async function staticPlot(
  figure: { data: Plotly.Data[]; layout: Partial<Plotly.Layout> },
  size?: { width: number; height: number },
  locale: string = "en",
): Promise<string> {
  if (!Array.isArray(figure?.data)) {
    throw new TypeError(
      `staticPlot: data must be an array, got ${figure?.data}`,
    );
  }
  // Plotly fills in what a figure leaves out; the caller's own stays as it is.
  const { data, layout } = structuredClone({
    data: figure.data,
    layout: { ...figure.layout, ...size },
  });
  // The random names are shared, so one figure at a time.
  const drawing = lastDrawing.then(() => draw(data, layout, locale));
  lastDrawing = drawing.catch(() => {});
  return await drawing;
}
