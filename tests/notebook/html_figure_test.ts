import assert from "assert";
import { parseHTML } from "linkedom";
import type { Figure } from "../../lib/figures/figure.ts";
import {
  type Description,
  htmlFigure,
  type PlotlySource,
} from "../../lib/notebook/html_figure.ts";

const odd = `<img src=x onerror=alert(1)> & "quotes'`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>−ŷ</text></svg>';
const figure: Figure = {
  data: [{ x: [0, 1], y: [2, 3] }],
  layout: { height: 300 },
};

const inPage: PlotlySource = { url: "", packed: "" };

function parsed(
  figure: Figure,
  description: Description,
  plotly: PlotlySource = inPage,
): Document {
  return parseHTML(htmlFigure(figure, svg, description, plotly)).document;
}

Deno.test("htmlFigure() shows the picture, byte for byte, with its alternative text", () => {
  const document = parsed(figure, { alt: "A rising line." });
  const images = document.querySelectorAll("img");
  assert.equal(images.length, 1);
  assert.equal(images[0].getAttribute("alt"), "A rising line.");
  const source = images[0].getAttribute("src")!;
  const type = "data:image/svg+xml,";
  assert(source.startsWith(type));
  assert.equal(decodeURIComponent(source.slice(type.length)), svg);
  const label = document.querySelector("figure")!.getAttribute("aria-label");
  assert.equal(label, "A rising line.");
});

Deno.test("htmlFigure() carries the figure for the live plot, and the script that draws it", () => {
  const document = parsed(figure, { alt: "A line." });
  const scripts = document.querySelectorAll("script");
  assert.equal(scripts.length, 2);
  assert.equal(scripts[0].getAttribute("type"), "application/json");
  assert.deepEqual(JSON.parse(scripts[0].textContent), figure);
  assert.equal(scripts[1].hasAttribute("type"), false);
  assert.match(scripts[1].textContent, /Plotly\.newPlot/);
});

Deno.test("htmlFigure() carries numbers with seven digits", () => {
  const long = { data: [{ x: [1 / 3, -2e-7 / 3, 12] }], layout: {} } as Figure;
  const json = parsed(long, { alt: "A line." }).querySelector("script")!;
  assert.deepEqual(JSON.parse(json.textContent).data[0].x, [
    0.3333333,
    -6.666667e-8,
    12,
  ]);
});

Deno.test("htmlFigure() does not mark a figure that only shows", () => {
  const { className } = parsed(figure, { alt: "A line." })
    .querySelector("figure")!;
  assert.equal(className, "plot");
});

Deno.test("htmlFigure() marks a figure that the reader can change, and brings the script before the plot", () => {
  const html = htmlFigure(figure, svg, { alt: "A line." }, inPage, {
    name: "race",
    script: "let explorables;",
  });
  const { document } = parseHTML(html);
  const { className, dataset } = document.querySelector("figure")!;
  assert.equal(className, "plot explorable");
  assert.deepEqual([dataset.explorable, dataset.language], ["race", "en"]);
  const [, script, draw] = document.querySelectorAll("script");
  assert.equal(script.textContent, "let explorables;");
  assert.match(draw.textContent, /Plotly\.newPlot/);
  const plain = parsed(figure, { alt: "A line." }).querySelector("figure")!;
  assert.equal(plain.dataset.explorable, undefined);
});

Deno.test("htmlFigure() says where Plotly is: in the page, on the server, or packed in the figure", () => {
  const found = ({ url, packed }: PlotlySource) => {
    const document = parsed(figure, { alt: "A line." }, { url, packed });
    return [
      document.querySelector("figure")!.getAttribute("data-plotly"),
      document.querySelector("script.plotly")?.textContent,
    ];
  };
  assert.deepEqual(found(inPage), ["", undefined]);
  assert.deepEqual(found({ url: "p.js", packed: "" }), ["p.js", undefined]);
  assert.deepEqual(found({ url: "", packed: "H4sI" }), ["", "H4sI"]);
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
  const document = parsed(figure, { alt: odd, caption: odd }, {
    url: odd,
    packed: "",
  });
  assert.equal(document.querySelectorAll("img").length, 1);
  assert.equal(document.querySelector("img")!.getAttribute("alt"), odd);
  assert.equal(document.querySelector("img")!.hasAttribute("onerror"), false);
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
    const html = htmlFigure(named, svg, { alt: "A line." }, inPage);
    const json =
      html.match(/<script type="application\/json">(.*)<\/script>/)![1];
    assert.doesNotMatch(json, /</);
    assert.deepEqual(JSON.parse(json), named);
    const { document } = parseHTML(html);
    assert.equal(document.querySelectorAll("img").length, 1);
    assert.equal(document.querySelectorAll("script").length, 2);
  }
});
