import assert from "assert";
import { parseHTML } from "linkedom";
import { addDataTables } from "../../handouts/data_table.ts";
import { pageWordsOf } from "../../lib/i18n/words.ts";

/** A page with a figure, and the tables of its data. */
function withTables(figure: unknown): Document {
  const { document } = parseHTML(
    `<figure class="plot"><script type="application/json">${
      JSON.stringify(figure)
    }</script></figure>`,
  );
  addDataTables(document, pageWordsOf.en);
  return document;
}

Deno.test("addDataTables() heads its columns with the titles of the trace's axes", () => {
  const figure = {
    data: [
      { name: "loss", x: [0, 1], y: [2, 1] },
      { name: "p", x: [0, 1], y: [0.5, 0.9], xaxis: "x2", yaxis: "y2" },
    ],
    layout: {
      xaxis: { title: { text: "" } },
      yaxis: { title: { text: "loss (nats)" } },
      xaxis2: { title: { text: "bias b<sub>3</sub>" } },
      yaxis2: { title: { text: "p < 1" } },
    },
  };
  const document = withTables(figure);
  const heads = [...document.querySelectorAll("th")].map((th) => th.innerHTML);
  assert.deepEqual(heads, [
    "bias b<sub>3</sub>",
    "loss (nats)",
    "bias b<sub>3</sub>",
    "p &lt; 1",
  ]);
});

Deno.test("addDataTables() leaves out a point that has no height, as the plot does", () => {
  const data = [{ x: [0, 1, 2], y: [5, null] }, { x: [1] }];
  const cells = withTables({ data, layout: {} }).querySelectorAll("td");
  assert.deepEqual([...cells].map((td) => td.textContent), ["0", "5"]);
});
