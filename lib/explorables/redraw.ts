import type { Figure } from "../figures/figure.ts";

/** What is used here of Plotly. */
export interface Plotly {
  react(
    plot: Element,
    data: Figure["data"],
    layout: Figure["layout"],
    config: unknown,
  ): Promise<unknown>;
  animate(plot: Element, frame: unknown, options: unknown): Promise<unknown>;
}

/** At once, and nothing but the traces. */
const atOnce = {
  mode: "immediate",
  transition: { duration: 0 },
  frame: { duration: 0, redraw: false },
};

/**
 * A function that draws figures in place of the last. When only traces have
 * changed, these alone are drawn: all of a plot takes Plotly up to three frames.
 *
 * @param Plotly The plotting library.
 * @param plot The element that holds the live plot.
 * @param config How Plotly is to behave.
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
      // Rejected when the next frame is faster.
      Plotly.animate(plot, frame, atOnce).catch(() => {});
    }
    last = next;
  };
}
