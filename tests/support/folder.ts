import { dirname, join, resolve } from "node:path";

/** The project's root folder. */
export const root = resolve(import.meta.dirname!, "..", "..");

/** Makes a folder, below one of the project's if asked, for `using`. */
export function temporaryFolder(parent?: string) {
  const dir = parent && join(root, parent);
  const path = Deno.makeTempDirSync({ dir, prefix: "test-" });
  return {
    path,
    join: (...names: string[]) => join(path, ...names),
    /** Writes a file, and the folders that it stands in; returns its path. */
    write(name: string, text: string): string {
      const file = join(path, name);
      Deno.mkdirSync(dirname(file), { recursive: true });
      Deno.writeTextFileSync(file, text);
      return file;
    },
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}

/** What a folder holds, in order. */
export function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}
