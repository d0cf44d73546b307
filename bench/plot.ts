/**
 * `deno task bench:plot`: draws bench/speed.svg from what the last run of
 * bench/peers.ts wrote to bench/speed.json.
 *
 * @module
 */

import { join } from "node:path";
import { staticPlot } from "../handouts/pictures/static_plot.ts";

// Read, not imported: an import would be loaded before peers.ts writes the file.
const speed: {
  machine: string[];
  training: Record<string, number>;
  losses: Record<string, Record<string, number>>;
} = JSON.parse(
  await Deno.readTextFile(join(import.meta.dirname!, "speed.json")),
);

const charts: Record<string, Record<string, number>> = {
  "training": speed.training,
  ...Object.fromEntries(
    Object.entries(speed.losses).map(([shape, its]) => [`loss, ${shape}`, its]),
  ),
};

// The losses name all but one, and in the order in which they are drawn.
const names = Object.values(charts).reverse().flatMap(Object.keys);
const data = [...new Set(names)].map((name) => {
  const bars = Object.entries(charts).filter(([, its]) => name in its);
  const x = bars.map(([chart]) => chart);
  const y = bars.map(([, its]) => its[name] / its["ours"]);
  return { type: "bar" as const, name, x, y };
});

const layout = {
  title: {
    text: `Time of a step, and of a loss and its gradient (${
      speed.machine[0]
    })`,
  },
  font: { family: "Arial" },
  xaxis: { categoryarray: Object.keys(charts) },
  yaxis: {
    type: "log" as const,
    dtick: 1,
    title: { text: "times our time, logarithmic" },
  },
  margin: { t: 60, r: 20, b: 40, l: 70 },
};

const svg = await staticPlot({ data, layout }, { width: 900, height: 420 });
await Deno.writeTextFile(join(import.meta.dirname!, "speed.svg"), svg + "\n");
