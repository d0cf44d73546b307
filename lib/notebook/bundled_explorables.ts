import { browserScript } from "./browser_script.ts";

let bundled: Promise<string> | undefined;

/**
 * The explorables, and what they use of the library, as one script for the
 * browser.
 */
export function bundledExplorables(): Promise<string> {
  return bundled ??= bundle();
}

async function bundle(): Promise<string> {
  const entry = new URL("../explorables/browser.ts", import.meta.url);
  // Only "</script" could end the script that it will stand in.
  return (await browserScript(entry)).replaceAll("</script", "<\\/script");
}
