/**
 * `deno task bench:plot`: draws bench/speed.svg from what the last run of
 * bench/peers.ts wrote to bench/speed.json.
 *
 * @module
 */

import { join } from "node:path";
import { staticPlot } from "../handouts/pictures/static_plot.ts";
import speed from "./speed.json" with { type: "json" };

const names = [
  "a copy of the logits",
  "ours",
  "NumPy",
  "PyTorch",
  "PyTorch, TorchScript",
  "tfjs wasm, float32",
  "tfjs wasm, float32, plain operations",
  "tfjs cpu, float32",
];

const charts: Record<string, Record<string, number>> = {
  "training": speed.training,
  ...Object.fromEntries(
    Object.entries(speed.losses).map(([shape, its]) => [`loss, ${shape}`, its]),
  ),
};

const data = names.map((name) => {
  const [x, y]: [string[], number[]] = [[], []];
  for (const [chart, seconds] of Object.entries(charts)) {
    if (!(name in seconds)) continue;
    x.push(chart);
    y.push(seconds[name] / seconds["ours"]);
  }
  return { type: "bar" as const, name, x, y };
}).filter(({ x }) => x.length > 0);

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
