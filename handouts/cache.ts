import { join } from "node:path";
import { writeWhole } from "./write_whole.ts";

/**
 * Keeps results, a file each, with a key of what they are made from. A result
 * with another key is made again, and so is one whose file is missing or damaged.
 */
export class Cache {
  /**
   * @param folder Where results are kept.
   * @param fresh Whether to make every result again.
   */
  constructor(readonly folder: string, readonly fresh: boolean = false) {}

  /** What is kept under a name, if it has this key. */
  read<T>(name: string, key: string): T | undefined {
    if (this.fresh) return undefined;
    try {
      const kept = JSON.parse(Deno.readTextFileSync(this.#path(name)));
      return kept.key === key ? kept.value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a result in place of the earlier one of that name. */
  async write(name: string, key: string, value: unknown): Promise<void> {
    const text = JSON.stringify({ key, value });
    // Where nothing can be kept, it is made again next time.
    await writeWhole(this.#path(name), text).catch(() => {});
  }

  /** What is kept, or else what `make` makes, which is then kept. */
  async get<T>(name: string, key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.read<T>(name, key);
    if (kept !== undefined) return kept;
    const made = await make();
    await this.write(name, key, made);
    return made;
  }

  #path(name: string): string {
    return join(this.folder, `${name.replaceAll(/[^\w.-]+/g, "~")}.json`);
  }
}
