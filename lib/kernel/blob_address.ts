/** The address of a script in a Blob of its own. */
export function addressOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}
