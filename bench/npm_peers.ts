/**
 * Peers from npm. They are imported by names that are put together here, so that
 * neither deno.json nor deno.lock knows of them.
 *
 * @module
 */

export const peerVersions = {
  "@tensorflow/tfjs": "4.22.0",
  "@tensorflow/tfjs-backend-wasm": "4.22.0",
  "mathjs": "15.2.0",
  "ml-matrix": "6.15.1",
  "@stdlib/math-base-special-logaddexp": "0.2.4",
} as const;

/**
 * Imports a package.
 *
 * @throws {Error} When it cannot be fetched; the message is one line.
 */
export async function npmPeer(
  name: keyof typeof peerVersions,
  // deno-lint-ignore no-explicit-any
): Promise<any> {
  try {
    return await import(`npm:${name}@${peerVersions[name]}`);
  } catch (error) {
    const [reason] = String((error as Error)?.message ?? error).split("\n");
    throw new Error(`${name}: ${reason}`, { cause: error });
  }
}

/** TensorFlow.js with the given backend active. */
// deno-lint-ignore no-explicit-any
export async function tensorflow(backend: "cpu" | "wasm"): Promise<any> {
  const tf = await npmPeer("@tensorflow/tfjs");
  if (backend === "wasm") await npmPeer("@tensorflow/tfjs-backend-wasm");
  if (!await tf.setBackend(backend)) {
    throw new Error(`tfjs: no ${backend} backend`);
  }
  return tf;
}
