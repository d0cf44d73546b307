import type { Point } from "./figure.ts";

/** Where a line crosses an edge of the grid, and the crossings beside it. */
interface Crossing {
  readonly point: Point;
  readonly next: string[];
}

/**
 * The lines along which a function over a grid has one value.
 *
 * Marching squares: where the level lies between the values at both ends of an
 * edge of the grid, a line crosses it, at the place that linear interpolation
 * gives; inside a square its crossings are joined, and the pieces of neighbouring
 * squares make up a line.
 *
 * Source: C. Maple, "Geometric design and space planning using the marching squares
 * and marching cube algorithms", GMAG (2003).
 *
 * @param x Places of the columns, ascending.
 * @param y Places of the rows, ascending.
 * @param heights The function at each place, shape [rows][columns].
 * @param level The value to look for.
 * @returns The lines; the first point of a closed one is also its last.
 */
export function contourLines(
  x: readonly number[],
  y: readonly number[],
  heights: readonly (readonly number[])[],
  level: number,
): Point[][] {
  const crossings = new Map<string, Crossing>();
  const crossing = (i: number, j: number, di: number, dj: number) => {
    const [a, b] = [heights[j][i], heights[j + dj][i + di]];
    if ((a < level) === (b < level)) return [];
    const t = (level - a) / (b - a);
    const key = `${i} ${j} ${di}`;
    if (!crossings.has(key)) {
      const point: Point = [
        x[i] + t * (x[i + di] - x[i]),
        y[j] + t * (y[j + dj] - y[j]),
      ];
      crossings.set(key, { point, next: [] });
    }
    return [key];
  };
  for (let j = 0; j + 1 < y.length; j++) {
    for (let i = 0; i + 1 < x.length; i++) {
      // Below, right, above, left: two of them, or all four in a saddle.
      const found = [
        ...crossing(i, j, 1, 0),
        ...crossing(i + 1, j, 0, 1),
        ...crossing(i, j + 1, 1, 0),
        ...crossing(i, j, 0, 1),
      ];
      for (let k = 0; k < found.length; k += 2) {
        crossings.get(found[k])!.next.push(found[k + 1]);
        crossings.get(found[k + 1])!.next.push(found[k]);
      }
    }
  }
  const lines: Point[][] = [];
  const walk = (from: string) => {
    const points: Point[] = [];
    let key: string | undefined = from;
    while (key !== undefined) {
      const here: Crossing = crossings.get(key)!;
      points.push(here.point);
      const after = here.next.pop();
      if (after !== undefined) {
        const back = crossings.get(after)!.next;
        back.splice(back.indexOf(key), 1);
      }
      key = after;
    }
    lines.push(points);
  };
  // Lines that end at the border first, from their ends; what is left is closed.
  for (const [key, { next }] of crossings) if (next.length === 1) walk(key);
  for (const [key, { next }] of crossings) if (next.length > 0) walk(key);
  return lines;
}
