import { seededRandom, trainingLosses } from "@lesson/cross-entropy";
import { join } from "node:path";
import { type Contestant, pythonContestant, timedHere } from "./contest.ts";
import { tensorflow } from "./npm_peers.ts";
import type { PythonPeers } from "./python_peers.ts";

/** Logits row by row, and the class of each row. */
export interface Rows {
  readonly count: number;
  readonly classes: number;
  readonly logits: Float64Array<ArrayBuffer>;
  readonly targets: Uint32Array<ArrayBuffer>;
}

/** Logits in ±5, the same for the same shape. */
export function randomRows(count: number, classes: number): Rows {
  const random = seededRandom(2026);
  return {
    count,
    classes,
    logits: new Float64Array(count * classes).map(() => 10 * random() - 5),
    targets: new Uint32Array(count).map(() => Math.floor(classes * random())),
  };
}

/**
 * Total cross-entropy of many rows and its gradient in the logits. What must agree
 * is the total, and the sum of the squares of the gradient.
 *
 * @param folder Where Python finds the rows.
 */
export async function lossContestants(
  python: PythonPeers,
  rows: Rows,
  folder: string,
): Promise<Contestant[]> {
  const [logits, targets] = ["logits", "targets"].map((n) => join(folder, n));
  await Deno.writeFile(logits, new Uint8Array(rows.logits.buffer));
  await Deno.writeFile(targets, new Uint8Array(rows.targets.buffer));
  const request = {
    do: "prepare_loss",
    logits,
    targets,
    classes: rows.classes,
  };
  return [
    oursOn(rows),
    copyOf(rows),
    ...["NumPy", "PyTorch"].map((peer) =>
      pythonContestant(python, { ...request, peer })
    ),
    tfjs("tfjs wasm, float32", "wasm", rows, itsLoss),
    tfjs("tfjs wasm, float32, plain operations", "wasm", rows, plainOperations),
    tfjs("tfjs cpu, float32", "cpu", rows, itsLoss),
  ];
}

/** Our loss of rows. */
export function oursOn({ logits, targets }: Rows): Contestant {
  const { batch: loss } = trainingLosses.crossEntropy;
  return {
    name: "ours",
    prepare: () => {
      const gradient = new Float64Array(logits.length);
      const work = () => loss(logits, targets, gradient);
      return {
        check: [work(), sumOfSquares(gradient)],
        timed: (seconds) => timedHere(work, seconds),
      };
    },
  };
}

/** The limit: memory read once and written once, and nothing computed. */
function copyOf({ logits }: Rows): Contestant {
  return {
    name: "a copy of the logits",
    tolerance: Infinity,
    prepare: () => {
      const copy = new Float64Array(logits.length);
      const timed = (seconds: number) =>
        timedHere(() => copy.set(logits), seconds);
      return { check: [0, 0], timed };
    },
  };
}

// deno-lint-ignore no-explicit-any
type Tensors = any;

function tfjs(
  name: string,
  backend: "cpu" | "wasm",
  { count, classes, logits, targets }: Rows,
  lossAndGradient: (tf: Tensors, z: Tensors, y: Tensors) => Tensors[],
): Contestant {
  return {
    name,
    tolerance: 1e-3, // float32, and a sum of a million losses
    prepare: async () => {
      const tf = await tensorflow(backend);
      const z = tf.tensor2d(Float32Array.from(logits), [count, classes]);
      const indices = tf.tensor1d(Int32Array.from(targets), "int32");
      const y = tf.oneHot(indices, classes).toFloat();
      const compute = () => lossAndGradient(tf, z, y);
      const [loss, gradient] = compute().map((found) => found.dataSync());
      return {
        check: [loss[0], sumOfSquares(gradient)],
        timed: async (seconds) => {
          await tf.setBackend(backend);
          return timedHere(() => tf.dispose(compute()), seconds);
        },
        end: () => tf.dispose([z, y]),
      };
    },
  };
}

function itsLoss(tf: Tensors, z: Tensors, y: Tensors): Tensors[] {
  const total = (z: Tensors) =>
    tf.losses.softmaxCrossEntropy(y, z, undefined, 0, tf.Reduction.SUM);
  const { value, grad } = tf.valueAndGrad(total)(z);
  return [value, grad];
}

function plainOperations(tf: Tensors, z: Tensors, y: Tensors): Tensors[] {
  return tf.tidy(() => {
    const shifted = z.sub(z.max(1, true));
    const exponentials = shifted.exp();
    const sums = exponentials.sum(1, true);
    const loss = sums.log().sum().sub(shifted.mul(y).sum());
    return [loss, exponentials.div(sums).sub(y)];
  });
}

function sumOfSquares(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
