import assert from "assert";
import { launchChromium } from "../../handouts/browser.ts";
import { packedPlotly } from "../../lib/notebook/packed_plotly.ts";
import { executedCells } from "../support/executed.ts";
import { figureCount, readNotebooks } from "../support/notebooks.ts";

// How the renderer of VS Code's notebooks treats HTML: it makes each script again,
// attached to the output instead of its own place, and removes it at once.
function render(outputs: readonly string[]): void {
  for (const html of outputs) {
    const output = document.createElement("div");
    output.innerHTML = html;
    document.body.append(output);
    for (const script of [...output.getElementsByTagName("script")]) {
      const again = document.createElement("script");
      again.text = script.innerText;
      if (script.type) again.type = script.type;
      output.append(again);
      again.remove();
    }
  }
}

Deno.test("a notebook's figures are live, and drawn once, where VS Code's rules hold", async () => {
  const [, notebook] = readNotebooks("en");
  const cells = (await executedCells([notebook])).get(notebook.path)!;
  const outputs = cells.flatMap((cell) => cell.outputs)
    .map((output) => (output as { data?: Record<string, string> }).data)
    .flatMap((data) => data?.["text/html"] ?? []);
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  // As the first figure of a notebook carries it, in a Jupyter without our settings.
  const plotly =
    `<script class="plotly" type="text/plain">${await packedPlotly()}</script>`;
  await page.evaluate(render, [plotly, ...outputs]);
  const figures = figureCount(notebook.cells);
  const live = page.locator("figure.plot .live:has(.main-svg)");
  await live.nth(figures - 1).waitFor();
  await page.locator("figure.explorable .controls").waitFor();
  assert.equal(await live.count(), figures);
  assert.deepEqual(complaints, []);
});
