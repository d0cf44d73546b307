import { element } from "./html.ts";

/**
 * Forbids the page, by its own Content-Security-Policy, to ask any server for
 * anything, and to run any script but the given ones. So even if some text slipped
 * through as markup, nothing in it could run. Cells run in a worker from a Blob,
 * which is under the same policy.
 *
 * @param document The finished page; it is changed.
 * @param sources The scripts that may run, letter by letter.
 */
export async function addContentSecurityPolicy(
  document: Document,
  sources: readonly string[],
): Promise<void> {
  const hashes = await Promise.all(sources.map(hashOf));
  const policy = [
    "default-src 'none'",
    `script-src blob: ${hashes.join(" ")}`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const charset = document.querySelector("meta[charset]")!;
  charset.after(
    element(document, "meta", {
      "http-equiv": "Content-Security-Policy",
      content: policy,
    }),
  );
}

/** The source expression that allows a script. */
export async function hashOf(source: string): Promise<string> {
  const bytes = new TextEncoder().encode(source);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `'sha256-${digest.toBase64()}'`;
}
