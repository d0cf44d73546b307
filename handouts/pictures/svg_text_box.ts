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

/**
 * What is known of a line of text while it is measured: where it starts, how
 * wide it is, how far it reaches up and down.
 */
interface Line {
  x: number;
  width: number;
  top: number;
  bottom: number;
}

/** A rectangle given by its sides, as in a DOMRect. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The smallest box around all boxes; empty at the origin when there is none.
 */
function around(boxes: Box[]): Box {
  if (boxes.length === 0) return { left: 0, right: 0, top: 0, bottom: 0 };
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/**
 * The box of a `<text>` as Plotly writes it: styled `<tspan>`s, shifted by
 * `dy`; one with an `x` starts a new line.
 */
function textBox(text: SvgNode): Box {
  const lines: Line[] = [];
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
      lines.push({
        x: Number(node.getAttribute("x")),
        width: 0,
        top: Infinity,
        bottom: -Infinity,
      });
    }
    for (const child of node.childNodes) read(child, size, isBold);
  }
  read(text, 12, false);

  const shift =
    { middle: 0.5, end: 1 }[text.getAttribute("text-anchor") ?? ""] ?? 0;
  return around(
    lines.filter((line) => line.width > 0).map(({ x, width, top, bottom }) => {
      const left = x - shift * width;
      return { left, right: left + width, top, bottom };
    }),
  );
}

/**
 * Where an SVG `transform` of translations and rotations puts a box: the box
 * around its four moved corners.
 */
function moved({ left, right, top, bottom }: Box, transform: string): Box {
  // Of "translate(…) rotate(…)" the last one acts first.
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reverse();
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]]
    .map(([x, y]) => {
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
      return { left: x, right: x, top: y, bottom: y };
    });
  return around(corners);
}

/**
 * The box of an element in its parent's coordinates: of its text, since text is
 * all that Plotly asks a browser to measure.
 */
function boxOf(element: SvgNode): Box {
  if (element.nodeName === "#text") return around([]);
  const inside = element.nodeName === "text" ? textBox(element) : around(
    [...element.childNodes].map(boxOf).filter((box) => box.right > box.left),
  );
  return moved(inside, element.getAttribute("transform") ?? "");
}

/**
 * The same box, with the names of a DOMRect: what `getBBox` returns in a
 * browser.
 */
export function rectOf(element: SvgNode) {
  const box = boxOf(element);
  return {
    ...box,
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  };
}
