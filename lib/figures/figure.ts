import type * as Plotly from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";

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
 * Colours that colour-blind readers can tell apart, after M. Okabe and K. Ito,
 * "Color Universal Design" (2008). The bright ones are darkened so that text in
 * them is readable on white.
 */
export const colors = {
  blue: "#0072b2",
  orange: "#c04f00",
  green: "#007a59",
  purple: "#a63d83",
  gold: "#8f6b00",
  ink: "#1f2933",
  grey: "#7b8794",
  grid: "#e4e7eb",
  white: "#ffffff",
} as const;

/**
 * How each class looks in every plot. Marker, dash and hatching tell the classes
 * apart in black and white.
 */
export const classStyles = [
  { color: colors.blue, symbol: "circle", dash: "solid", pattern: "" },
  { color: colors.orange, symbol: "square", dash: "dash", pattern: "/" },
  { color: colors.green, symbol: "triangle-up", dash: "dot", pattern: "x" },
] as const;

/** A loss of the lesson. */
export type LossName =
  | "crossEntropy"
  | "squaredResidual"
  | "sumOfSquaredResiduals";

/** How each loss looks in every plot: no colour or symbol is shared with a class. */
export const lossStyles = {
  crossEntropy: {
    color: colors.purple,
    symbol: "diamond",
    dash: "solid",
    pattern: "",
  },
  squaredResidual: {
    color: colors.gold,
    symbol: "x",
    dash: "dash",
    pattern: "\\",
  },
  sumOfSquaredResiduals: {
    color: colors.ink,
    symbol: "star",
    dash: "dot",
    pattern: ".",
  },
} as const satisfies Record<LossName, unknown>;

/** The losses, in the order that all figures use. */
export const lossNames = Object.keys(lossStyles) as LossName[];

/** A value for each of some losses. */
export type ByLoss<T> = Readonly<Partial<Record<LossName, T>>>;

/** The entries of `by`, in the order that all figures use. */
export function entriesByLoss<T>(by: ByLoss<T>): [LossName, T][] {
  return lossNames.filter((name) => by[name] !== undefined)
    .map((name) => [name, by[name]!]);
}

/** A line through points; `more` adds to the trace. */
export function line(
  x: readonly number[],
  y: readonly number[],
  { color, dash = "solid", width = 3 }: {
    color: string;
    dash?: Plotly.Dash | "6px,4px";
    width?: number;
  },
  more: Partial<Plotly.ScatterData> = {},
): Partial<Plotly.ScatterData> {
  return {
    type: "scatter",
    mode: "lines",
    x: [...x],
    y: [...y],
    // Plotly drops points that are within a pixel, which leaves corners in a curve
    // on screens with finer ones.
    line: { width, color, dash: dash as Plotly.Dash, simplify: false },
    ...more,
  };
}

/** The name of a trace, and what hovering shows before it. */
export function named(
  name: string,
  hover: string,
): { name: string; hovertemplate: string } {
  return { name, hovertemplate: `${hover}<extra>${name}</extra>` };
}

/**
 * The line of a loss, in its style and with its name; `hover` is what hovering
 * shows beside the name, and `more` adds to the trace.
 */
export function lossLine(
  name: LossName,
  x: readonly number[],
  y: readonly number[],
  hover: string,
  more: Partial<Plotly.ScatterData> = {},
): Partial<Plotly.ScatterData> {
  const title = named(figureWords()[name], hover);
  return line(x, y, lossStyles[name], { ...title, ...more });
}

/** Marks at points; `more` adds to the trace. */
export function marks(
  x: readonly number[],
  y: readonly number[],
  marker: Plotly.ScatterData["marker"],
  more: Partial<Plotly.ScatterData> = {},
): Partial<Plotly.ScatterData> {
  return {
    type: "scatter",
    mode: "markers",
    x: [...x],
    y: [...y],
    marker,
    ...more,
  };
}

/** The fill of a bar: a colour, with white hatching over it. */
export function hatched(
  { color, pattern }: { color: string; pattern: "" | "/" | "\\" | "x" | "." },
): Plotly.BarData["marker"] {
  return {
    color,
    pattern: {
      shape: pattern,
      bgcolor: color,
      fgcolor: colors.white,
      size: 8,
      solidity: 0.15,
    },
  };
}

/** The look of a piece of a stacked bar, with its text inside. */
export function stackedBar(color: string): Partial<Plotly.BarData> {
  return {
    type: "bar",
    textangle: 0,
    insidetextanchor: "middle",
    insidetextfont: { color: colors.white, size: 15 },
    marker: { color, line: { color: colors.white, width: 1 } },
  };
}

/** An axis with a title and a light grid; `more` adds or replaces. */
export function axis(
  title: string,
  more: Partial<Plotly.LayoutAxis> = {},
): Partial<Plotly.LayoutAxis> {
  return {
    title: { text: title },
    gridcolor: colors.grid,
    zerolinecolor: colors.grey,
    automargin: true,
    ...more,
  };
}

/**
 * A note at a point of the plot, with an arrow from (`ax`, `ay`) pixels away when
 * they are given.
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

/** A straight line across the whole plot, at one x or at one y. */
export function guide(
  at: { x: number } | { y: number },
  dash: Plotly.Dash,
  color: string = colors.grey,
): Partial<Plotly.Shape> {
  const ends = "x" in at
    ? { x0: at.x, x1: at.x, y0: 0, y1: 1, yref: "y domain" as const }
    : { x0: 0, x1: 1, y0: at.y, y1: at.y, xref: "x domain" as const };
  return { type: "line", ...ends, line: { color, width: 1.5, dash } };
}

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/**
 * Whether a label at a point touches none of those at other points.
 *
 * @param point Where it would stand.
 * @param others Where labels stand already.
 * @param size The width and height of a label, on the same scale.
 */
export function isClear(
  [x, y]: Point,
  others: readonly Point[],
  [width, height]: Point,
): boolean {
  return others.every(([otherX, otherY]) =>
    Math.abs(otherX - x) > width || Math.abs(otherY - y) > height
  );
}

/**
 * A title above the plot on axes `x<n>` and `y<n>`. Unlike the title of a vertical
 * axis it needs no room beside the plot, which a phone does not have.
 */
export function heading(
  text: string,
  n: "" | 2 = "",
): Partial<Plotly.Annotation> {
  return note(text, 0, 1, {
    xref: `x${n} domain` as Plotly.XAxisName,
    yref: `y${n} domain` as Plotly.YAxisName,
    xanchor: "left",
    yanchor: "bottom",
  });
}

/** A figure on a white background, with its legend below. */
export function figure(
  data: Plotly.Data[],
  layout: Partial<Plotly.Layout>,
): Figure {
  const named = data.filter((trace) =>
    !("showlegend" in trace) || trace.showlegend
  );
  const legend = layout.showlegend !== false && named.length > 1;
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
      paper_bgcolor: colors.white,
      plot_bgcolor: colors.white,
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
 * Figures of one plot each as one figure, the first on top. The first one's legend
 * stands for all, so their traces should look alike.
 *
 * @param figures At least one.
 * @param height The height of the whole, in pixels.
 */
export function stacked(figures: readonly Figure[], height: number): Figure {
  const gap = 96 / height;
  const share = (1 + gap) / figures.length;
  const panels = figures.map(({ data, layout }, i) => {
    const n = i === 0 ? "" : String(i + 1);
    const onAxes = <T extends { xref?: unknown; yref?: unknown }>(item: T) => ({
      ...item,
      xref: String(item.xref ?? "x").replace("x", `x${n}`),
      yref: String(item.yref ?? "y").replace("y", `y${n}`),
    } as T);
    const top = 1 - i * share;
    const domain = [Math.max(0, top - share + gap), top];
    return {
      data: i === 0 ? data : data.map((trace) => ({
        ...trace,
        xaxis: `x${n}`,
        yaxis: `y${n}`,
        showlegend: false,
      })),
      axes: {
        [`xaxis${n}`]: { ...layout.xaxis, anchor: `y${n}` },
        [`yaxis${n}`]: { ...layout.yaxis, anchor: `x${n}`, domain },
      },
      annotations: layout.annotations?.map(onAxes) ?? [],
      shapes: layout.shapes?.map(onAxes) ?? [],
    };
  });
  return {
    data: panels.flatMap(({ data }) => data as Plotly.Data[]),
    layout: {
      ...figures[0].layout,
      ...Object.assign({}, ...panels.map(({ axes }) => axes)),
      annotations: panels.flatMap(({ annotations }) => annotations),
      shapes: panels.flatMap(({ shapes }) => shapes),
      height,
    },
  };
}
