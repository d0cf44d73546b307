import type { MimeBundle } from "../notebook/host.ts";

/** What the page asks of the worker. */
export interface RunMessage {
  readonly type: "run";
  /** The number of this run, which all its events carry. */
  readonly id: number;
  /** The text of the cell, in TypeScript. */
  readonly code: string;
}

/** The script that the worker wanted, as the address of a Blob. */
export interface ScriptMessage {
  readonly type: "script";
  readonly url: string;
}

/** What the page sends to the worker. */
export type PageMessage = RunMessage | ScriptMessage;

/** What a cell puts out, in order; `done` is the last. */
export type CellEvent =
  /** The cell begins: those before it have ended. */
  | { readonly type: "started" }
  /** Something that is shown: a figure, a table. */
  | { readonly type: "display"; readonly data: MimeBundle }
  /** A printed line. */
  | {
    readonly type: "stream";
    readonly name: "stdout" | "stderr";
    readonly text: string;
  }
  /** The value of the cell's last expression. */
  | { readonly type: "result"; readonly data: MimeBundle }
  /** Why the cell failed, and where, when that is known; both count from 1. */
  | {
    readonly type: "error";
    readonly name: string;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  }
  /** The cell has ended. */
  | { readonly type: "done" };

/**
 * What the worker sends to the page: what a cell puts out, or a script that the
 * page is to put into a Blob.
 */
export type KernelMessage =
  | CellEvent & { readonly id: number }
  | { readonly type: "script"; readonly script: string };
