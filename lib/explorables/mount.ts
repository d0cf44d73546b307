import type { Figure } from "../figures/figure.ts";
import { explorableWords } from "../i18n/words.ts";
import { formOf } from "./controls.ts";
import type { Explorable } from "./explorable.ts";

/** Milliseconds from the first step of a run to the second. */
const FIRST_WAIT = 400;

/** The ratio of each wait of a run to the one before. */
const QUICKENING = 0.93;

/**
 * Brings an explorable to life in a page: its controls, a line of text for each
 * thing that it shows, and the plot, redrawn at most once per frame.
 *
 * @param described What to show.
 * @param holder The element whose content it becomes.
 * @param draw Draws a figure in place of the last.
 */
export function mount(
  described: Explorable,
  holder: HTMLElement,
  draw: (figure: Figure) => void,
): void {
  let state = described.start(described.settings);
  let running = false;
  /** Steps since the run began, and when the last one was taken. */
  let ran = 0;
  let lastStep = 0;
  let frame = 0;

  const form = formOf(described, restart);
  const buttons = described.next && form.addButtons({
    run() {
      running = !running;
      ran = 0;
      lastStep = -Infinity;
      changed();
    },
    step() {
      running = false;
      step();
      changed();
    },
    again: restart,
  });
  const lines = described.view(state).lines.map(() =>
    document.createElement("p")
  );
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.append(...lines);
  holder.replaceChildren(form.element, status);
  changed();

  function restart(): void {
    running = false;
    state = described.start(form.settings());
    changed();
  }

  function step(): void {
    const after = described.next!(state);
    if (after === undefined) running = false;
    else state = after;
  }

  /**
   * The first steps of a run are slow enough to watch. Later ones come faster
   * and faster, so even a plateau ends soon.
   */
  function advance(now: number): void {
    if (now - lastStep < FIRST_WAIT * QUICKENING ** ran) return;
    lastStep = now;
    const steps = 1 + Math.floor(ran / 40);
    for (let i = 0; i < steps && running; i++) step();
    ran += steps;
  }

  /** Draws the state at the next frame, however often it changes until then. */
  function changed(): void {
    frame ||= requestAnimationFrame(show);
  }

  function show(now: number): void {
    frame = 0;
    if (running) advance(now);
    const view = described.view(state);
    view.lines.forEach((text, i) => lines[i].textContent = text);
    // A screen reader announces where a run ends, not each of its steps.
    status.setAttribute("aria-live", running ? "off" : "polite");
    if (buttons) {
      const { run, pause } = explorableWords();
      buttons.run.textContent = running ? pause : run;
    }
    draw(view.figure);
    if (running) changed();
  }
}
