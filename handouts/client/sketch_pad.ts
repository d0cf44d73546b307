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
const edge = { left: 56, right: 16, top: 32, bottom: 48 };

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
  const across = (place: number) =>
    edge.left + place / (PLACES - 1) * (WIDTH - edge.left - edge.right);
  const up = (height: number) =>
    edge.top + (y.range[1] - height) / (y.range[1] - y.range[0]) *
      (HEIGHT - edge.top - edge.bottom);
  const within = (height: number) =>
    Math.min(y.range[1], Math.max(y.range[0], height));

  const svg = svgElement("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    tabindex: "0",
    role: "application",
    "aria-label": `${words.yourSketch}: ${y.title}, ${x.title}`,
  });
  const curve = svgElement("path", { class: "sketch" });
  const tip = svgElement("circle", { class: "pen", r: "6" });
  svg.append(...frame(x, y, across, up), curve, tip);
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
    let down = false;
    curve.setAttribute(
      "d",
      heights.map((height, place) => {
        if (height === null) return down = false, "";
        const command = down ? "L" : "M";
        down = true;
        return `${command}${across(place).toFixed(1)},${up(height).toFixed(1)}`;
      }).join(""),
    );
    const height = heights[pen] ?? (y.range[0] + y.range[1]) / 2;
    tip.setAttribute("cx", `${across(pen)}`);
    tip.setAttribute("cy", `${up(height)}`);
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
export function sketchPicture(x: Axis, y: Axis, sketch: Sketch): string {
  const [left, top, width, height] = [60, 30, 420, 250];
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [500, 320];
  const pen = canvas.getContext("2d")!;
  const up = (value: number) =>
    top + (y.range[1] - value) / (y.range[1] - y.range[0]) * height;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.strokeStyle = "#d9dee3";
  pen.strokeRect(left, top, width, height);
  pen.fillStyle = "#52606d";
  pen.font = "13px sans-serif";
  pen.fillText(y.title, left, top - 10);
  pen.textAlign = "center";
  pen.fillText(x.title, left + width / 2, top + height + 34);
  for (const value of ticksOf(x)) {
    const share = (value - x.range[0]) / (x.range[1] - x.range[0]);
    pen.fillText(format(value), left + share * width, top + height + 18);
  }
  pen.textAlign = "right";
  for (const value of ticksOf(y)) {
    pen.fillText(format(value), left - 6, up(value) + 4);
  }
  pen.strokeStyle = "#00588a";
  pen.lineWidth = 3;
  pen.beginPath();
  sketch.forEach((value, i) => {
    const place = left + i / (PLACES - 1) * width;
    if (value === null) return;
    if (sketch[i - 1] == null) pen.moveTo(place, up(value));
    else pen.lineTo(place, up(value));
  });
  pen.stroke();
  return canvas.toDataURL("image/png").split(",")[1];
}

/** The axes with their numbers and titles. */
function frame(
  x: Axis,
  y: Axis,
  across: (place: number) => number,
  up: (height: number) => number,
): SVGElement[] {
  const [bottom, right] = [HEIGHT - edge.bottom, WIDTH - edge.right];
  const placeOf = (value: number) =>
    (value - x.range[0]) / (x.range[1] - x.range[0]) * (PLACES - 1);
  return [
    svgElement("rect", {
      class: "frame",
      x: `${edge.left}`,
      y: `${edge.top}`,
      width: `${right - edge.left}`,
      height: `${bottom - edge.top}`,
    }),
    ...ticksOf(x).map((value) =>
      label(format(value), across(placeOf(value)), bottom + 18, "middle")
    ),
    ...ticksOf(y).map((value) =>
      label(format(value), edge.left - 6, up(value) + 5, "end")
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
