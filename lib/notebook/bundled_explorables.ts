import { fileURLToPath } from "node:url";

const entry = new URL("../explorables/browser.ts", import.meta.url);

let bundled: Promise<string> | undefined;

/**
 * The explorables, and what they use of the library, as one script for the
 * browser: what `deno bundle` makes of them as they are now.
 *
 * @throws {Error} When `deno bundle` fails; the message holds what it said.
 */
export function bundledExplorables(): Promise<string> {
  return bundled ??= bundle();
}

async function bundle(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--format=iife",
      "--minify",
      fileURLToPath(entry),
    ],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  if (!success) {
    throw new Error(`explore: deno bundle failed\n${text(stderr)}`);
  }
  // Only "</script" could end the script that it will stand in.
  return text(stdout).replaceAll("</script", "<\\/script");
}
