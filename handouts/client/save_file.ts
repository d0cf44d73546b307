/** The text of a script that the page carries packed: gzip, in base64. */
export async function unpacked(selector: string): Promise<string> {
  const script = document.querySelector(selector)!;
  const bytes = Uint8Array.from(
    atob(script.textContent!.trim()),
    (character) => character.charCodeAt(0),
  );
  const stream = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}

/** Gives the reader a file to keep. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([text], { type: "application/x-ipynb+json" }),
  );
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
