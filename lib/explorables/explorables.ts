import { descent } from "./descent.ts";
import type { Explorable } from "./explorable.ts";
import { flower } from "./flower.ts";
import { race } from "./race.ts";
import { slopes } from "./slopes.ts";

/** The name of a plot that the reader can change. */
export type ExplorableName = "flower" | "slopes" | "race" | "descent";

/** The plots that the reader can change, by name. */
export const explorables = {
  flower,
  slopes,
  race,
  descent,
} satisfies Record<ExplorableName, unknown>;

/** The explorable of that name, whatever its state is like. */
export function explorable(name: ExplorableName): Explorable {
  return explorables[name] as Explorable;
}
