import type * as Plotly from "plotly.js-dist-min";

/**
 * A Plotly figure: what to draw, and how it is laid out. A plain object;
 * nothing is drawn until it is shown.
 */
export interface Figure {
  /** The traces. */
  readonly data: Plotly.Data[];
  /** Axes, legend, annotations, size. */
  readonly layout: Partial<Plotly.Layout>;
}

/**
 * Colours that colour-blind readers tell apart, and greys. They are those of
 * M. Okabe and K. Ito, "Color Universal Design" (2008), the bright ones made dark
 * enough to be read as text on white.
 */
export const colors = {
  blue: "#0072b2",
  orange: "#c04f00",
  green: "#007a59",
  purple: "#a63d83",
  ink: "#1f2933",
  grey: "#7b8794",
  grid: "#e4e7eb",
} as const;

/**
 * How each class looks in every plot: by colour, and also by marker, for those
 * who print in black and white.
 */
export const classStyles = [
  { color: colors.blue, symbol: "circle", pattern: "" },
  { color: colors.orange, symbol: "square", pattern: "/" },
  { color: colors.green, symbol: "triangle-up", pattern: "x" },
] as const;

/** How each loss looks in every plot: by colour, and also by dash. */
export const lossStyles = {
  crossEntropy: { color: colors.blue, dash: "solid" },
  squaredResidual: { color: colors.orange, dash: "dash" },
  sumOfSquaredResiduals: { color: colors.green, dash: "dot" },
} as const;

/**
 * An axis of the house style: a title, a light grid, a visible zero line;
 * `more` adds or replaces.
 */
export function axis(
  title: string,
  more: Partial<Plotly.Layout["xaxis"]> = {},
): Partial<Plotly.Layout["xaxis"]> {
  return {
    title: { text: title },
    gridcolor: colors.grid,
    zerolinecolor: colors.grey,
    automargin: true,
    ...more,
  };
}

/**
 * A note in the house style at a point of the plot, with an arrow from (`ax`,
 * `ay`) pixels away when both are given.
 */
export function note(
  text: string,
  x: number,
  y: number,
  more: Partial<Plotly.Annotation> = {},
): Partial<Plotly.Annotation> {
  return {
    text,
    x,
    y,
    showarrow: "ax" in more,
    arrowcolor: colors.grey,
    arrowwidth: 1,
    ...more,
  };
}

/**
 * A figure of the house style: the traces with their layout on white, the
 * legend below.
 */
export function figure(
  data: Plotly.Data[],
  layout: Partial<Plotly.Layout>,
): Figure {
  const shown = data.filter((trace) =>
    !("showlegend" in trace) || trace.showlegend
  );
  const legend = layout.showlegend !== false && shown.length > 1;
  return {
    data,
    layout: {
      height: 400,
      margin: { l: 56, r: 16, t: 24, b: legend ? 88 : 48 },
      font: {
        family: 'Arial, "Liberation Sans", sans-serif',
        size: 14,
        color: colors.ink,
      },
      paper_bgcolor: "#ffffff",
      plot_bgcolor: "#ffffff",
      legend: {
        traceorder: "normal",
        orientation: "h",
        x: 0,
        yref: "container",
        y: 0,
        yanchor: "bottom",
      },
      hovermode: "closest",
      ...layout,
    },
  };
}

/**
 * Two figures of one plot each as one, the first above the second, with one legend
 * for both: they must have the same traces in the same order.
 */
export function stacked(above: Figure, below: Figure): Figure {
  const second = below.data.map((trace) => ({
    ...trace,
    xaxis: "x2",
    yaxis: "y2",
    showlegend: false,
  }));
  return {
    data: [...above.data, ...second as Plotly.Data[]],
    layout: {
      ...above.layout,
      height: 640,
      xaxis: { ...above.layout.xaxis, anchor: "y" },
      yaxis: { ...above.layout.yaxis, domain: [0.6, 1] },
      xaxis2: { ...below.layout.xaxis, anchor: "y2" },
      yaxis2: { ...below.layout.yaxis, domain: [0, 0.4], anchor: "x2" },
    },
  };
}

/**
 * The fill of a bar that stands for a class: its colour, with white lines in its
 * own pattern.
 */
export function hatched(target: number) {
  const { color, pattern } = classStyles[target];
  return {
    color,
    pattern: {
      shape: pattern,
      bgcolor: color,
      fgcolor: "#ffffff",
      size: 8,
      solidity: 0.15,
    },
  };
}
