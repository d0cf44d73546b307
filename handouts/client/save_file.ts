import { make } from "./dom.ts";

/** Gives the reader a notebook to keep. */
export function saveFile(name: string, text: string): void {
  const file = new Blob([text], { type: "application/x-ipynb+json" });
  const href = URL.createObjectURL(file);
  const link = make("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
