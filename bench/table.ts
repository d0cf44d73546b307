const threeDigits = new Intl.NumberFormat("en", {
  maximumSignificantDigits: 3,
});

/** A Markdown table with its columns side by side; numbers get three digits. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const lines = [header, ...rows].map((row) =>
    row.map((cell) =>
      typeof cell === "number" ? threeDigits.format(cell) : cell
    )
  );
  const widths = header.map((_, j) =>
    Math.max(3, ...lines.map((line) => line[j].length))
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)));
  return lines.map((line) =>
    `| ${line.map((cell, j) => cell.padEnd(widths[j])).join(" | ")} |`
  ).join("\n");
}
