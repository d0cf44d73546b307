import type { Figure } from "../figures/figure.ts";

/** The part of Plotly that is used here. */
export interface Plotly {
  react(
    plot: Element,
    data: Figure["data"],
    layout: Figure["layout"],
    config: unknown,
  ): Promise<unknown>;
  animate(plot: Element, frame: unknown, options: unknown): Promise<unknown>;
}

/** Immediately, and only the traces. */
const atOnce = {
  mode: "immediate",
  transition: { duration: 0 },
  frame: { duration: 0, redraw: false },
};

/**
 * A function that draws a figure in place of the last one. When only traces have
 * changed, only those are drawn: a whole plot takes Plotly up to three frames.
 *
 * @param Plotly The plotting library.
 * @param plot The element that holds the live plot.
 * @param config Plotly's configuration.
 */
export function redrawer(
  Plotly: Plotly,
  plot: Element,
  config: unknown,
): (figure: Figure) => void {
  let last: { traces: string[]; layout: string } = { traces: [], layout: "" };
  return ({ data, layout }) => {
    const next = {
      traces: data.map((trace) => JSON.stringify(trace)),
      layout: JSON.stringify(layout),
    };
    const changed = data.map((_, i) => i)
      .filter((i) => next.traces[i] !== last.traces[i]);
    if (
      next.layout !== last.layout || next.traces.length !== last.traces.length
    ) {
      Plotly.react(plot, data, layout, config);
    } else if (changed.length > 0) {
      const frame = { data: changed.map((i) => data[i]), traces: changed };
      // Rejected when the next frame comes first.
      Plotly.animate(plot, frame, atOnce).catch(() => {});
    }
    last = next;
  };
}
