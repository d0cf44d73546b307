import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: first under another name, then moved to
 * its place in one step. A reader never sees half of it, and an earlier version
 * stays until the new one is complete.
 *
 * @param path Where the file shall be; its folder is made when it is missing.
 * @param text What it shall say.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const part = `${path}.${Deno.pid}.part`;
  try {
    await Deno.writeTextFile(part, text);
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}
