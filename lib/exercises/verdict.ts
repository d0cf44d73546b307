import { escape } from "html-escaper";

/** What is said of an answer. As the last value of a cell it is shown there. */
export interface Verdict {
  /** Whether the answer is right. */
  readonly right: boolean;
  /** What is said, as plain text; a hint stands on a line of its own. */
  readonly message: string;
}

/** A verdict; `open` is that on an exercise that was not answered yet. */
export function verdict(
  kind: "right" | "wrong" | "open",
  message: string,
): Verdict {
  return {
    right: kind === "right",
    message,
    // The Deno kernel looks here for what to show of the value of a cell.
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": `<p class="verdict ${kind}" style="white-space: pre-line">${
        escape(message)
      }</p>`,
      "text/plain": message,
    }),
  };
}
