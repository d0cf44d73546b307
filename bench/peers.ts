/**
 * `deno task bench`, its second part: training and the loss at scale beside peers,
 * all in one run, as ratios. It ends with 1 when we have fallen behind a peer that
 * bench/speed.json, the last run, has us lead. Otherwise a run with all the peers
 * of the last becomes that file, from which bench/plot.ts draws bench/speed.svg.
 *
 * @module
 */

import { join } from "node:path";
import { contest, type Outcome } from "./contest.ts";
import { lossContestants, oursOn, randomRows } from "./loss_at_scale.ts";
import { machine } from "./machine.ts";
import { peerVersions } from "./npm_peers.ts";
import { PythonPeers } from "./python_peers.ts";
import last from "./speed.json" with { type: "json" };
import { table } from "./table.ts";
import { trainingContestants } from "./training.ts";

type Seconds = Readonly<Record<string, number>>;

const shapes = [[1_000_000, 3], [100_000, 10], [10_000, 1000]] as const;
const counts = [1_000, 10_000, 100_000, 1_000_000];
/** Ratios of two runs differ by up to so much. */
const NOISE = 1.15;

using python = new PythonPeers();
const tfjs = "@tensorflow/tfjs";
const versions = { [tfjs]: peerVersions[tfjs], ...await python.versions() };
const head = machine(versions);
console.log(head);

const training = await contest(trainingContestants(python));
training.missing.push(
  "brain.js: it has no softmax output, so it cannot compute the same",
);
report("Training: steps per second", training, (seconds) => 1 / seconds);
const behind = behindIn("training", training.seconds, last.training);

const losses: Record<string, Seconds> = {};
for (const [count, classes] of shapes) {
  const name = `${count.toLocaleString("en")} × ${classes}`;
  const outcome = await lossOf(count, classes);
  const perElement = (seconds: number) => seconds / count / classes * 1e9;
  report(`The loss of ${name}: ns per logit`, outcome, perElement);
  losses[name] = outcome.seconds;
  const before: Record<string, Seconds> = last.losses;
  behind.push(...behindIn(name, outcome.seconds, before[name]));
}

console.log("\nOur loss of N × 3\n");
const rows: [string, number][] = [];
for (const count of counts) {
  const { seconds } = await contest([oursOn(randomRows(count, 3))]);
  rows.push([count.toLocaleString("en"), seconds["ours"] / count / 3 * 1e9]);
}
console.log(table(["N", "ns per logit"], rows));

for (const line of behind) console.log(`\nFallen behind: ${line}`);
if (behind.length > 0) Deno.exit(1);
const absent = Object.keys(last.training)
  .filter((name) => !(name in training.seconds));
if (absent.length > 0) {
  console.log(`\nbench/speed.json is kept: ${absent.join(", ")} missing`);
} else {
  const machine = head.split("\n");
  const results = { machine, training: training.seconds, losses };
  const file = join(import.meta.dirname!, "speed.json");
  await Deno.writeTextFile(file, JSON.stringify(results, null, 2) + "\n");
  await import("./plot.ts");
}

async function lossOf(count: number, classes: number): Promise<Outcome> {
  const folder = await Deno.makeTempDir();
  try {
    const rows = randomRows(count, classes);
    return await contest(await lossContestants(python, rows, folder));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The peers that we led before, and no longer do. */
function behindIn(what: string, now: Seconds, before: Seconds): string[] {
  return Object.keys(now)
    .filter((peer) => before[peer] > before["ours"])
    .filter((peer) => now["ours"] > now[peer] * NOISE)
    .map((peer) => `${what}, ${peer}`);
}

function report(
  title: string,
  { seconds, missing }: Outcome,
  shown: (seconds: number) => number,
): void {
  console.log(`\n${title}\n`);
  const rows = Object.entries(seconds).map(([name, its]) => [
    name,
    shown(its),
    seconds["ours"] / its,
  ]);
  console.log(table(["", title.split(": ")[1], "our time / its time"], rows));
  for (const line of missing) console.log(`\nmissing: ${line}`);
}
