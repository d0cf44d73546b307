import type { Kernel } from "./session.ts";
export function pageKernel(): Kernel {
  throw new Error("todo");
}
