/** A number as text with a real minus sign, U+2212, where code has a hyphen. */
export function withMinusSign(number: string): string {
  return number.replaceAll("-", "−");
}
