/** Puts a script into a new Blob, and returns its address. */
export function addressOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}
