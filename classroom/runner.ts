/**
 * Runs the cells of one student, in a process that may do nothing else. What it
 * reports is marked with a secret that the cells never see.
 *
 * @module
 */

import * as mathematics from "../lib/mod.ts";
import * as notebook from "../lib/notebook.ts";
import { assert } from "../lib/kernel/assert.ts";
import { openSession } from "../lib/kernel/session.ts";
import type { Work } from "./run_cells.ts";

// What a report needs, from before any cell could replace it.
const write = Deno.stdout.writeSync.bind(Deno.stdout);
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);
const { stringify } = JSON;
const { exit } = Deno;
const { setTimeout } = globalThis;

/** The language's own objects on which verdicts and reports depend. */
const LANGUAGE = [
  "Array",
  "Boolean",
  "Date",
  "Error",
  "Float64Array",
  "Function",
  "JSON",
  "Map",
  "Math",
  "Number",
  "Object",
  "Promise",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "Uint8Array",
  "WeakMap",
  "structuredClone",
];

/**
 * Makes the language constant: otherwise a cell could teach
 * `Array.prototype.every` to call each answer right.
 */
function lockLanguage(): void {
  /** What honest code sets on objects of its own that inherit it. */
  const inherited = ["constructor", "name", "message", "toString", "valueOf"];
  const seen = new Set<unknown>();
  const lock = (value: unknown): void => {
    if (!(value instanceof Object) && value !== Object.prototype) return;
    if (seen.has(value)) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value as object)) {
      const property = Reflect.getOwnPropertyDescriptor(value as object, key)!;
      for (const part of [property.value, property.get, property.set]) {
        lock(part);
      }
      if (!property.configurable) continue;
      const constant = "value" in property &&
        !inherited.includes(key as string);
      Object.defineProperty(value, key, {
        configurable: false,
        ...(constant && { writable: false }),
      });
    }
    lock(Object.getPrototypeOf(value));
    Object.preventExtensions(value);
  };
  for (const name of LANGUAGE) {
    lock((globalThis as Record<string, unknown>)[name]);
    Object.defineProperty(globalThis, name, {
      writable: false,
      configurable: false,
    });
  }
  // What iterates has no name.
  for (const list of [[], new Map(), new Set(), ""]) {
    lock(Object.getPrototypeOf(list[Symbol.iterator]()));
  }
}

async function run({ secret, cells, printed }: Work): Promise<void> {
  /** Reports something, in a line of its own. */
  function report(what: string, ...texts: string[]): void {
    let line = `\n${secret} ${what}`;
    for (let i = 0; i < texts.length; i++) line += ` ${stringify(texts[i])}`;
    let bytes = encode(line + "\n");
    while (bytes.length > 0) bytes = bytes.subarray(write(bytes));
  }

  const check: typeof notebook.check = (exercise, answer, ...more) => {
    const verdict = notebook.check(exercise, answer, ...more);
    const open = answer === undefined;
    report(open ? "open" : verdict.right ? "right" : "wrong", exercise);
    return verdict;
  };

  let loaded = 0;
  const session = openSession({
    "@lesson/cross-entropy": mathematics,
    "@lesson/cross-entropy/notebook": { ...notebook, check },
    assert,
    "node:assert": assert,
    "node:assert/strict": assert,
  }, (script) => {
    const name = `cell-${++loaded}`;
    (0, eval)(`${script}\n//# sourceURL=${name}`);
    return `${name}, <anonymous>`; // as V8 names what came through eval
  });

  // A promise that nobody waits for would end the process, and all later cells.
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    report("failed", `${event.reason}`);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    report("failed", `${event.error}`);
  });

  lockLanguage();
  let left = printed;
  for (let i = 0; i < cells.length; i++) {
    report(`cell ${i}`);
    await session.run(cells[i], (event) => {
      if (event.type === "error") {
        report("failed", `${event.name}: ${event.message}`);
      }
      if (event.type === "stream" && (left -= event.text.length) < 0) {
        report("flood");
        exit(1);
      }
    });
    // So that a promise that was left alone fails while its cell is known.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  report("end");
  exit(0);
}

new Response(Deno.stdin.readable).json().then(run);
