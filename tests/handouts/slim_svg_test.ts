import assert from "assert";
import { slimSvg } from "../../handouts/pictures/slim_svg.ts";

Deno.test("slimSvg() takes out empty groups, also those that become empty, and no others", () => {
  assert.equal(
    slimSvg('<svg><g a="b"/><g><g c="d"></g></g></svg>'),
    "<svg></svg>",
  );
  assert.equal(
    slimSvg('<svg><g a="1"><path d="M0,0"/><g b="/"/></g></svg>'),
    '<svg><g a="1"><path d="M0,0"/></g></svg>',
  );
});

Deno.test("slimSvg() takes out classes and default values, and shortens colours and digits", () => {
  assert.equal(
    slimSvg(
      '<path class="xgrid crisp" d="M1.23456,2" style="stroke: rgb(0, 114, 178); stroke-opacity: 1; opacity: 0.5;"/>',
    ),
    '<path d="M1.23,2" style="stroke:#0072b2;opacity:0.5;"/>',
  );
});

Deno.test("slimSvg() takes a style away when nothing is left of it, and no other", () => {
  const slim: Record<string, string> = {
    '<path data-unformatted="x" style="opacity: 1;"/>': "<path/>",
    '<path style="fill-opacity: 1; vector-effect: none;"/>': "<path/>",
    '<path style="stroke-miterlimit: 2; stroke-opacity: 1; "/>': "<path/>",
    '<path style="  "/>': "<path/>",
    '<path style="fill:red"/>': '<path style="fill:red"/>',
    '<path style="fill: rgb(10, 0, 255);"/>': '<path style="fill:#0a00ff;"/>',
  };
  for (const [svg, expected] of Object.entries(slim)) {
    assert.equal(slimSvg(svg), expected);
  }
});

Deno.test("slimSvg() writes a line in steps, whose ends do not drift, and drops points that fall together", () => {
  const points = Array.from({ length: 1000 }, (_, i) => `${i / 3},1e-7`);
  const slim = slimSvg(`<path d="M${points.join("L")}L333,0L333.04,0L0,5Z"/>`);
  const steps = slim.match(/ d="M0,0l(.*)Z"/)![1].split(" ").map((step) =>
    step.split(",").map(Number)
  );
  assert.equal(steps.length, 1000);
  const end = [0, 1].map((i) => steps.reduce((sum, step) => sum + step[i], 0));
  assert.deepEqual(end.map((sum) => Math.round(10 * sum)), [0, 50]);
});

Deno.test("slimSvg() begins a line where it began, to a tenth", () => {
  assert.equal(
    slimSvg('<path d="M10.25,20.31L11,21.5L11,19.5"/>'),
    '<path d="M10.3,20.3l0.7,1.2 0,-2"/>',
  );
  assert.equal(slimSvg('<path d="M1,1L1,1"/>'), '<path d="M1,1l0,0"/>');
});

Deno.test("slimSvg() joins bars of one kind that have no borders, and no others", () => {
  const bar = (style: string, shape: string) =>
    `<g><path style="${style}" d="${shape}"/></g>`;
  const hatched = "stroke-width: 0px; fill: url('#p1');";
  const bordered = "stroke-width: 1px; fill: url('#p1');";
  const other = "stroke-width: 0px; fill: url('#p2');";
  assert.equal(
    slimSvg(
      ["M0,0h1", "M1,0h1", "M2,0h1"].map((d) => bar(hatched, d)).join("") +
        bar(other, "M3,0h1") + bar(bordered, "M4,0h1") +
        bar(bordered, "M5,0h1"),
    ),
    [
      [hatched, "M0,0h1M1,0h1M2,0h1"],
      [other, "M3,0h1"],
      [bordered, "M4,0h1"],
      [bordered, "M5,0h1"],
    ].map(([style, shape]) =>
      `<path style="${
        style.replaceAll(": ", ":").replace("; ", ";")
      }" d="${shape}"/>`
    ).join(""),
  );
});
