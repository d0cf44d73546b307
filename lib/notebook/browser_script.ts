import { fileURLToPath } from "node:url";

/**
 * Bundles a file and its imports into one script for the browser.
 *
 * @param entry The file to start from.
 * @param external Patterns of files to leave out, which the browser never
 * loads.
 * @throws {Error} When `deno bundle` fails; the message holds its output.
 */
export async function browserScript(
  entry: URL,
  external: readonly string[] = [],
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--format=iife",
      "--minify",
      ...external.map((pattern) => `--external=${pattern}`),
      fileURLToPath(entry),
    ],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  if (success) return text(stdout);
  throw new Error(`deno bundle ${entry} failed\n${text(stderr)}`);
}
