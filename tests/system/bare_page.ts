import assert from "assert";
import { barePage } from "../../handouts/bare_page.ts";
import type { Cell } from "../../handouts/notebook.ts";

Deno.test("barePage() leaves out cells tagged jupyter, and gives every other cell its own output", () => {
  const cell = (id: string, type: Cell["type"], ...tags: string[]): Cell => ({
    id,
    type,
    source: id,
    tags,
    attachments: {},
  });
  const cells = [
    cell("title", "markdown"),
    cell("running", "markdown", "jupyter"),
    cell("restart", "code", "jupyter"),
    cell("sum", "code"),
  ];
  const printed = (text: string) => [{ output_type: "stream", text } as const];
  const html = barePage(cells, [printed("restarted"), printed("two")]);
  assert.doesNotMatch(html, /running|restart/);
  assert.match(html, /id="title"[^]*id="sum"[^]*>two</);
});
