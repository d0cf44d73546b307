import assert from "assert";
import type { Data, Layout } from "plotly.js-dist-min";
import { staticPlot } from "../../handouts/pictures/static_plot.ts";

interface Figure {
  data: Data[];
  layout: Partial<Layout>;
}

const font = { family: 'Arial, "Liberation Sans", sans-serif', size: 14 };

const line: Figure = {
  data: [
    {
      type: "scatter",
      mode: "lines",
      name: "loss",
      x: [0, 1, 2],
      y: [3, 1, 2],
    },
  ],
  layout: {
    font,
    showlegend: true,
    title: { text: "Loss & <i>z</i><sub>k</sub>" },
    annotations: [
      { x: 1, y: 1, text: "minimum", showarrow: true, arrowhead: 2 },
    ],
  },
};

const bars: Figure = {
  data: [{ type: "bar", x: ["a", "b"], y: [1, 2] }],
  layout: { font },
};

/** The width, in pixels, of the legend of a figure whose only trace has this name. */
async function legendWidth(name: string): Promise<number> {
  const svg = await staticPlot({
    data: [{ type: "scatter", x: [0, 1], y: [0, 1], name }],
    layout: { font, showlegend: true },
  });
  return Number(
    svg.match(/<clipPath id="legend[^>]*><rect width="([\d.]+)"/)![1],
  );
}

Deno.test("staticPlot() gives the same bytes for the same figure, whatever was drawn in between", async () => {
  const first = await staticPlot(line);
  await staticPlot(bars);
  assert.equal(await staticPlot(line), first);
});

Deno.test("staticPlot() gives each of several calls at once its own figure", async () => {
  const [a, b, c] = await Promise.all(
    [line, bars, line].map((figure) => staticPlot(figure)),
  );
  assert.equal(a, c);
  assert.notEqual(a, b);
  assert.equal(b, await staticPlot(bars));
});

Deno.test("staticPlot() gives a standalone SVG: sizes, no toolbar, nothing from elsewhere", async () => {
  const svg = await staticPlot(line, { width: 640, height: 400 });
  const [root] = svg.match(/^<svg [^>]*>/)!;
  assert(root.includes('xmlns="http://www.w3.org/2000/svg"'));
  assert(root.includes('width="640"') && root.includes('height="400"'));
  assert(root.includes('viewBox="0 0 640 400"'));
  assert(svg.endsWith("</svg>"));
  assert.doesNotMatch(
    svg,
    /modebar|@import|<script|<image|href=|NaN|Infinity|undefined/,
  );
});

Deno.test("staticPlot() takes the layout's width and height when it is given no size", async () => {
  const layout = { width: 320, height: 200 };
  const svg = await staticPlot({ ...bars, layout });
  assert.match(svg, /^<svg [^>]*viewBox="0 0 320 200"/);
});

Deno.test("staticPlot() draws every layer: lines, axes, title, legend and annotation with its arrow", async () => {
  const svg = await staticPlot(line);
  const texts = ["0.5", "2.5", "loss", "minimum"].map((text) =>
    `>${text}</text>`
  );
  const drawn = [
    "stroke:#1f77b4;stroke-width:2px;",
    'Z" transform="translate(',
  ];
  for (const part of [...texts, ...drawn]) assert(svg.includes(part), part);
  assert.match(svg, /Loss &amp; <tspan style="font-style:italic">z<\/tspan>/);
});

Deno.test("staticPlot() makes room for wider text", async () => {
  const added = await legendWidth("MMMM") - await legendWidth("iiii");
  // At 14 px: four letters of 0.222 em, then of 0.833 em; the legend rounds to whole pixels.
  assert(Math.abs(added - 4 * (0.833 - 0.222) * 14) <= 1, `${added}`);
  assert.equal(await legendWidth("ÃÃÃÃ"), await legendWidth("AAAA"));
});

Deno.test("staticPlot() takes typed arrays", async () => {
  const [x, y] = [Float64Array.of(0, 1, 2), Float64Array.of(3, 1, 2)];
  const data = [{ ...line.data[0], x, y } as Data];
  assert.equal(await staticPlot({ ...line, data }), await staticPlot(line));
});

Deno.test("staticPlot() leaves the figure as it was, and no Plotly, window or document in the process", async () => {
  const before = structuredClone(line);
  await staticPlot(line, { width: 300, height: 200 });
  assert.deepEqual(line, before);
  for (const name of ["Plotly", "window", "document"]) {
    assert(!(name in globalThis), name);
  }
});

Deno.test("staticPlot() throws a TypeError on what Plotly refuses, and draws the next figure", async () => {
  const before = await staticPlot(bars);
  const cases: [part: Partial<Figure>, message: string | RegExp][] = [
    [
      { data: 1 as unknown as Data[] },
      "staticPlot: data must be an array, got 1",
    ],
    [
      { data: [{ type: "sankey" }] },
      /^staticPlot: Plotly refuses the figure: .*sankey/,
    ],
    [
      { layout: { titel: "Loss" } as Partial<Layout> },
      /^staticPlot: Plotly refuses the figure: .*titel/,
    ],
  ];
  for (const [part, message] of cases) {
    const plot = staticPlot({ data: [], layout: {}, ...part });
    await assert.rejects(plot, { name: "TypeError", message });
  }
  assert.equal(await staticPlot(bars), before);
});

Deno.test("staticPlot() gives no room to accents, and much to wide characters", async () => {
  assert.equal(await legendWidth("e\u0301"), await legendWidth("e"));
  assert(await legendWidth("花") > await legendWidth("m"));
});

Deno.test("staticPlot() makes room for labels that are turned, and sets a subtitle below the title", async () => {
  const plotHeight = async (tickangle: number) => {
    const svg = await staticPlot({
      data: [{ type: "bar", x: ["a long label", "b"], y: [1, 2] }],
      layout: { font, xaxis: { tickangle, automargin: true } },
    });
    const [, height] = svg.match(/xyplot"[^>]*><rect [^>]*height="([\d.]+)"/)!;
    return Number(height);
  };
  assert(await plotHeight(90) < await plotHeight(0));

  const title = { text: "Loss", subtitle: { text: "in nats" } };
  const svg = await staticPlot({ data: bars.data, layout: { font, title } });
  const heightOf = (text: string) =>
    Number(svg.match(new RegExp(`y="([\\d.]+)"[^>]*>${text}<`))![1]);
  assert(heightOf("in nats") > heightOf("Loss"));
});
