import type { FigureScripts } from "./html_figure.ts";

/** The same output in several forms, by MIME type: a front end picks one. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Where a cell runs: the Deno kernel of a Jupyter, or the worker of a page. */
export interface Host {
  /** Shows an output under the cell that is running. */
  display(bundle: MimeBundle): Promise<void>;
  /**
   * What a figure must bring along to become a live plot.
   *
   * @param alt The figure's alternative text, which tells one from another.
   * @param explorable Whether the reader can change the figure.
   */
  figureScripts(alt: string, explorable: boolean): Promise<FigureScripts>;
}

let current: Host | undefined;

/** Says where the cells run. */
export function setHost(host: Host): void {
  current = host;
}

/**
 * Where the cells run.
 *
 * @param caller The function that asks, for the message.
 * @throws {Error} Outside a notebook.
 */
export function host(caller: string): Host {
  if (current) return current;
  throw new Error(
    `${caller}: works only in a notebook: in Jupyter on the Deno kernel, or in a page`,
  );
}
