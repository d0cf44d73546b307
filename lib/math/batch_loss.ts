import { checkLogits, checkTarget } from "./arguments.ts";

/**
 * A loss of many samples at once, for training: the total, and the gradient in every
 * logit. The logits are stored row by row in one array, shape [N × K]; `targets` holds
 * the index of the observed class of each row. The gradient is written into another
 * array of the same shape. Nothing is checked.
 */
export type BatchLoss = (
  logits: Float64Array,
  targets: Uint32Array,
  gradient: Float64Array,
) => number;

/**
 * The loss of one sample and its gradient, computed as a batch of one row. `caller` is
 * named when the logits or the target are wrong.
 */
export function oneSample(
  caller: string,
  batchLoss: BatchLoss,
  logits: readonly number[],
  target: number,
): { loss: number; gradient: number[] } {
  checkLogits(caller, logits);
  checkTarget(caller, target, logits.length);
  const gradient = new Float64Array(logits.length);
  const loss = batchLoss(
    Float64Array.from(logits),
    Uint32Array.of(target),
    gradient,
  );
  return { loss, gradient: Array.from(gradient) };
}
