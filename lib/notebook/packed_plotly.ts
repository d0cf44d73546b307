import { gzipBase64 } from "./gzip_base64.ts";
import { plotlySource } from "./plotly_source.ts";

let packed: Promise<string> | undefined;

/**
 * The plotting library for a page or a notebook that must work offline: its
 * source, compressed with gzip and written as base64, a third of its size.
 * `live_plot.js` unpacks it in the browser.
 */
export function packedPlotly(): Promise<string> {
  return packed ??= gzipBase64(plotlySource);
}
