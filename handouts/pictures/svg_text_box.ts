/**
 * How large text is, for a window that has no screen: boxes of SVG elements
 * from a table of character widths.
 *
 * @module
 */

/**
 * Advance widths of Liberation Sans (and so of Arial), in thousandths of the
 * font size, as Chromium measures them.
 */
const regular = widthOfEach({
  191: "'",
  222: "ijl‘’",
  260: "|",
  278: " !,./:;I[\\]ft·íìîï",
  333: "()-`r²³“”{}",
  355: '"',
  389: "*",
  400: "°",
  446: "ₖₙε",
  469: "^",
  500: "Jcksvxyzçλγ",
  549: "≈≤≥≠√±∂",
  556: "0123456789#$?L_abdeghnopquδθη–",
  577: "αβμ",
  584: "+<=>~−×",
  611: "FTZΣσ",
  667: "&ABEKPSVXYΔ",
  701: "π∞",
  722: "CDHNRUw",
  778: "GOQ",
  833: "Mm",
  889: "%",
  944: "W",
  1000: "—→←…",
  1015: "@",
});

/** The same for bold text, where it differs. */
const bold = widthOfEach({
  238: "'",
  278: "ijlíìîï",
  280: "|",
  333: "!:;[]ft",
  389: "{}r",
  474: '"',
  556: "Jacksvxyç",
  584: "^",
  611: "?Lbdghnopqu",
  722: "&ABCKÇ",
  778: "w",
  889: "m",
  975: "@",
});

/** Turns `{ 278: "ft" }` into f -> 278, t -> 278. */
function widthOfEach(byWidth: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(byWidth).flatMap(([width, characters]) =>
      [...characters].map((c) => [c, Number(width)])
    ),
  );
}

/**
 * Width of one character, in thousandths of the font size: from the tables, of
 * the letter without its accent, or a guess.
 */
function characterWidth(character: string, isBold: boolean): number {
  if (/[\u200b\p{Mark}]/u.test(character)) return 0;
  const letter = character.normalize("NFD")[0];
  for (const known of [character, letter]) {
    const width = (isBold ? bold.get(known) : undefined) ?? regular.get(known);
    if (width !== undefined) return width;
  }
  if (/[\u1100-\uffdc\p{Emoji_Presentation}]/u.test(character)) return 1000;
  return /\p{Uppercase}/u.test(character) ? 700 : 560;
}

/** What measuring reads of an element or a text node. */
export interface SvgNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<SvgNode>;
  readonly style: { readonly fontSize: string; readonly fontWeight: string };
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

/** A place in a picture, in pixels. */
type Point = readonly [x: number, y: number];

/**
 * The corners of the lines of a `<text>` as Plotly writes it: styled `<tspan>`s,
 * shifted by `dy`; one with an `x` starts a new line.
 */
function cornersOfText(text: SvgNode): Point[] {
  const lines: { x: number; width: number; top: number; bottom: number }[] = [];
  let y = 0;

  function read(
    node: SvgNode,
    parentSize: number,
    parentIsBold: boolean,
  ): void {
    if (node.nodeName === "#text") {
      const line = lines[lines.length - 1];
      for (const c of node.nodeValue!) {
        line.width += characterWidth(c, parentIsBold) * parentSize / 1000;
      }
      // Liberation Sans reaches 0.905 above and 0.212 below the base line;
      // browsers round both to pixels.
      line.top = Math.min(line.top, y - Math.round(0.905 * parentSize));
      line.bottom = Math.max(line.bottom, y + Math.round(0.212 * parentSize));
      return;
    }
    const { fontSize, fontWeight } = node.style;
    const share = fontSize.endsWith("%") ? parentSize / 100 : 1;
    const size = fontSize ? share * parseFloat(fontSize) : parentSize;
    const isBold = fontWeight
      ? fontWeight === "bold" || Number(fontWeight) >= 600
      : parentIsBold;
    if (node.hasAttribute("y")) y = Number(node.getAttribute("y"));
    y += parseFloat(node.getAttribute("dy") ?? "0") * size;
    if (node.hasAttribute("x") || lines.length === 0) {
      const x = Number(node.getAttribute("x"));
      lines.push({ x, width: 0, top: Infinity, bottom: -Infinity });
    }
    for (const child of node.childNodes) read(child, size, isBold);
  }
  read(text, 12, false);

  const anchor = text.getAttribute("text-anchor") ?? "";
  const shift = { middle: 0.5, end: 1 }[anchor] ?? 0;
  return lines.filter(({ width }) => width > 0).flatMap((line): Point[] => {
    const { x, width, top, bottom } = line;
    const left = x - shift * width;
    const right = left + width;
    return [[left, top], [right, top], [left, bottom], [right, bottom]];
  });
}

/** Where an SVG `transform` of translations and rotations puts a point. */
function moved([x, y]: Point, transform: string): Point {
  // Of "translate(…) rotate(…)" the last one acts first.
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reverse();
  for (const [, name, values] of steps) {
    const [a, b = 0, c = 0] = values.split(/[\s,]+/).map(Number);
    if (name === "translate") [x, y] = [x + a, y + b];
    if (name === "rotate") {
      const [cos, sin] = [
        Math.cos(a * Math.PI / 180),
        Math.sin(a * Math.PI / 180),
      ];
      [x, y] = [
        b + cos * (x - b) - sin * (y - c),
        c + sin * (x - b) + cos * (y - c),
      ];
    }
  }
  return [x, y];
}

/**
 * The corners of an element's lines of text in its parent's coordinates: text is
 * all that Plotly asks a browser to measure.
 */
function cornersOf(element: SvgNode): Point[] {
  if (element.nodeName === "#text") return [];
  const inside = element.nodeName === "text"
    ? cornersOfText(element)
    : [...element.childNodes].flatMap(cornersOf);
  const transform = element.getAttribute("transform") ?? "";
  return inside.map((corner) => moved(corner, transform));
}

/**
 * The smallest box around an element's text, as `getBBox` returns it in a
 * browser; empty at the origin when there is no text.
 */
export function rectOf(element: SvgNode) {
  const corners = cornersOf(element);
  const [xs, ys] = corners.length > 0
    ? [corners.map(([x]) => x), corners.map(([, y]) => y)]
    : [[0], [0]];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = { width: right - left, height: bottom - top };
  return { left, right, top, bottom, x: left, y: top, ...size };
}
