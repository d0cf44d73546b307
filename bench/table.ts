/** A Markdown table with its columns side by side. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = header.map((_, j) =>
    Math.max(3, ...[header, ...rows].map((row) => row[j].length))
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, j) => cell.padEnd(widths[j])).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [header, rule, ...rows].map(line).join("\n");
}
