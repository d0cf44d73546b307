import { npmPeer } from "./npm_peers.ts";

/** TensorFlow.js, with one of its backends at work. */
// deno-lint-ignore no-explicit-any
export async function tensorflow(backend: "cpu" | "wasm"): Promise<any> {
  const tf = await npmPeer("@tensorflow/tfjs");
  if (backend === "wasm") await npmPeer("@tensorflow/tfjs-backend-wasm");
  if (!await tf.setBackend(backend)) {
    throw new Error(`tfjs: no ${backend} backend`);
  }
  return tf;
}
