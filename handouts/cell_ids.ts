/**
 * An id for each cell of a notebook: its own, or else one made of its place.
 * Before format 4.5 cells had none.
 */
export function cellIds(cells: readonly ({ id?: unknown } | null)[]): string[] {
  const ids: string[] = [];
  cells.forEach((cell, i) => {
    const own = String(cell?.id ?? "");
    const isFit = /^[\w-]+$/.test(own) && !ids.includes(own);
    ids.push(isFit ? own : `cell-${i + 1}`);
  });
  return ids;
}
