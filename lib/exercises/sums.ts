/** The sum of some values. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean of some values. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The product of some values. */
export function product(values: readonly number[]): number {
  return values.reduce((total, value) => total * value, 1);
}
