/** A text compressed with gzip and written as base64, about a third of its size. */
export async function gzipBase64(text: string): Promise<string> {
  const stream = new Blob([text]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64();
}

/** The text that {@linkcode gzipBase64} compressed, also in older browsers. */
export async function gunzipBase64(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}
