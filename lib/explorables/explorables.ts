import type { Figure } from "../figures/figure.ts";
import { descent } from "./descent.ts";
import type { Explorable } from "./explorable.ts";
import { flower } from "./flower.ts";
import { flowers } from "./petal_cuts.ts";
import { race } from "./race.ts";
import { rounding } from "./rounded_loss.ts";
import { slopes } from "./slopes.ts";
import { softmax } from "./softmax_sliders.ts";
import { total } from "./total.ts";

/** The name of a plot that the reader can change. */
export type ExplorableName =
  | "flowers"
  | "softmax"
  | "flower"
  | "total"
  | "slopes"
  | "descent"
  | "race"
  | "rounding";

/** The plots that the reader can change, by name, in the order of the lesson. */
export const explorables = {
  flowers,
  softmax,
  flower,
  total,
  slopes,
  descent,
  race,
  rounding,
} satisfies Record<ExplorableName, unknown>;

/** The explorable of that name, whatever the type of its state. */
export function explorable(name: ExplorableName): Explorable {
  return explorables[name] as Explorable;
}

/**
 * The picture of an explorable for paper, and for readers without scripts: its
 * first state or, where it can run, the end of a run: before a race there is
 * little to see.
 */
export function printed(name: ExplorableName): Figure {
  const { start, settings, next, view } = explorable(name);
  let state = start(settings);
  for (let after = next?.(state); after !== undefined; after = next!(state)) {
    state = after;
  }
  return view(state).figure;
}
