import { browserScript } from "./browser_script.ts";

/**
 * The explorables, and what they use of the library, as one script for the
 * browser.
 */
export function bundledExplorables(): Promise<string> {
  return browserScript(new URL("../explorables/browser.ts", import.meta.url));
}
