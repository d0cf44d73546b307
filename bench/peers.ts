/**
 * `deno task bench`, its second part: training and the loss at scale beside peers,
 * all in one run. It ends with 1 when a goal is not met. What it finds goes to
 * bench/speed.json, too, from which bench/plot.ts draws bench/speed.svg.
 *
 * @module
 */

import { join } from "node:path";
import { contest, type Outcome } from "./contest.ts";
import { type Goal, lossGoals, trainingGoals } from "./goals.ts";
import { lossContestants, oursOn, randomRows } from "./loss_at_scale.ts";
import { machine } from "./machine.ts";
import { peerVersions } from "./npm_peers.ts";
import { PythonPeers } from "./python_peers.ts";
import { table } from "./table.ts";
import { trainingContestants } from "./training.ts";

const shapes = [[1_000_000, 3], [100_000, 10], [10_000, 1000]] as const;
const counts = [1_000, 10_000, 100_000, 1_000_000];
const effort = { rounds: 5, seconds: 0.5 };
/** What costs no more than this many times as much for each element is flat. */
const FLAT = 1.5;

async function main(): Promise<void> {
  using python = new PythonPeers();
  const tfjs = "@tensorflow/tfjs";
  const versions = { [tfjs]: peerVersions[tfjs], ...await python.versions() };
  const head = machine(versions);
  console.log(head);
  const goals: Goal[] = [];

  const training = await contest(trainingContestants(python), effort);
  training.missing.push(
    "brain.js: it has no softmax output, so it cannot compute the same",
  );
  report("Training: steps per second", training, (seconds) => 1 / seconds);
  goals.push(...trainingGoals(training.seconds));

  const losses: Record<string, Outcome["seconds"]> = {};
  for (const [i, [count, classes]] of shapes.entries()) {
    const name = `${count.toLocaleString("en")} × ${classes}`;
    const outcome = await lossOf(python, count, classes);
    const perElement = (seconds: number) => seconds / count / classes * 1e9;
    report(`The loss of ${name}: ns for each logit`, outcome, perElement);
    losses[name] = outcome.seconds;
    goals.push(...lossGoals(name, i, outcome.seconds));
  }
  goals.push(await flatness());

  console.log("\nGoals\n");
  for (const { text, met } of goals) {
    console.log(
      `${met === undefined ? "not known" : met ? "met" : "not met"}: ${text}`,
    );
  }
  const results = {
    machine: head.split("\n"),
    training: training.seconds,
    losses,
  };
  const file = join(import.meta.dirname!, "speed.json");
  await Deno.writeTextFile(file, JSON.stringify(results, null, 2) + "\n");
  await import("./plot.ts");
  if (goals.some(({ met }) => met === false)) Deno.exitCode = 1;
}

async function lossOf(
  python: PythonPeers,
  count: number,
  classes: number,
): Promise<Outcome> {
  const folder = await Deno.makeTempDir();
  try {
    const rows = randomRows(count, classes);
    return await contest(await lossContestants(python, rows, folder), effort);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What a logit of ours costs as the rows become more. */
async function flatness(): Promise<Goal> {
  const costs: number[] = [];
  for (const count of counts) {
    const { seconds } = await contest([oursOn(randomRows(count, 3))], effort);
    costs.push(seconds["ours"] / count / 3 * 1e9);
  }
  console.log("\nOur loss of N × 3\n");
  const rows = counts.map((count, i) => [`${count}`, costs[i].toFixed(1)]);
  console.log(table(["N", "ns for each logit"], rows));
  const ratio = Math.max(...costs) / Math.min(...costs);
  return {
    text:
      `cost of a logit flat from N = 1e3 to 1e6, within a factor of ${FLAT}: ${
        ratio.toFixed(2)
      }`,
    met: ratio <= FLAT,
  };
}

function report(
  title: string,
  { seconds, missing }: Outcome,
  shown: (seconds: number) => number,
): void {
  console.log(`\n${title}\n`);
  const rows = Object.entries(seconds).map(([name, its]) => [
    name,
    shown(its).toPrecision(3),
    (seconds["ours"] / its).toPrecision(3),
  ]);
  console.log(table(["", title.split(": ")[1], "our time / its time"], rows));
  if (missing.length > 0) console.log();
  for (const line of missing) console.log(`missing: ${line}`);
}

await main();
