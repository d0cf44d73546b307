import { dirname, relative } from "node:path";
import type { Cache } from "./cache.ts";
import { codeKey, keyOf } from "./keys.ts";
import type { Cell, Output } from "./notebook.ts";

/**
 * The outputs of the lesson's notebooks, kept until the code, the library, the data
 * or Deno changes.
 */
export class KeptOutputs {
  /**
   * @param root The project's root folder.
   * @param cache Where they are kept.
   * @param library The key of all that outputs are made with.
   */
  constructor(
    readonly root: string,
    readonly cache: Cache,
    readonly library: string,
  ) {}

  /** The outputs of each code cell, if they are kept and up to date. */
  read(notebook: string, cells: readonly Cell[]): Output[][] | undefined {
    return this.cache.read(this.#name(notebook), this.#key(notebook, cells));
  }

  /** Keeps the outputs of each code cell in place of the earlier ones. */
  async write(
    notebook: string,
    cells: readonly Cell[],
    outputs: readonly Output[][],
  ): Promise<void> {
    const key = this.#key(notebook, cells);
    await this.cache.write(this.#name(notebook), key, outputs);
  }

  #key(notebook: string, cells: readonly Cell[]): string {
    return keyOf(this.library, codeKey(dirname(notebook), cells));
  }

  #name(notebook: string): string {
    return `${relative(this.root, notebook)} outputs`;
  }
}
