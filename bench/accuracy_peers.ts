import type { Prediction } from "../tests/support/exact.ts";
import { npmPeer } from "./npm_peers.ts";
import { fromBase64, type PythonPeers, toBase64 } from "./python_peers.ts";

/** What a contestant makes of one prediction; what it lacks is left out. */
export interface Values {
  readonly softmax?: readonly number[];
  readonly logSoftmax?: readonly number[];
  readonly crossEntropy?: readonly number[];
  readonly gradient?: readonly number[];
}

/** The values of each prediction, in order. */
export type Contestant = (
  predictions: readonly Prediction[],
) => Values[] | Promise<Values[]>;

/** A contestant that takes one prediction after the other. */
export function oneByOne(values: (at: Prediction) => Values): Contestant {
  return (predictions) => predictions.map(values);
}

/** Each peer, ready to go, or why it is missing. */
export async function accuracyPeers(python: PythonPeers): Promise<{
  peers: Record<string, Contestant>;
  missing: string[];
}> {
  const peers: Record<string, Contestant> = {};
  const missing: string[] = [];
  const makers = {
    "mathjs, formula as written": mathjs,
    "ml-matrix, maximum subtracted": mlMatrix,
    "stdlib, logaddexp": stdlib,
    "tfjs, float32": tfjs,
  };
  for (const [name, make] of Object.entries(makers)) {
    try {
      peers[name] = await make();
    } catch (error) {
      missing.push((error as Error).message);
    }
  }
  const versions = await python.versions();
  for (const name of ["SciPy", "PyTorch"]) {
    if (name in versions) peers[name] = pythonPeer(python, name);
    else missing.push(`${name}: not in this Python; set PYTHON to another`);
  }
  return { peers, missing };
}

/** mathjs has no softmax: this is the formula of the textbook. */
async function mathjs(): Promise<Contestant> {
  const math = await npmPeer("mathjs");
  return oneByOne(({ logits, target }) => {
    const exponentials = logits.map((z) => math.exp(z));
    const softmax = math.divide(exponentials, math.sum(exponentials));
    return {
      softmax,
      logSoftmax: softmax.map((p: number) => math.log(p)),
      crossEntropy: [-math.log(softmax[target])],
      gradient: minusOneAt(softmax, target),
    };
  });
}

/** ml-matrix has no softmax either: the usual way, the maximum taken out. */
async function mlMatrix(): Promise<Contestant> {
  const { Matrix } = await npmPeer("ml-matrix");
  return oneByOne(({ logits, target }) => {
    const row = Matrix.rowVector(logits);
    const shifted = row.sub(row.max());
    const exponentials = Matrix.exp(shifted);
    const sum = exponentials.sum();
    const softmax = Matrix.div(exponentials, sum).to1DArray();
    const logSoftmax = Matrix.sub(shifted, Math.log(sum)).to1DArray();
    return {
      softmax,
      logSoftmax,
      crossEntropy: [-logSoftmax[target]],
      gradient: minusOneAt(softmax, target),
    };
  });
}

async function stdlib(): Promise<Contestant> {
  const name = "@stdlib/math-base-special-logaddexp";
  const { default: logaddexp } = await npmPeer(name);
  return oneByOne(({ logits, target }) => {
    const logSumExp = logits.reduce((sum, z) => logaddexp(sum, z));
    const logSoftmax = logits.map((z) => z - logSumExp);
    const softmax = logSoftmax.map(Math.exp);
    return {
      softmax,
      logSoftmax,
      crossEntropy: [logSumExp - logits[target]],
      gradient: minusOneAt(softmax, target),
    };
  });
}

async function tfjs(): Promise<Contestant> {
  const tf = await npmPeer("@tensorflow/tfjs");
  await tf.setBackend("cpu");
  return oneByOne(({ logits, target }) =>
    tf.tidy(() => {
      const z = tf.tensor2d([logits]);
      const y = tf.tensor2d([logits.map((_, j) => j === target ? 1 : 0)]);
      // deno-lint-ignore no-explicit-any
      const loss = (z: any) => tf.losses.softmaxCrossEntropy(y, z);
      return {
        softmax: tf.softmax(z).dataSync(),
        logSoftmax: tf.logSoftmax(z).dataSync(),
        crossEntropy: loss(z).dataSync(),
        gradient: tf.grad(loss)(z).dataSync(),
      };
    })
  );
}

function minusOneAt(softmax: readonly number[], target: number): number[] {
  return softmax.map((p, j) => j === target ? p - 1 : p);
}

/** All predictions in one request. */
function pythonPeer(python: PythonPeers, peer: string): Contestant {
  return async (predictions) => {
    const found = await python.ask<Record<keyof Values, string>>({
      do: "values",
      peer,
      logits: toBase64(predictions.flatMap(({ logits }) => logits)),
      sizes: predictions.map(({ logits }) => logits.length),
      targets: predictions.map(({ target }) => target),
    });
    const all = Object.entries(found)
      .map(([name, text]) => [name, fromBase64(text)] as const);
    let first = 0;
    return predictions.map(({ logits }, i) => {
      const end = first + logits.length;
      const values = Object.fromEntries(all.map(([name, numbers]) => [
        name,
        name === "crossEntropy" ? [numbers[i]] : numbers.slice(first, end),
      ]));
      first = end;
      return values;
    });
  };
}
