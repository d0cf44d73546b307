/**
 * `deno task accuracy`: how far our functions, and those of peers, are from the
 * exact value, in units in the last place. It ends with 1 when one of ours is
 * further than it may be. `--rows` says how many predictions ours are tried on, five
 * million by default, and `--seed` which.
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
import type { Found, Hunt, Progress } from "./accuracy_hunt.ts";
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

/** Peers take long, and are far off soon. */
const PEER_INPUTS = 1000;

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
    options: {
      rows: { type: "string", default: "5000000" },
      seed: { type: "string", default: "2026" },
    },
  });
  const rows = wholeNumber("rows", values.rows);
  const seed = wholeNumber("seed", values.seed);
  using python = new PythonPeers();
  const { peers, missing } = await accuracyPeers(python);
  const contestants = { ours, ...peers };
  const worst = await compare(contestants, seed);
  const found = await huntInWorkers(rows, seed);
  const versions = { ...peerVersions, ...await python.versions() };
  console.log(`${machine(versions)}\n`);
  for (const line of missing) console.log(`missing: ${line}`);
  reportOwn(found, rows);
  reportWorst(worst);
  await reportHard(contestants);

  const beyond = Object.keys(found).filter((name) =>
    !(found[name].error <= measured[name].ulps)
  );
  console.log(`\nOurs as exact as promised: ${beyond.length === 0}`);
  for (const name of beyond) {
    console.log(`not met: ${name} at ${JSON.stringify(found[name].at)}`);
  }
  if (beyond.length > 0) Deno.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new RangeError(
      `accuracy: --${name} must be an integer of at least 0, got ${text}`,
    );
  }
  return number;
}

/** The worst of our functions on the edges and many random rows, in all processors. */
async function huntInWorkers(
  rows: number,
  seed: number,
): Promise<Record<string, Found>> {
  const worst: Record<string, Found> = {};
  const keep = (name: string, found: Found) => {
    if (!(found.error <= (worst[name]?.error ?? -1))) worst[name] = found;
  };
  for (const at of edges.map(caseOf)) {
    for (const [name, its] of Object.entries(measured)) {
      keep(name, { error: Math.max(...errorsOf(its, at)), at });
    }
  }
  const count = navigator.hardwareConcurrency;
  const done = Array<number>(count).fill(0);
  await Promise.all(done.map((_, i) => {
    const share = Math.floor((rows + i) / count);
    const worker = new Worker(import.meta.resolve("./accuracy_hunt.ts"), {
      type: "module",
    });
    return new Promise<void>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Progress>) => {
        done[i] = data.done;
        const all = done.reduce((sum, each) => sum + each);
        progress(`${all} of ${rows} rows`);
        if (data.done < share) return;
        for (const [name, found] of Object.entries(data.found)) {
          keep(name, found);
        }
        worker.terminate();
        resolve();
      };
      worker.postMessage({ rows: share, seed: seed + i } satisfies Hunt);
    });
  }));
  progress("");
  return worst;
}

/** Peers and ours on the edges and a few random inputs. */
async function compare(
  contestants: Record<string, Contestant>,
  seed: number,
): Promise<Record<string, Worst>> {
  const worst: Record<string, Worst> = {};
  const cases = [...edges, ...predictions(PEER_INPUTS, seed)].map(caseOf);
  for (const [name, contestant] of Object.entries(contestants)) {
    note(worst[name] = {}, await contestant(cases), cases);
  }
  return worst;
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

function reportOwn(found: Record<string, Found>, rows: number): void {
  console.log(
    `Ours, largest error in ULP: ${edges.length} edges and ${rows} random rows\n`,
  );
  const lines = Object.entries(found).map(([name, { error }]) => [
    name + (measured[name].of ? " *" : ""),
    inUlps(error),
    String(measured[name].ulps),
  ]);
  console.log(table(["", "found", "promised"], lines));
  console.log(
    "\n* where terms cancel: in ULP of the larger one, or of all without their signs",
  );
}

function reportWorst(worst: Record<string, Worst>): void {
  console.log(
    `\nBeside peers, largest error in ULP: the edges and ${PEER_INPUTS} random rows\n`,
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
