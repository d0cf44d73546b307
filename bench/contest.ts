import { agree, type Contestant, type Prepared } from "./contestant.ts";

/** Seconds for one call of each contestant that was there. */
export interface Outcome {
  readonly seconds: Record<string, number>;
  /** Why a contestant is not among them, a line each. */
  readonly missing: string[];
}

/**
 * Times contestants in turn, in several rounds; each one's best round counts. The
 * first is ours, with which the others must agree before they are timed.
 */
export async function contest(
  contestants: readonly Contestant[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Outcome> {
  const ready: Record<string, Prepared> = {};
  const missing: string[] = [];
  for (const { name, tolerance, prepare } of contestants) {
    try {
      const prepared = await prepare();
      const ours = Object.values(ready)[0] ?? prepared;
      if (agree(prepared.check, ours.check, tolerance)) ready[name] = prepared;
      else {missing.push(
          `${name}: comes to ${prepared.check}, ours to ${ours.check}`,
        );}
    } catch (error) {
      const [reason] = String((error as Error)?.message ?? error).split("\n");
      missing.push(`${name}: ${reason}`);
    }
  }
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, { timed }] of Object.entries(ready)) {
      best[name] = Math.min(best[name] ?? Infinity, await timed(seconds));
    }
  }
  for (const { end } of Object.values(ready)) await end?.();
  return { seconds: best, missing };
}
