import assert from "assert";
import { parseHTML } from "linkedom";
import type { Figure } from "../../lib/figures/figure.ts";
import {
  type Description,
  type FigureScripts,
  htmlFigure,
} from "../../lib/notebook/html_figure.ts";

const odd = `<img src=x onerror=alert(1)> & "quotes'`;
const figure: Figure = {
  data: [{ x: [0, 1], y: [2, 3] }],
  layout: { height: 300 },
};

const drawLive = "draw();";

function parsed(
  figure: Figure,
  description: Description,
  scripts: FigureScripts = {},
  explorable?: string,
): Document {
  return parseHTML(htmlFigure(figure, description, scripts, explorable))
    .document;
}

Deno.test("htmlFigure() shows the alternative text, and no picture", () => {
  const document = parsed(figure, { alt: "A rising line." });
  assert.equal(document.querySelectorAll("img").length, 0);
  const text = document.querySelector("figure > .alt")!.textContent;
  assert.equal(text, "A rising line.");
  const label = document.querySelector("figure")!.getAttribute("aria-label");
  assert.equal(label, "A rising line.");
});

Deno.test("htmlFigure() carries the figure for the live plot, and the script that draws it", () => {
  const document = parsed(figure, { alt: "A line." }, { drawLive });
  const scripts = document.querySelectorAll("script");
  assert.equal(scripts.length, 2);
  assert.equal(scripts[0].getAttribute("type"), "application/json");
  assert.deepEqual(JSON.parse(scripts[0].textContent), figure);
  assert.equal(scripts[1].hasAttribute("type"), false);
  assert.equal(scripts[1].textContent, drawLive);
});

Deno.test("htmlFigure() carries nothing but its data in a page, which has the scripts", () => {
  const document = parsed(figure, { alt: "A line." }, {}, "race");
  assert.equal(document.querySelectorAll("script").length, 1);
  const { plotly } = document.querySelector("figure")!.dataset;
  assert.equal(plotly, "");
});

Deno.test("htmlFigure() carries numbers with six digits", () => {
  const long = { data: [{ x: [1 / 3, -2e-7 / 3, 12] }], layout: {} } as Figure;
  const json = parsed(long, { alt: "A line." }).querySelector("script")!;
  assert.deepEqual(JSON.parse(json.textContent).data[0].x, [
    0.333333,
    -6.66667e-8,
    12,
  ]);
});

Deno.test("htmlFigure() does not mark a figure that only shows", () => {
  const { className } = parsed(figure, { alt: "A line." })
    .querySelector("figure")!;
  assert.equal(className, "plot");
});

Deno.test("htmlFigure() marks a figure that the reader can change, and brings the script before the plot", () => {
  const scripts = { explorables: "let explorables;", drawLive };
  const document = parsed(figure, { alt: "A line." }, scripts, "race");
  const { className, dataset } = document.querySelector("figure")!;
  assert.equal(className, "plot explorable");
  assert.deepEqual([dataset.explorable, dataset.language], ["race", "en"]);
  const [, script, draw] = document.querySelectorAll("script");
  assert.equal(script.textContent, "let explorables;");
  assert.equal(draw.textContent, drawLive);
  const plain = parsed(figure, { alt: "A line." }).querySelector("figure")!;
  assert.equal(plain.dataset.explorable, undefined);
});

Deno.test("htmlFigure() says where Plotly is: in the page, on the server, or packed in the figure", () => {
  const found = (scripts: FigureScripts) => {
    const document = parsed(figure, { alt: "A line." }, scripts);
    return [
      document.querySelector("figure")!.getAttribute("data-plotly"),
      document.querySelector("script.plotly")?.textContent,
    ];
  };
  assert.deepEqual(found({}), ["", undefined]);
  assert.deepEqual(found({ plotlyUrl: "p.js" }), ["p.js", undefined]);
  assert.deepEqual(found({ packedPlotly: "H4sI" }), ["", "H4sI"]);
});

Deno.test("htmlFigure() has a caption only when it is given one", () => {
  assert.equal(
    parsed(figure, { alt: "A line." }).querySelectorAll("figcaption").length,
    0,
  );
  const document = parsed(figure, { alt: "A line.", caption: "It rises." });
  assert.equal(document.querySelector("figcaption")!.textContent, "It rises.");
});

Deno.test("htmlFigure() never takes the words of a description for markup", () => {
  const description = { alt: odd, caption: odd };
  const document = parsed(figure, description, { plotlyUrl: odd });
  assert.equal(document.querySelectorAll("img").length, 0);
  assert.equal(document.querySelector(".alt")!.textContent, odd);
  assert.equal(document.querySelector("figcaption")!.textContent, odd);
  assert.equal(
    document.querySelector("figure")!.getAttribute("aria-label"),
    odd,
  );
  assert.equal(
    document.querySelector("figure")!.getAttribute("data-plotly"),
    odd,
  );
});

Deno.test("htmlFigure() does not let a text of the figure close or change its script", () => {
  for (
    const name of ["</script><img src=x>", "<!--<script>", "</SCRIPT >", odd]
  ) {
    const named: Figure = { data: [{ name }], layout: {} };
    const html = htmlFigure(named, { alt: "A line." }, { drawLive });
    const json =
      html.match(/<script type="application\/json">(.*)<\/script>/)![1];
    assert.doesNotMatch(json, /</);
    assert.deepEqual(JSON.parse(json), named);
    const { document } = parseHTML(html);
    assert.equal(document.querySelectorAll("img").length, 0);
    assert.equal(document.querySelectorAll("script").length, 2);
  }
});
