/**
 * `deno task accuracy`: how far our functions, and those of peers, are from the
 * exact value, in units in the last place. It ends with 1 when one of ours is
 * further than it may be.
 *
 * @module
 */

import { parseArgs } from "node:util";
import {
  crossEntropyFromLogits,
  crossEntropyGradientInLogits,
  logSoftmax,
  softmax,
} from "@lesson/cross-entropy";
import {
  edges,
  errorInUlps,
  type ExactValues,
  exactValues,
  type Prediction,
  predictions,
} from "../tests/support/exact.ts";
import {
  type Case,
  caseOf,
  errorsOf,
  measured,
} from "../tests/support/measured.ts";
import {
  accuracyPeers,
  type Contestant,
  oneByOne,
  type Values,
} from "./accuracy_peers.ts";
import { machine } from "./machine.ts";
import { peerVersions } from "./npm_peers.ts";
import { PythonPeers } from "./python_peers.ts";
import { table } from "./table.ts";

const SEED = 2026;
/** Peers take long, and are far off soon. */
const PEER_INPUTS = 1000;
/** Exact values are held for so many inputs at a time. */
const BATCH = 1000;

const quantities = [
  "softmax",
  "logSoftmax",
  "crossEntropy",
  "gradient",
] as const;

/** The largest error of each quantity, in ULP. */
type Worst = Partial<Record<keyof Values, number>>;

const ours: Contestant = oneByOne(({ logits, target }) => ({
  softmax: softmax(logits),
  logSoftmax: logSoftmax(logits),
  crossEntropy: [crossEntropyFromLogits(logits, target)],
  gradient: crossEntropyGradientInLogits(logits, target),
}));

/** Inputs on which a loss is easily lost. */
const hard: Record<string, Prediction> = {
  "[40, 0, 0]": { logits: [40, 0, 0], target: 0 },
  "[700, 0, 0]": { logits: [700, 0, 0], target: 0 },
  "[−∞, 0, 1]": { logits: [-Infinity, 0, 1], target: 1 },
  "[1e308, 1e308, −1e308]": { logits: [1e308, 1e308, -1e308], target: 0 },
  "[1e16, 1e16 + 2, 0]": { logits: [1e16, 1e16 + 2, 0], target: 0 },
  "1000 times 7": { logits: Array<number>(1000).fill(7), target: 0 },
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { inputs: { type: "string", default: "100000" } },
  });
  const count = Number(values.inputs);
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `accuracy: --inputs must be an integer of at least 0, got ${values.inputs}`,
    );
  }
  using python = new PythonPeers();
  const { peers, missing } = await accuracyPeers(python);
  const { own, worst } = await measure(count, { ours, ...peers });
  const versions = { ...peerVersions, ...await python.versions() };
  console.log(`${machine(versions)}\n`);
  for (const line of missing) console.log(`missing: ${line}`);
  reportOwn(own, count);
  reportWorst(worst, Math.min(count, PEER_INPUTS));
  await reportHard({ ours, ...peers });

  const beyond = Object.keys(own).filter((name) =>
    !(own[name] <= measured[name].ulps)
  );
  console.log(`\nOurs as exact as promised: ${beyond.length === 0}`);
  for (const name of beyond) console.log(`not met: ${name}`);
  if (beyond.length > 0) Deno.exitCode = 1;
}

/** Our functions on all inputs; peers and ours on the edges and the first ones. */
async function measure(
  count: number,
  contestants: Record<string, Contestant>,
): Promise<{ own: Record<string, number>; worst: Record<string, Worst> }> {
  const own: Record<string, number> = {};
  const worst: Record<string, Worst> = {};
  const inputs = predictions(count, SEED);
  let done = 0;
  do {
    const batch = nextOf(inputs, BATCH);
    const cases = (done === 0 ? [...edges, ...batch] : batch).map(caseOf);
    for (const [name, its] of Object.entries(measured)) {
      for (const at of cases) {
        own[name] = Math.max(own[name] ?? 0, ...errorsOf(its, at));
      }
    }
    for (const [name, contestant] of Object.entries(contestants)) {
      if (done >= PEER_INPUTS) break;
      note(worst[name] ??= {}, await contestant(cases), cases);
    }
    done += batch.length;
    progress(`${done} of ${count} inputs`);
  } while (done < count);
  progress("");
  return { own, worst };
}

function nextOf<T>(iterator: Iterator<T>, most: number): T[] {
  const items: T[] = [];
  while (items.length < most) {
    const { value, done } = iterator.next();
    if (done) break;
    items.push(value);
  }
  return items;
}

function note(worst: Worst, found: Values[], cases: readonly Case[]): void {
  found.forEach((values, i) => {
    for (const name of quantities) {
      const wanted = [cases[i].values[name]].flat();
      values[name]?.forEach((number, j) => {
        const error = errorInUlps(number, wanted[j]);
        worst[name] = Math.max(worst[name] ?? 0, error);
      });
    }
  });
}

function progress(text: string): void {
  const line = `\r\x1b[K${text}`;
  Deno.stderr.writeSync(new TextEncoder().encode(line));
}

function reportOwn(own: Record<string, number>, count: number): void {
  console.log(
    `Ours, largest error in ULP: ${edges.length} edges and ${count} random inputs\n`,
  );
  const rows = Object.entries(own).map(([name, error]) => [
    name + (measured[name].of ? " *" : ""),
    inUlps(error),
    String(measured[name].ulps),
  ]);
  console.log(table(["", "found", "promised"], rows));
  console.log("\n* in ULP of the larger of two terms that cancel");
}

function reportWorst(worst: Record<string, Worst>, count: number): void {
  console.log(
    `\nBeside peers, largest error in ULP: the edges and ${count} random inputs\n`,
  );
  const rows = Object.entries(worst).map(([name, errors]) => [
    name,
    ...quantities.map((quantity) => inUlps(errors[quantity])),
  ]);
  console.log(table(["", ...quantities], rows));
}

function inUlps(error: number | undefined): string {
  if (error === undefined) return "";
  if (error === Infinity) return "NaN or ∞";
  return error < 1000 ? error.toFixed(2) : error.toExponential(0);
}

async function reportHard(
  contestants: Record<string, Contestant>,
): Promise<void> {
  console.log(
    "\nDigits that are right, of the loss and of its gradient at the class\n",
  );
  const inputs = Object.values(hard);
  const rows: string[][] = [];
  for (const [name, contestant] of Object.entries(contestants)) {
    const found = await contestant(inputs);
    rows.push([name, ...found.map((values, i) => digits(values, inputs[i]))]);
  }
  console.log(table(["", ...Object.keys(hard)], rows));
}

function digits(values: Values, { logits, target }: Prediction): string {
  const exact = exactValues(logits, target);
  const loss = rightDigits(values.crossEntropy![0], exact.crossEntropy);
  const slope = values.gradient &&
    rightDigits(values.gradient[target], exact.gradient[target]);
  return slope === undefined ? loss : `${loss} / ${slope}`;
}

/** How many digits are right, or what came instead. */
function rightDigits(
  actual: number,
  wanted: ExactValues["crossEntropy"],
): string {
  if (!Number.isFinite(actual)) return String(actual).replace("Infinity", "∞");
  if (actual === 0 && !wanted.isZero()) return "0";
  const error = wanted.minus(actual).div(wanted).abs().toNumber();
  return `${Math.max(0, Math.floor(-Math.log10(Math.max(error, 1e-16))))} d`;
}

await main();
