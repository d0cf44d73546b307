/**
 * A loss of many samples at once, for training: the total, and the gradient in every
 * logit. The logits stand row by row in one array, shape [N × K], with the index of
 * the observed class of each row; the gradient is written into another array of that
 * shape. Nothing is allocated for a row and nothing is checked.
 */
export type BatchLoss = (
  logits: Float64Array,
  targets: Uint32Array,
  gradient: Float64Array,
) => number;

/** A loss of one sample, and its gradient: those of a batch of one row. */
export function ofOneSample(
  batchLoss: BatchLoss,
  logits: readonly number[],
  target: number,
): { loss: number; gradient: number[] } {
  const gradient = new Float64Array(logits.length);
  const loss = batchLoss(
    Float64Array.from(logits),
    Uint32Array.of(target),
    gradient,
  );
  return { loss, gradient: Array.from(gradient) };
}
