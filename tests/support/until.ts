/** Waits until there is something other than false, and returns it. */
export async function until<Value>(
  look: () => Value | Promise<Value>,
  what: string,
  seconds: number = 60,
): Promise<NonNullable<Value>> {
  const end = performance.now() + 1000 * seconds;
  while (true) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) {
      throw new Error(`${what}: not within ${seconds} seconds`);
    }
    await sleep(100);
  }
}

/** Waits some milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
