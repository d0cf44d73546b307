import assert from "assert";
import type { Data, Layout } from "plotly.js-dist-min";
import { staticPlot } from "../../handouts/pictures/static_plot.ts";

const font = { family: 'Arial, "Liberation Sans", sans-serif', size: 14 };

const line: { data: Data[]; layout: Partial<Layout> } = {
  data: [{
    type: "scatter",
    mode: "lines",
    name: "loss",
    x: [0, 1, 2],
    y: [3, 1, 2],
  }],
  layout: {
    font,
    showlegend: true,
    title: { text: "Loss & <i>z</i><sub>k</sub>" },
    annotations: [{
      x: 1,
      y: 1,
      text: "minimum",
      showarrow: true,
      arrowhead: 2,
    }],
  },
};

const bars: { data: Data[]; layout: Partial<Layout> } = {
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
  const [a, b, c] = await Promise.all([
    staticPlot(line),
    staticPlot(bars),
    staticPlot(line),
  ]);
  assert.equal(a, c);
  assert.notEqual(a, b);
  assert.equal(b, await staticPlot(bars));
});

Deno.test("staticPlot() gives a standalone SVG: sizes, no toolbar, nothing from elsewhere", async () => {
  const svg = await staticPlot(line, { width: 640, height: 400 });
  const root = svg.match(/^<svg [^>]*>/)![0];
  for (
    const part of [
      'xmlns="http://www.w3.org/2000/svg"',
      'width="640"',
      'height="400"',
      'viewBox="0 0 640 400"',
    ]
  ) {
    assert.ok(root.includes(part), `${part} in ${root}`);
  }
  assert.ok(svg.endsWith("</svg>"));
  assert.doesNotMatch(
    svg,
    /modebar|@import|<script|<image|href=|NaN|Infinity|undefined/,
  );
});

Deno.test("staticPlot() takes the layout's width and height when it is given no size", async () => {
  const svg = await staticPlot({
    data: bars.data,
    layout: { width: 320, height: 200 },
  });
  assert.match(svg, /^<svg [^>]*viewBox="0 0 320 200"/);
});

Deno.test("staticPlot() draws every layer: lines, axes, title, legend and annotation with its arrow", async () => {
  const svg = await staticPlot(line);
  for (
    const part of [
      "stroke:#1f77b4;stroke-width:2px;",
      ">0.5</text>",
      ">2.5</text>",
      ">loss</text>",
      ">minimum</text>",
      'Z" transform="translate(',
    ]
  ) {
    assert.ok(svg.includes(part), part);
  }
  assert.match(svg, /Loss &amp; <tspan style="font-style:italic">z<\/tspan>/);
});

Deno.test("staticPlot() makes room for wider text", async () => {
  const [narrow, wide, accented] = [
    await legendWidth("iiii"),
    await legendWidth("MMMM"),
    await legendWidth("ÃÃÃÃ"),
  ];
  // At 14 px: four letters of 0.222 em, then of 0.833 em; the legend rounds to whole pixels.
  assert.ok(
    Math.abs(wide - narrow - 4 * (0.833 - 0.222) * 14) <= 1,
    `${wide} - ${narrow}`,
  );
  assert.equal(accented, await legendWidth("AAAA"));
});

Deno.test("staticPlot() takes typed arrays", async () => {
  const typed = {
    ...line,
    data: [
      {
        ...line.data[0],
        x: Float64Array.of(0, 1, 2),
        y: Float64Array.of(3, 1, 2),
      } as Data,
    ],
  };
  assert.equal(await staticPlot(typed), await staticPlot(line));
});

Deno.test("staticPlot() leaves the figure as it was, and no Plotly, window or document in the process", async () => {
  const before = structuredClone(line);
  await staticPlot(line, { width: 300, height: 200 });
  assert.deepEqual(line, before);
  for (const name of ["Plotly", "window", "document"]) {
    assert.ok(!(name in globalThis), name);
  }
});

Deno.test("staticPlot() throws a TypeError on what Plotly refuses, and draws the next figure", async () => {
  const before = await staticPlot(bars);
  await assert.rejects(
    staticPlot({ data: 1 as unknown as Data[], layout: {} }),
    {
      name: "TypeError",
      message: "staticPlot: data must be an array, got 1",
    },
  );
  await assert.rejects(staticPlot({ data: [{ type: "sankey" }], layout: {} }), {
    name: "TypeError",
    message: /^staticPlot: Plotly refuses the figure: .*sankey/,
  });
  await assert.rejects(
    staticPlot({ data: [], layout: { titel: "Loss" } as Partial<Layout> }),
    {
      name: "TypeError",
      message: /^staticPlot: Plotly refuses the figure: .*titel/,
    },
  );
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
