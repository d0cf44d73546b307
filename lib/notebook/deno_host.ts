/**
 * The Deno kernel as a host: the only file of the library that talks to Jupyter.
 * Importing it is enough.
 *
 * @module
 */

import { type MimeBundle, setHost } from "./host.ts";
import type { FigureScripts } from "./html_figure.ts";
import drawLive from "./live_plot.js" with { type: "text" };

/** How much has been sent since the last cell ended, in characters. */
let sent = 0;

/** Sends an output to the notebook, under the cell that is running. */
async function display(data: MimeBundle): Promise<void> {
  sent += String(data["text/html"] ?? "").length;
  await Deno.jupyter.broadcast("display_data", {
    data,
    metadata: {},
    transient: {},
  });
}

/** The alternative text of the figure that carries the plotting library. */
let carrier: string | undefined;

/**
 * `deno task lab` and the handouts say in `PLOTLY_URL` where the plotting
 * library is. In any other Jupyter, the first figure of a notebook carries it,
 * each time that figure is shown.
 */
async function figureScripts(
  alt: string,
  explorable: boolean,
): Promise<FigureScripts> {
  const plotlyUrl = Deno.env.get("PLOTLY_URL");
  if (plotlyUrl === undefined) carrier ??= alt;
  // Imported only when needed: most kernels never load Plotly's source.
  return {
    plotlyUrl,
    packedPlotly: carrier === alt
      ? await (await import("./packed_plotly.ts")).packedPlotly()
      : undefined,
    explorables: explorable
      ? await (await import("./bundled_explorables.ts")).bundledExplorables()
      : undefined,
    drawLive,
  };
}

/**
 * Makes the kernel wait a moment after each cell. Deno 2.9.6 may tell Jupyter
 * that a cell has ended while its outputs still wait in a queue; they would then
 * appear under the next cell, or nowhere, and a large one may break the connection.
 * It calls `broadcastResult` at the end of a cell, and waits for it.
 */
function letOutputsLeaveFirst(): void {
  const { jupyter } = (Deno as unknown as Record<symbol, Internals>)[
    (Deno as unknown as { internal: symbol }).internal
  ];
  if (!jupyter?.broadcastResult) return;
  const { broadcastResult } = jupyter;
  jupyter.broadcastResult = async (count, value) => {
    await broadcastResult(count, value);
    await outputsHaveLeft();
  };
}

/** Waits the longer, the more was sent; and again while the machine is behind. */
async function outputsHaveLeft(): Promise<void> {
  const wait = 50 + sent / 1000;
  sent = 0;
  for (let tries = 0; tries < 20; tries++) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (performance.now() - start < wait + 10) return;
  }
}

/** The part of Deno's internals that is used here. */
interface Internals {
  jupyter?: {
    broadcastResult?: (count: number, value: unknown) => Promise<void>;
  };
}

/** Whether this is the Deno kernel: elsewhere `Deno.jupyter` throws. */
function inJupyter(): boolean {
  try {
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}

if (inJupyter()) {
  letOutputsLeaveFirst();
  setHost({ display, figureScripts });
}
