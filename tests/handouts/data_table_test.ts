import assert from "assert";
import { parseHTML } from "linkedom";
import { addDataTables } from "../../handouts/data_table.ts";
import { pageWordsOf } from "../../lib/i18n/words.ts";

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
  const { document } = parseHTML(
    `<figure class="plot"><script type="application/json">${
      JSON.stringify(figure)
    }</script></figure>`,
  );
  addDataTables(document as unknown as Document, pageWordsOf.en);
  const heads = [...document.querySelectorAll("th")].map((th) => th.innerHTML);
  assert.deepEqual(heads, [
    "bias b<sub>3</sub>",
    "loss (nats)",
    "bias b<sub>3</sub>",
    "p &lt; 1",
  ]);
});
