import assert from "assert";
import {
  type Description,
  show,
  showTable,
} from "@lesson/cross-entropy/notebook";

Deno.test("show() refuses a figure without an alternative text", async () => {
  const descriptions = [undefined, null, {}, { alt: "" }, { alt: " \n" }, {
    alt: 1,
  }, { caption: "A line." }];
  for (const description of descriptions) {
    await assert.rejects(
      show({ data: [], layout: {} }, description as Description),
      {
        name: "TypeError",
        message:
          "show: description.alt must say what the figure shows, for readers who do not see it",
      },
    );
  }
});

Deno.test("showTable() refuses a row that has not a cell for each column", async () => {
  await assert.rejects(showTable(["a", "b"], [[1, 2], [3]]), {
    name: "TypeError",
    message: "showTable: rows[1] must have 2 cells, got 1",
  });
  await assert.rejects(showTable(["a"], [[1, 2]]), {
    name: "TypeError",
    message: "showTable: rows[0] must have 1 cells, got 2",
  });
});

Deno.test("show() and showTable() outside a notebook say that they work only there", async () => {
  await assert.rejects(show({ data: [], layout: {} }, { alt: "A line." }), {
    name: "Error",
    message:
      "show: works only in a notebook: in Jupyter on the Deno kernel, or in a page",
  });
  await assert.rejects(showTable(["a"], [[1]]), {
    name: "Error",
    message:
      "showTable: works only in a notebook: in Jupyter on the Deno kernel, or in a page",
  });
});
