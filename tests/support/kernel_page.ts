import { join } from "node:path";
import { packedKernel } from "../../lib/kernel/packed_kernel.ts";
import { browserScript } from "../../lib/notebook/browser_script.ts";

/**
 * Writes a page with the kernel and nothing else, under the policy of the lesson's
 * pages, and returns its path.
 *
 * Its script makes `run(code)` global, which returns how a cell ended and what it
 * put out, and `kernel`, a `PageKernel`.
 */
export async function writeKernelPage(folder: string): Promise<string> {
  const entry = new URL("kernel_page_script.ts", import.meta.url);
  const script = await browserScript(entry);
  const bytes = new TextEncoder().encode(script);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest.toBase64()}' blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
  ].join("; ");
  const path = join(folder, "kernel.html");
  await Deno.writeTextFile(
    path,
    `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Kernel</title>
<p>A page with a kernel.</p>
<script type="text/plain" class="kernel">${await packedKernel()}</script>
<script>${script}</script>
`,
  );
  return path;
}
