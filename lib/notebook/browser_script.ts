import { fileURLToPath } from "node:url";

/**
 * A file and what it imports as one script for the browser, as `deno bundle` makes
 * it of them.
 *
 * @param entry Where it starts.
 * @param external Files to leave out, as patterns: the browser never reaches them.
 * @throws {Error} When `deno bundle` fails; the message holds what it said.
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
