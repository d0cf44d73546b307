import assert from "assert";
import type { Locator } from "playwright-core";
import { names, open, part } from "../support/explorables_page.ts";

Deno.test("a drag of an explorable's slider follows at 30 frames a second at least", () =>
  open(800, async (page) => {
    for (const name of names) {
      const median = await medianFrame(part(page, name));
      // 17 ms on an idle machine.
      assert(median < 33, `${name}: ${median} ms`);
    }
  }));

/** The middle one of the times between frames while a slider is dragged. */
async function medianFrame(figure: Locator): Promise<number> {
  const times = await figure.locator("input").first().evaluate(
    async (input) => {
      const slider = input as HTMLInputElement;
      const [low, high, step] = [slider.min, slider.max, slider.step].map(
        Number,
      );
      const times: number[] = [];
      let last = performance.now();
      for (let i = 0; i < 60; i++) {
        slider.value = String(low + (3 * i * step) % (high - low));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    },
  );
  return times.sort((a, b) => a - b)[times.length / 2];
}
