import assert from "assert";
import { parseHTML } from "linkedom";
import { htmlFigure } from "../../lib/notebook/html_figure.ts";
import drawLive from "../../lib/notebook/live_plot.js" with { type: "text" };

/** A document with two figures, and what ran of `live_plot.js` in it. */
function twoFigures() {
  const html = ["A line.", "A curve."].map((alt) =>
    htmlFigure({ data: [{ name: alt }], layout: {} }, { alt }, {})
  ).join("\n");
  const { document, CustomEvent } = parseHTML(`<!doctype html><body>${html}`);
  const drawn: string[] = [];
  const Plotly = {
    newPlot: (_: Element, [trace]: { name: string }[]) =>
      Promise.resolve(drawn.push(trace.name)),
  };
  const broken = { newPlot: () => Promise.reject(new Error("no")) };
  /** Runs the script as the browser would: inside a figure, or inside none. */
  const run = async (
    own: Element | null,
    has: "Plotly" | "broken" | "nothing" = "Plotly",
  ) => {
    const currentScript = own?.querySelector("script") ?? null;
    const get = (_: object, key: string) =>
      key === "currentScript"
        ? currentScript
        : (document as unknown as Record<string, (...a: unknown[]) => unknown>)[
          key
        ]?.bind(document);
    const page = { Plotly: { Plotly, broken, nothing: undefined }[has] };
    new Function("document", "globalThis", "CustomEvent", "console", drawLive)(
      new Proxy({}, { get }),
      page,
      CustomEvent,
      { info: () => {} },
    );
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    figures: [...document.querySelectorAll("figure")],
    drawn,
    run,
  };
}

Deno.test("live_plot draws the figure that it stands in, and hides the alternative text", async () => {
  const { figures, drawn, run } = twoFigures();
  await run(figures[1]);
  assert.deepEqual(drawn, ["A curve."]);
  assert(figures[1].querySelector(".alt")!.hasAttribute("hidden"));
  assert(figures[1].querySelector(".alt + .live"));
  assert(!figures[0].querySelector(".alt")!.hasAttribute("hidden"));
});

Deno.test("live_plot draws each figure once where no script knows its own figure, as in nbclassic", async () => {
  const { figures, drawn, run } = twoFigures();
  for (const _ of figures) await run(null);
  assert.deepEqual(drawn, ["A line.", "A curve."]);
});

Deno.test("live_plot tries again when another script has brought Plotly", async () => {
  const { figures, drawn, run } = twoFigures();
  await run(figures[0], "nothing");
  assert.deepEqual(drawn, []);
  await run(null);
  assert.deepEqual(drawn, ["A line.", "A curve."]);
});

Deno.test("live_plot shows the alternative text again when Plotly fails", async () => {
  const { figures: [figure], run } = twoFigures();
  await run(figure, "broken");
  assert(!figure.querySelector(".alt")!.hasAttribute("hidden"));
  assert.equal(figure.querySelector(".live"), null);
});
