import {
  checkArray,
  checkFinite,
  checkInteger,
  checkObject,
} from "../math/arguments.ts";
import type { Network } from "./network.ts";

/** One sample: the inputs of the network and the class it should predict. */
export interface Sample {
  /** Shape [inputs]; for the flowers petal width and sepal width, scaled. */
  readonly inputs: readonly number[];
  /** Index of the observed class. */
  readonly target: number;
}

/** Throws unless `samples` is an array of samples that fit a network. */
export function checkSamples(
  caller: string,
  samples: readonly Sample[],
  network: Network,
): void {
  checkArray(caller, "samples", samples, "samples");
  for (let n = 0; n < samples.length; n++) {
    checkSample(caller, `samples[${n}]`, samples[n], network);
  }
}

/** Throws unless `sample` fits a network. */
export function checkSample(
  caller: string,
  name: string,
  sample: Sample,
  { hidden, output }: Network,
): void {
  checkObject(caller, name, sample);
  const { inputs, target } = sample;
  checkFinite(caller, `${name}.inputs`, inputs, hidden.weights[0].length);
  checkInteger(caller, `${name}.target`, target, 0, output.biases.length);
}
