import type { Figure } from "../figures/figure.ts";
import { explorableWords } from "../i18n/explorable_words.ts";
import { formOf } from "./controls.ts";
import type { Explorable } from "./explorable.ts";

/**
 * Brings an explorable to life in a page: its controls, a line of text for each
 * thing that it shows, and the plot, which follows at most once a frame.
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
  /** Steps since the reader said run. */
  let ran = 0;
  let frame = 0;

  const form = formOf(described, restart);
  const buttons = described.next && form.addButtons({
    run() {
      running = !running;
      ran = 0;
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

  /** A step a frame at first, then ever more, so that a plateau ends some time. */
  function advance(): void {
    const steps = 1 + Math.floor(ran / 40);
    for (let i = 0; i < steps && running; i++) step();
    ran += steps;
  }

  /** Draws the state at the next frame, however often it changes until then. */
  function changed(): void {
    frame ||= requestAnimationFrame(show);
  }

  function show(): void {
    frame = 0;
    if (running) advance();
    const view = described.view(state);
    view.lines.forEach((text, i) => lines[i].textContent = text);
    // Nobody wants to hear each step of a run, only where it ends.
    status.setAttribute("aria-live", running ? "off" : "polite");
    if (buttons) {
      const { run, pause } = explorableWords();
      buttons.run.textContent = running ? pause : run;
    }
    draw(view.figure);
    if (running) changed();
  }
}
