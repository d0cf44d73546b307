// Promises Plotly to the figures of the page, and opens it from the compressed
// copy at the end of the page.
globalThis.plotlyLoaded = new Promise((resolve, reject) => {
  addEventListener("DOMContentLoaded", async () => {
    try {
      const packed = atob(document.getElementById("plotly").textContent);
      const bytes = Uint8Array.from(
        packed,
        (character) => character.charCodeAt(0),
      );
      const stream = new Blob([bytes]).stream().pipeThrough(
        new DecompressionStream("gzip"),
      );
      const script = document.createElement("script");
      script.textContent = await new Response(stream).text();
      document.head.append(script);
      resolve(globalThis.Plotly);
    } catch (error) {
      reject(error);
    }
  });
});
