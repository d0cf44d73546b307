/**
 * The kernel of a page: the script of a worker, bundled with the library. It runs
 * the cells that the page sends, and sends back what they put out.
 *
 * @module
 */

import * as mathematics from "../mod.ts";
import * as notebook from "../notebook.ts";
import { assert } from "./assert.ts";
import type { KernelMessage, RunMessage } from "./messages.ts";
import { openSession } from "./session.ts";

const worker = globalThis as unknown as {
  postMessage(message: KernelMessage): void;
  importScripts(url: string): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
};
// Kept, for a cell may call something of its own by these names.
const postMessage = worker.postMessage.bind(worker);
const importScripts = worker.importScripts.bind(worker);
const { createObjectURL, revokeObjectURL } = URL;

/** A script in a Blob of its own: a policy can allow that without `eval`. */
function load(script: string): string {
  const url = createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    importScripts(url);
  } finally {
    revokeObjectURL(url);
  }
  return url;
}

const session = openSession({
  "@lesson/cross-entropy": mathematics,
  "@lesson/cross-entropy/notebook": notebook,
  assert,
  "node:assert": assert,
  "node:assert/strict": assert,
}, load);

worker.addEventListener("message", (event) => {
  const { id, code } = (event as MessageEvent<RunMessage>).data;
  session.run(code, (cellEvent) => postMessage({ id, ...cellEvent }));
});
