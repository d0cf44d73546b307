import assert from "assert";
import { barePage } from "../../handouts/bare_page.ts";
import { cell } from "../support/handout.ts";

Deno.test("barePage() leaves out cells tagged jupyter, and gives every other cell its own output", () => {
  const cells = [
    cell("# title", { id: "title" }),
    cell("# running", { id: "running", tags: ["jupyter"] }),
    cell("restart", { id: "restart", tags: ["jupyter"] }),
    cell("sum", { id: "sum" }),
  ];
  const printed = (text: string) => [{ output_type: "stream", text } as const];
  const html = barePage(cells, [printed("restarted"), printed("two")]);
  assert.doesNotMatch(html, /running|restart/);
  assert.match(html, /id="title"[^]*id="sum"[^]*>two</);
});
