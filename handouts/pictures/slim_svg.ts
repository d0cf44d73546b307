/**
 * An SVG that looks the same and is half as long: Plotly writes classes, empty
 * groups and default values, which only a live plot needs.
 */
export function slimSvg(svg: string): string {
  const slim = svg
    .replaceAll(/ (?:class|data-[a-z]+)="[^"]*"/g, "")
    .replaceAll(/(?:stroke-opacity|fill-opacity|opacity): 1; ?/g, "")
    .replaceAll(/(?:stroke-miterlimit: 2|vector-effect: none); ?/g, "")
    .replaceAll(/rgb\((\d+), (\d+), (\d+)\)/g, hex)
    .replaceAll(/(\.\d\d)\d+/g, "$1")
    .replaceAll(/ style="\s*"/g, "")
    .replaceAll(
      / style="[^"]*"/g,
      (style) => style.replaceAll(/([:;]) /g, "$1"),
    )
    .replaceAll(/<g>(<(?:path|rect)[^>]*\/>)<\/g>/g, "$1")
    .replaceAll(/M([-\d.e]+),([-\d.e]+)((?:L[-\d.e]+,[-\d.e]+)+)/g, slimLine);
  return joinBars(withoutEmptyGroups(slim));
}

/**
 * Bars of one kind, without borders, become one shape: a printer stores a hatched
 * pattern once for each shape that it fills, and so 50 MB for 300 bars.
 */
function joinBars(svg: string): string {
  const bars =
    /<path style="(stroke-width:0px;[^"]*)" d="[^"]*"\/>(?:<path style="\1" d="[^"]*"\/>)+/g;
  return svg.replaceAll(bars, (all, style) => {
    const shapes = all.matchAll(/ d="([^"]*)"/g);
    const joined = [...shapes].map(([, shape]) => shape).join("");
    return `<path style="${style}" d="${joined}"/>`;
  });
}

function hex(_: string, ...channels: string[]): string {
  const digits = channels.slice(0, 3).map((channel) =>
    Number(channel).toString(16).padStart(2, "0")
  );
  return `#${digits.join("")}`;
}

/** A line in steps of tenths of a pixel, without those of length 0. */
function slimLine(_: string, x: string, y: string, line: string): string {
  const tenths = (text: string) => Math.round(10 * Number(text));
  let from = [tenths(x), tenths(y)];
  const start = `M${from[0] / 10},${from[1] / 10}`;
  const steps = line.slice(1).split("L").map((point) => {
    const to = point.split(",").map(tenths);
    const step = `${(to[0] - from[0]) / 10},${(to[1] - from[1]) / 10}`;
    from = to;
    return step;
  });
  return `${start}l${
    steps.filter((step) => step !== "0,0").join(" ") || "0,0"
  }`;
}

function withoutEmptyGroups(svg: string): string {
  const next = svg.replaceAll(/<g(?: [^>]*[^>/])?(?:\/>|><\/g>)/g, "");
  return next === svg ? svg : withoutEmptyGroups(next);
}
