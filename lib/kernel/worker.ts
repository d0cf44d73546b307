/**
 * The kernel of a page: the script of a worker, bundled with the library. It runs
 * the cells that the page sends, and sends back what they put out.
 *
 * @module
 */

import * as mathematics from "../mod.ts";
import * as notebook from "../notebook.ts";
import { assert } from "./assert.ts";
import { addressOf } from "./blob_address.ts";
import type { KernelMessage, PageMessage } from "./messages.ts";
import { openSession } from "./session.ts";

const worker = globalThis as unknown as {
  postMessage(message: KernelMessage): void;
  importScripts(url: string): void;
  addEventListener<Type extends Event>(
    type: string,
    listener: (event: Type) => void,
  ): void;
};
// Kept here, since a cell may declare something by these names.
const postMessage = worker.postMessage.bind(worker);
const importScripts = worker.importScripts.bind(worker);

// A worker of a cell's own could do no more than the cell, and Firefox sometimes never
// returns from making one inside a worker.
Reflect.deleteProperty(globalThis, "Worker");

let arrived: (url: string) => void = () => {};

/**
 * Runs a script from a Blob, which needs no `eval`. At file:// Chromium loads only a
 * Blob that the worker made, WebKit only one that the page made.
 */
async function load(script: string): Promise<string> {
  const own = addressOf(script);
  try {
    importScripts(own);
    return own;
  } catch (error) {
    if ((error as Error).name !== "NetworkError") throw error;
  }
  const { promise, resolve } = Promise.withResolvers<string>();
  arrived = resolve;
  postMessage({ type: "script", script });
  const url = await promise;
  importScripts(url);
  return url;
}

const session = openSession({
  "@lesson/cross-entropy": mathematics,
  "@lesson/cross-entropy/notebook": notebook,
  assert,
  "node:assert": assert,
  "node:assert/strict": assert,
}, load);

worker.addEventListener("message", ({ data }: MessageEvent<PageMessage>) => {
  if (data.type === "script") return arrived(data.url);
  const { id, code } = data;
  session.run(code, (event) => postMessage({ id, ...event }));
});

// Errors of what a cell left behind, such as a timer, are printed.
const report = (event: Event, reason: unknown) => {
  event.preventDefault();
  console.error(`Uncaught ${reason}`);
};
worker.addEventListener(
  "error",
  (event: ErrorEvent) => report(event, event.error ?? event.message),
);
worker.addEventListener(
  "unhandledrejection",
  (event: PromiseRejectionEvent) => report(event, event.reason),
);
