import { fileURLToPath } from "node:url";

const bundled = new Map<string, Promise<string>>();

/**
 * A file and its imports as one script for the browser, which may stand in a
 * page. It is bundled once.
 *
 * @param entry The file to start from.
 * @param external Patterns of files to leave out, which the browser never
 * loads.
 * @throws {Error} When `deno bundle` fails; the message holds its output.
 */
export function browserScript(
  entry: URL,
  external: readonly string[] = [],
): Promise<string> {
  const script = bundled.get(entry.href) ?? bundle(entry, external);
  bundled.set(entry.href, script);
  return script;
}

async function bundle(
  entry: URL,
  external: readonly string[],
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
  if (!success) {
    throw new Error(`deno bundle ${entry} failed\n${text(stderr)}`);
  }
  // Only these could end the script's element, or change what it means.
  return text(stdout).replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--");
}
