/** What this file needs to know of a cell of a notebook. */
export interface Cell {
  /** The cell's name, unique in its notebook. */
  readonly id: string;
  /** `code` or `markdown`. */
  readonly cell_type: string;
  /** The text, in lines that keep their line feeds, or in one piece. */
  readonly source: string | readonly string[];
  /** Only a code cell has outputs. */
  readonly outputs?: readonly { readonly output_type: string }[];
}

/**
 * The first cell of an executed notebook that put out less than its code
 * promises: a `display_data` for each `await show…(` or
 * `await explore(`, and an `execute_result`
 * when the last statement is an expression with a value.
 *
 * It reads code as `deno fmt` leaves it, where only a statement's first line
 * begins at the margin.
 *
 * @param cells The cells of the notebook, executed.
 * @returns The id of the cell, or undefined when nothing is missing.
 */
export function cellWithLostOutput(cells: readonly Cell[]): string | undefined {
  return cells.find((cell) =>
    cell.cell_type === "code" && outputsPromised(cell) > outputsOf(cell)
  )?.id;
}

/** How many figures, tables and results the code of a cell promises. */
export function outputsPromised(cell: Cell): number {
  const lines = [cell.source].flat().join("").split("\n");
  const shown =
    lines.filter((line) => /^await (show\w*|explore)\(/.test(line)).length;
  const last = lines.findLast((line) => /^[^\s)\]}]/.test(line)) ?? "";
  const silent =
    /^(const|let|var|import|export|function|class|interface|type|for|if|while|assert\b|await (?:show|explore)|console\.|setLanguage\(|void )/;
  return shown + (last === "" || silent.test(last) ? 0 : 1);
}

function outputsOf({ outputs = [] }: Cell): number {
  const types = ["display_data", "execute_result"];
  return outputs.filter((output) => types.includes(output.output_type)).length;
}
