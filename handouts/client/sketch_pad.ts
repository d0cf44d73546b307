import type { Sketch } from "./store.ts";
import { button, make } from "./dom.ts";
import type { ClientWords } from "./words.ts";

/** One axis of a pad: where it goes and what it is called. */
export interface Axis {
  readonly title: string;
  readonly range: readonly [number, number];
}

const { format } = new Intl.NumberFormat(document.documentElement.lang, {
  maximumSignificantDigits: 3,
});

/** How many places of the x axis a sketch has. */
const PLACES = 41;

const SVG = "http://www.w3.org/2000/svg";
// As wide as the page, so that its letters are as large.
const WIDTH = Math.min(640, document.documentElement.clientWidth - 70);
const HEIGHT = Math.max(240, 0.56 * WIDTH);
const VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;
const edge = { left: 56, right: 16, top: 32, bottom: 48 };

const across = (place: number) =>
  edge.left + place / (PLACES - 1) * (WIDTH - edge.left - edge.right);
const up = ({ range: [low, high] }: Axis, height: number) =>
  edge.top + (high - height) / (high - low) *
    (HEIGHT - edge.top - edge.bottom);

/**
 * A pad on which a reader draws a curve over the axes of a figure, with a finger,
 * the mouse or the arrow keys.
 *
 * @param x The axis from left to right.
 * @param y The axis from below to above.
 * @param sketch What was drawn before.
 * @param changed Called with the sketch after each change.
 * @param words The language of the page.
 */
export function sketchPad(
  x: Axis,
  y: Axis,
  sketch: Sketch | undefined,
  changed: (sketch: Sketch | undefined) => void,
  words: ClientWords,
): HTMLElement {
  let heights: (number | null)[] = sketch
    ? [...sketch]
    : Array(PLACES).fill(null);
  let pen = Math.floor(PLACES / 2);
  const within = (height: number) =>
    Math.min(y.range[1], Math.max(y.range[0], height));

  const svg = svgElement("svg", {
    viewBox: VIEW_BOX,
    tabindex: "0",
    role: "application",
    "aria-label": `${words.yourSketch}: ${y.title}, ${x.title}`,
  });
  const curve = curveOf(heights, y);
  const tip = svgElement("circle", { class: "pen", r: "6" });
  svg.append(...frame(x, y), curve, tip);
  const status = make("p.quiet", { role: "status" });
  const clear = button(words.clearSketch, "clear", () => {
    heights = Array(PLACES).fill(null);
    draw();
    changed(undefined);
  });

  /** Draws from the place of the pen to another one, straight. */
  function drawTo(place: number, height: number): void {
    const before = heights[pen] ?? height;
    const steps = Math.max(1, Math.abs(place - pen));
    for (let i = 1; i <= steps; i++) {
      const share = i / steps;
      heights[pen + Math.round(share * (place - pen))] = before +
        share * (height - before);
    }
    pen = place;
    draw();
    changed([...heights]);
  }

  function draw(): void {
    curve.setAttribute("d", pathOf(heights, y));
    const height = heights[pen] ?? (y.range[0] + y.range[1]) / 2;
    tip.setAttribute("cx", `${across(pen)}`);
    tip.setAttribute("cy", `${up(y, height)}`);
  }

  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    svg.focus();
    const [place, height] = placeOf(event);
    pen = place;
    drawTo(place, height);
  });
  svg.addEventListener("pointermove", (event) => {
    if (event.buttons === 1) drawTo(...placeOf(event));
  });

  function placeOf(event: PointerEvent): [number, number] {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const atX = (event.clientX - left) / width * WIDTH;
    const atY = (event.clientY - top) / height * HEIGHT;
    const place = (atX - edge.left) / (WIDTH - edge.left - edge.right);
    const fall = (atY - edge.top) / (HEIGHT - edge.top - edge.bottom);
    return [
      Math.round(Math.min(1, Math.max(0, place)) * (PLACES - 1)),
      within(y.range[1] - fall * (y.range[1] - y.range[0])),
    ];
  }

  svg.addEventListener("keydown", (event) => {
    const move = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const [sideways, upwards] = move;
    const height = heights[pen] ?? (y.range[0] + y.range[1]) / 2;
    const place = Math.min(PLACES - 1, Math.max(0, pen + sideways));
    const next = within(height + upwards * (y.range[1] - y.range[0]) / 40);
    drawTo(place, sideways && heights[place] !== null ? heights[place]! : next);
    const atX = x.range[0] + place / (PLACES - 1) * (x.range[1] - x.range[0]);
    status.textContent = words.sketchAt(format(atX), format(heights[pen]!));
  });

  draw();
  const help = make("p.quiet", {}, words.sketchHelp);
  return make("div.pad", {}, svg, status, help, clear);
}

/** The x values of a sketch's places. */
export function placesOf({ range }: Axis): number[] {
  return Array.from(
    { length: PLACES },
    (_, i) => range[0] + i / (PLACES - 1) * (range[1] - range[0]),
  );
}

/** A sketch on its axes as a PNG, in base64: Jupyter shows no SVG in a text. */
export async function sketchPicture(
  x: Axis,
  y: Axis,
  sketch: Sketch,
): Promise<string> {
  const size = { width: `${2 * WIDTH}`, height: `${2 * HEIGHT}` };
  const svg = svgElement("svg", { ...size, viewBox: VIEW_BOX });
  svg.append(...frame(x, y), curveOf(sketch, y));
  const source = new XMLSerializer().serializeToString(svg);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = make("canvas", size) as HTMLCanvasElement;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}

// Colours are those of the page, or else of a picture outside of it.
function curveOf(sketch: Sketch, y: Axis): SVGElement {
  const style = "fill: none; stroke: var(--accent, #00588a); stroke-width: 3";
  return svgElement("path", { class: "sketch", style, d: pathOf(sketch, y) });
}

/** The line through a sketch, with a gap where nothing is. */
function pathOf(sketch: Sketch, y: Axis): string {
  return sketch.map((height, place) => {
    if (height === null) return "";
    const command = sketch[place - 1] == null ? "M" : "L";
    return `${command}${across(place).toFixed(1)},${up(y, height).toFixed(1)}`;
  }).join("");
}

/** The axes with their numbers and titles. */
function frame(x: Axis, y: Axis): SVGElement[] {
  const [bottom, right] = [HEIGHT - edge.bottom, WIDTH - edge.right];
  const placeOf = (value: number) =>
    (value - x.range[0]) / (x.range[1] - x.range[0]) * (PLACES - 1);
  return [
    svgElement("rect", {
      style: "fill: var(--paper, #fff); stroke: var(--rule, #d9dee3)",
      x: `${edge.left}`,
      y: `${edge.top}`,
      width: `${right - edge.left}`,
      height: `${bottom - edge.top}`,
    }),
    ...ticksOf(x).map((value) =>
      label(format(value), across(placeOf(value)), bottom + 18, "middle")
    ),
    ...ticksOf(y).map((value) =>
      label(format(value), edge.left - 6, up(y, value) + 5, "end")
    ),
    label(x.title, (edge.left + right) / 2, HEIGHT - 6, "middle"),
    label(y.title, edge.left, edge.top - 8, "start"),
  ];
}

/** About five round numbers along an axis. */
function ticksOf({ range: [from, to] }: Axis): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough)!;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const made = svgElement("text", {
    style: "fill: var(--quiet, #52606d); font: 14px var(--sans, sans-serif)",
    x: `${x}`,
    y: `${y}`,
    "text-anchor": anchor,
  });
  made.textContent = text;
  return made;
}

function svgElement(name: string, attributes: Record<string, string>) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}
