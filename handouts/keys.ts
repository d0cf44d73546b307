import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "./notebook.ts";

/** A short text that differs when one of the parts does, or their order. */
export function keyOf(...parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The key of some files and folders: of their paths and what they hold. */
function keyOfFiles(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesIn(root, path))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesIn(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesIn(root, `${path}/${name}`));
}

/**
 * The key of all that outputs and their pictures are made with: library, data,
 * packages, Deno, and what executes and draws.
 *
 * @param root The project's root folder.
 * @param deno Deno's version.
 */
export function libraryKey(
  root: string,
  deno: string = Deno.version.deno,
): string {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const handouts = ["execute.py", "requirements.txt", "pictures"];
  const files = keyOfFiles(root, [
    ...["lib", "data", "deno.json", "deno.lock"],
    ...handouts.map((name) => `handouts/${name}`),
  ]);
  return keyOf(files, deno, locale, timeZone);
}

/** The key of what makes pages from outputs. */
export function handoutsKey(root: string): string {
  const names = readdirSync(join(root, "handouts")).sort()
    .filter((name) => /\.(ts|css)$|^client$/.test(name));
  return keyOfFiles(root, names.map((name) => `handouts/${name}`));
}

/**
 * The key of a notebook's own share in its outputs: its code, and the files in
 * its folder that are no notebooks.
 *
 * @param folder The notebook's folder, in which its kernel works.
 * @param cells The notebook's cells; prose does not matter.
 */
export function codeKey(folder: string, cells: readonly Cell[]): string {
  const beside = readdirSync(folder).sort()
    .filter((name) => !name.includes(".ipynb"));
  const code = cells.filter(({ type }) => type === "code");
  const sources = code.map(({ id, source }) => [id, source]);
  return keyOf(folder, keyOfFiles(folder, beside), sources);
}
