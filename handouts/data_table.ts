import { written } from "../lib/i18n/format.ts";
import type { PageWords } from "../lib/i18n/words.ts";
import { Markup, markup } from "../lib/notebook/markup.ts";
import { fold, scrollBox } from "./html.ts";

/** A curve of more points than this is thinned out in its table. */
const MOST_ROWS = 40;

/** What is read here of a trace; Plotly's own type has a hundred variants. */
interface Trace {
  readonly name?: string;
  readonly x?: readonly (number | string | null)[];
  readonly y?: readonly (number | string | null)[];
  /** Its axes: `x2` is the layout's `xaxis2`. */
  readonly xaxis?: string;
  readonly yaxis?: string;
  readonly mode?: string;
  readonly hoverinfo?: string;
  readonly hovertext?: readonly string[];
  /** What its axes show. */
  readonly titles?: readonly string[];
}

/** What is read here of a layout: the titles of its axes. */
type Layout = Readonly<Record<string, { title?: { text?: string } }>>;

/**
 * Puts under each figure a line that opens the plotted numbers as a table. One
 * that the reader can change tells its numbers in words.
 *
 * @param document The page; it is changed.
 * @param words The page's language.
 */
export function addDataTables(document: Document, words: PageWords): void {
  const figures = "figure.plot:not(.explorable, :has(.data))";
  for (const figure of document.querySelectorAll(figures)) {
    const json = figure.querySelector("script[type='application/json']")!;
    const tables = withTitles(JSON.parse(json.textContent)).filter(isRead)
      .map((trace) => tableOf(trace, words));
    const holder = scrollBox(document, words.data);
    holder.innerHTML = markup`${tables}`.html;
    figure.append(holder);
    fold(document, words.data, holder).className = "data";
  }
}

/** A level line, of pieces with a gap after each, is looked at, not looked up. */
function isRead({ x, hoverinfo }: Trace): boolean {
  return x !== undefined && hoverinfo !== "skip" && x.at(-1) !== null;
}

/** The points of one trace; a drawing's, which have no scale, as they read. */
function tableOf(trace: Trace, words: PageWords): Markup {
  const { name, x = [], y = [], titles = [], hovertext } = trace;
  const rows = hovertext
    ? hovertext.map((text) => [text])
    // A gap in a line has no numbers, nor has what Plotly does not draw.
    : x.flatMap((value, i) => {
      const height = y[i] ?? null;
      return value === null || height === null
        ? []
        : [[shown(value, words), shown(height, words)]];
    });
  const dense = trace.mode === "lines" && rows.length > MOST_ROWS;
  const step = dense ? Math.ceil(rows.length / MOST_ROWS) : 1;
  const thinned = step > 1 && words.everyNth(step, rows.length);
  const caption = [name, thinned].filter(Boolean).join(". ");
  const heads = titles.map((title) =>
    markup`<th scope="col">${withIndices(title)}</th>`
  );
  const body = rows.filter((_, i) => i % step === 0).map((row) =>
    markup`<tr>${row.map((text) => markup`<td>${withIndices(text)}</td>`)}</tr>`
  );
  return markup`<table><caption>${caption}</caption>${
    !hovertext && markup`<thead><tr>${heads}</tr></thead>`
  }<tbody>${body}</tbody></table>`;
}

/** The traces of a figure, each with the titles of its two axes. */
function withTitles(
  { data, layout }: { data: readonly Trace[]; layout: Layout },
): Trace[] {
  const titleOf = (axis: string) => {
    const own = layout[axis.replace(/^./, "$&axis")]?.title?.text;
    // Of axes that share a title, only the last has it.
    const others = Object.keys(layout)
      .filter((key) => key.startsWith(`${axis[0]}axis`))
      .map((key) => layout[key].title?.text);
    return own || (others.find(Boolean) ?? "");
  };
  return data.map((trace) => {
    const { xaxis = "x", yaxis = "y" } = trace;
    return { ...trace, titles: [titleOf(xaxis), titleOf(yaxis)] };
  });
}

/** Text of a figure, which may hold an index such as `b<sub>3</sub>`. */
function withIndices(text: string): Markup {
  const { html } = markup`${text}`;
  return new Markup(html.replaceAll(/&lt;(\/?sub)&gt;/g, "<$1>"));
}

/** A coordinate in a table: five digits tell what a plot can show. */
function shown(value: number | string, words: PageWords): string {
  if (typeof value === "string") return value;
  return written(String(Number(value.toPrecision(5))), words.tag);
}
