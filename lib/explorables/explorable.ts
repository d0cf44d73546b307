import type { Figure } from "../figures/figure.ts";

/** What the reader has set, by the names of the controls. */
export type Settings = Readonly<Record<string, number>>;

/** A slider that sets a number. */
export interface Slider {
  readonly kind: "slider";
  /** The text beside it. */
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  /** The distance from one position to the next. */
  readonly step: number;
}

/** A slider from `minimum` to `maximum` in steps of `step`. */
export function slider(
  label: string,
  minimum: number,
  maximum: number,
  step: number,
): Slider {
  return { kind: "slider", label, minimum, maximum, step };
}

/** A list to choose from: the setting is the index of the choice. */
export interface Choice {
  readonly kind: "choice";
  /** The text beside it. */
  readonly label: string;
  readonly options: readonly string[];
}

/** A checkbox: the setting is 1 or 0. */
export interface Box {
  readonly kind: "box";
  /** The text beside it. */
  readonly label: string;
}

/** Something that the reader can set. */
export type Control = Slider | Choice | Box;

/** What takes a while to compute, and is the same in every view: computed at the first. */
export function once<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => value ??= compute();
}

/** What the reader sees of a state. */
export interface View {
  /** The plot. */
  readonly figure: Figure;
  /**
   * What it shows, in short lines of text, the same number of them in every
   * state.
   */
  readonly lines: readonly string[];
}

/**
 * A plot that the reader can change, described without a browser: its settings
 * make a state, a state can be drawn, and some states have a next one.
 */
export interface Explorable<State = unknown> {
  /** The initial settings. */
  readonly settings: Settings;
  /** What the reader can set, by the names of the settings. */
  readonly controls: () => Readonly<Record<string, Control>>;
  /** The state that follows from the settings. */
  readonly start: (settings: Settings) => State;
  /** The next state; undefined at the end. Missing when nothing moves. */
  readonly next?: (state: State) => State | undefined;
  /** What a state looks like. */
  readonly view: (state: State) => View;
}
