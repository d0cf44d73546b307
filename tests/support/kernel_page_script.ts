import { PageKernel } from "../../lib/kernel/client.ts";
import { safeHtml } from "../../lib/kernel/safe_html.ts";
import type { CellEvent } from "../../lib/kernel/messages.ts";

const packed = document.querySelector("script.kernel")!.textContent!;
const kernel = new PageKernel(packed);

/** Runs a cell; what it put out, and how it ended. */
async function run(code: string) {
  const events: CellEvent[] = [];
  const outcome = await kernel.run(code, (event) => events.push(event));
  return { outcome, events };
}

Object.assign(globalThis, { kernel, run, safeHtml });
