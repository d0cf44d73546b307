import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Writing takes an instant: an older part was left by a run that was killed. */
const STALE_SECONDS = 10;

/**
 * Writes a file whole or not at all: first under another name, then moved to its
 * place in one step. A reader never sees half of it, and an earlier version stays
 * until the new one is complete.
 *
 * @param path Where to write it; its folder is created if it is missing.
 * @param content What to write.
 * @throws {Error} When it cannot be written; the message names the file.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const part = `${path}.${Deno.pid}.part`;
  try {
    await Deno.mkdir(dirname(path), { recursive: true });
    await writeFile(part, content);
    await Deno.rename(part, path);
    await removeStaleParts(path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    const { message } = error as Error;
    throw new Error(`cannot write ${path}: ${message}`, { cause: error });
  }
}

async function removeStaleParts(path: string): Promise<void> {
  const folder = dirname(path);
  const oldest = Date.now() - 1000 * STALE_SECONDS;
  for await (const { name } of Deno.readDir(folder)) {
    const isPart = name.startsWith(`${basename(path)}.`) &&
      name.endsWith(".part");
    if (!isPart) continue;
    const part = join(folder, name);
    // Another run may finish its part, or remove it, at this moment.
    const { mtime } = await Deno.stat(part).catch(() => ({ mtime: null }));
    if (mtime && mtime.getTime() < oldest) {
      await Deno.remove(part).catch(() => {});
    }
  }
}
