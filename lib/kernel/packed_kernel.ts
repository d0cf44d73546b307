import { browserScript } from "../notebook/browser_script.ts";
import { gzipBase64 } from "../notebook/gzip_base64.ts";

/**
 * The kernel of a page, library included, for {@linkcode PageKernel} to unpack: the
 * script of a worker, compressed with gzip and written as base64.
 */
export async function packedKernel(): Promise<string> {
  const entry = new URL("worker.ts", import.meta.url);
  // Only the Deno kernel imports these: a page has its own Plotly.
  const external = ["*/packed_plotly.ts", "*/bundled_explorables.ts"];
  return await gzipBase64(await browserScript(entry, external));
}
