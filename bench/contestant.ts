import type { PythonPeers } from "./python_peers.ts";

/** What takes part in a benchmark. */
export interface Contestant {
  readonly name: string;
  /** How far it may be from ours; 1e-9, unless it counts in float32. */
  readonly tolerance?: number;
  /** Gets ready, and computes once what must agree with ours. */
  readonly prepare: () => Promise<Prepared>;
}

/** A contestant that is ready. */
export interface Prepared {
  /** Numbers that must agree with ours. */
  readonly check: readonly number[];
  /** Seconds that one call takes, the best found in so many seconds. */
  readonly timed: (seconds: number) => Promise<number>;
  /** Lets its memory go. */
  readonly end?: () => Promise<void> | void;
}

const CHUNK_SECONDS = 0.005;

/** Calls a function again and again: seconds for a call in the best chunk. */
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
    prepare: async () => {
      const check = await python.ask<number[]>({ ...request, id });
      return {
        check,
        timed: (seconds) => python.ask<number>({ do: "timed", id, seconds }),
        end: () => python.ask<void>({ do: "forget", id }),
      };
    },
  };
}

/** Whether two checks agree, relative to ours. */
export function agree(
  check: readonly number[],
  ours: readonly number[],
  tolerance = 1e-9,
): boolean {
  return ours.every((wanted, i) =>
    Math.abs(check[i] - wanted) <= tolerance * Math.abs(wanted)
  );
}
