import type { PythonPeers } from "./python_peers.ts";

/** One implementation in a benchmark. */
export interface Contestant {
  readonly name: string;
  /** Largest relative difference from our result: 1e-9 by default. */
  readonly tolerance?: number;
  /** Gets ready, and computes once what must agree with ours. */
  readonly prepare: () => Prepared | Promise<Prepared>;
}

/** A contestant that is ready. */
export interface Prepared {
  /** Numbers that must agree with ours. */
  readonly check: readonly number[];
  /** Seconds per call, the best found in the given time. */
  readonly timed: (seconds: number) => number | Promise<number>;
  /** Frees its memory. */
  readonly end?: () => Promise<void> | void;
}

/** What a contest found. */
export interface Outcome {
  /** Seconds per call of each contestant that took part. */
  readonly seconds: Record<string, number>;
  /** Why a contestant did not take part, a line each. */
  readonly missing: string[];
}

const ROUNDS = 5;
const ROUND_SECONDS = 0.5;
const CHUNK_SECONDS = 0.005;

/**
 * Times contestants in turn, in several rounds; each one's best round counts. The
 * first is ours, with which the others must agree before they are timed.
 */
export async function contest(
  contestants: readonly Contestant[],
): Promise<Outcome> {
  const ready: Record<string, Prepared> = {};
  const missing: string[] = [];
  for (const { name, tolerance = 1e-9, prepare } of contestants) {
    try {
      const prepared = await prepare();
      const { check } = Object.values(ready)[0] ?? prepared;
      const agrees = check.every((ours, i) =>
        Math.abs(prepared.check[i] - ours) <= tolerance * Math.abs(ours)
      );
      if (!agrees) throw new Error(`found ${prepared.check}, ours is ${check}`);
      ready[name] = prepared;
    } catch (error) {
      const [reason] = String((error as Error)?.message ?? error).split("\n");
      missing.push(`${name}: ${reason}`);
    }
  }
  const seconds: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { timed }] of Object.entries(ready)) {
      const found = await timed(ROUND_SECONDS);
      seconds[name] = Math.min(seconds[name] ?? Infinity, found);
    }
  }
  for (const { end } of Object.values(ready)) await end?.();
  return { seconds, missing };
}

/** Calls a function again and again: seconds per call in the best chunk. */
export function timedHere(work: () => void, seconds: number): number {
  const end = performance.now() + 1000 * seconds;
  let best = Infinity;
  for (let calls = 1, now = 0; now < end;) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) work();
    now = performance.now();
    best = Math.min(best, (now - start) / 1000 / calls);
    calls = Math.max(1, Math.floor(CHUNK_SECONDS / best));
  }
  return best;
}

/** A contestant that bench/peers.py prepares and times. */
export function pythonContestant(
  python: PythonPeers,
  request: { do: string; peer: string; [key: string]: unknown },
): Contestant {
  const id = crypto.randomUUID();
  return {
    name: request.peer,
    prepare: async () => ({
      check: await python.ask<number[]>({ ...request, id }),
      timed: (seconds) => python.ask<number>({ do: "timed", id, seconds }),
      end: () => python.ask<void>({ do: "forget", id }),
    }),
  };
}
