/**
 * Numbers that the lesson's text states and that no cell puts out, by notebook and
 * cell: what gives them stands here.
 */
export const expressions: Readonly<
  Record<string, Readonly<Record<string, readonly number[]>>>
> = {};
