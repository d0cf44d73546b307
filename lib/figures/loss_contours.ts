import { figureWords } from "../i18n/words.ts";
import { decimal } from "../i18n/format.ts";
import { linspace } from "../math/linspace.ts";
import { contourLines } from "./contour_lines.ts";
import {
  axis,
  type ByLoss,
  colors,
  entriesByLoss,
  type Figure,
  figure,
  heading,
  isClear,
  line,
  type LossName,
  lossStyles,
  marks,
  note,
  type Point,
  stacked,
} from "./figure.ts";
import {
  anyListOf,
  byLoss,
  checkArguments,
  isFunction,
  isNumber,
  isRange,
  isText,
  listOf,
  numbers,
  onlyOf,
  optional,
} from "./figure_arguments.ts";

const areOptions = onlyOf({
  names: listOf(isText, "titles", 2),
  range: isRange,
  paths: optional(byLoss(anyListOf(numbers(2), "points"))),
});

/** A total loss as a function of two parameters. */
export type LossOfTwo = (first: number, second: number) => number;

/**
 * A total loss over two parameters, drawn as a map: all along a line the loss
 * is the same, and where lines lie close together it is steep.
 *
 * @example A round valley
 * ```ts
 * import { lossContours } from "@lesson/cross-entropy/notebook";
 * const crossEntropy = (x: number, y: number) => x * x + y * y;
 * lossContours({ crossEntropy }, { names: ["x", "y"], range: [-1, 1] });
 * ```
 *
 * @param totals For each loss the total as a function of the two parameters.
 * @param options `names`: the titles of both axes; `range`: the lowest and
 * highest value of each parameter; `paths`: for each loss the path of gradient
 * descent, point by point.
 * @returns One panel per loss, with its lowest point on the grid marked.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function lossContours(
  totals: ByLoss<LossOfTwo>,
  options: {
    names: readonly [string, string];
    range: readonly [number, number];
    paths?: ByLoss<readonly Point[]>;
  },
): Figure {
  checkArguments("lossContours", {
    totals: [totals, byLoss(isFunction)],
    options: [options, areOptions],
  });
  const { names, range, paths = {} } = options;
  if (entriesByLoss(totals).length === 0) {
    throw new TypeError("lossContours: totals must have a loss, got none");
  }
  const panels = entriesByLoss(totals).map(([name, total]) =>
    panel(name, total, names, range, paths[name] ?? [])
  );
  return stacked(panels, 40 + 380 * panels.length);
}

/** Where each axis of a map is tried. */
const PLACES = 49;

function panel(
  name: LossName,
  total: LossOfTwo,
  names: readonly [string, string],
  range: readonly [number, number],
  path: readonly Point[],
): Figure {
  const words = figureWords();
  const places = linspace(...range, PLACES);
  const heights = places.map((y) => places.map((x) => total(x, y)));
  for (const row of heights) {
    for (const height of row) {
      isNumber("lossContours", `totals.${name}'s result`, height);
    }
  }
  const all = heights.flat();
  const lowest = Math.min(...all);
  const at = all.indexOf(lowest);
  const [x, y] = [places[at % PLACES], places[Math.floor(at / PLACES)]];
  const { levels, decimals } = roundLevels(lowest, Math.max(...all));
  const lines = levels.map((level) =>
    contourLines(places, places, heights, level)
  );
  const { color } = lossStyles[name];
  const traces = lines.map((pieces, i) => {
    // A gap between the pieces of one level.
    const along = (axis: 0 | 1) =>
      pieces.flatMap((piece) => [
        ...piece.map((point) => Number(point[axis].toPrecision(4))),
        null,
      ]) as number[];
    const level = decimal(levels[i], decimals);
    return line(
      along(0),
      along(1),
      { color, width: 1.5 },
      { hovertemplate: `${level}<extra>${words[name]}</extra>` },
    );
  });
  const minimum = marks(
    [x],
    [y],
    { symbol: "cross", size: 12, color: colors.ink },
    { hovertemplate: `${words.minimum} %{x:.2f}, %{y:.2f}<extra></extra>` },
  );
  const way = line(
    path.map(([x]) => x),
    path.map(([, y]) => y),
    { color: colors.ink, width: 2 },
    {
      mode: "lines+markers",
      // The start is the largest mark; a path may never leave it.
      marker: {
        size: path.map((_, i) => i === 0 ? 12 : 5),
        color: colors.ink,
      },
      cliponaxis: false,
      hovertemplate: "%{x:.2f}, %{y:.2f}<extra></extra>",
    },
  );
  return figure([...traces, minimum, ...path.length > 0 ? [way] : []], {
    showlegend: false,
    margin: { l: 56, r: 16, t: 40, b: 48 },
    xaxis: axis(names[0], { range: [...range] }),
    yaxis: axis(names[1], { range: [...range] }),
    annotations: [
      heading(`<b>${words[name]}</b>`),
      ...labelled(lines, range, [x, y]).map(({ i, point }) =>
        note(decimal(levels[i], decimals), ...point, {
          bgcolor: colors.white,
          borderpad: 0,
          font: { size: 12, color },
        })
      ),
    ],
  });
}

/** About ten round numbers between `low` and `high`. */
function roundLevels(
  low: number,
  high: number,
): { levels: number[]; decimals: number } {
  const rough = (high - low) / 12;
  const power = Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * 10 ** power)
    .find((step) => step >= rough)!;
  const first = Math.floor(low / step) + 1;
  const count = Math.ceil(high / step) - first;
  return {
    levels: Array.from({ length: count }, (_, i) => (first + i) * step),
    decimals: Math.max(0, -power),
  };
}

/**
 * Where the numbers of the levels stand. A level whose number would touch
 * another has none.
 */
function labelled(
  lines: readonly Point[][][],
  [low, high]: readonly [number, number],
  lowest: Point,
): { i: number; point: Point }[] {
  const taken = [lowest];
  const side = high - low;
  const hasRoom = ([x, y]: Point) =>
    // Stryker disable next-line EqualityOperator: a hair's breadth is not seen
    Math.min(x - low, high - x, y - low, high - y) > 0.06 * side &&
    isClear([x, y], taken, [0.14 * side, 0.08 * side]);
  return lines.flatMap((pieces, i) => {
    const points = pieces.flat();
    const point = points.slice(Math.floor(points.length / 2)).find(hasRoom);
    if (point === undefined) return [];
    taken.push(point);
    return [{ i, point }];
  });
}
