import { PageKernel } from "../../lib/kernel/client.ts";
import type { CellEvent } from "../../lib/kernel/messages.ts";
import type { NotebookOutput } from "./answers_notebook.ts";
import type { Kernel } from "./session.ts";
import type { ClientWords } from "./words.ts";

/** The kernel that the page carries; it starts when it is first needed. */
export function pageKernel(words: ClientWords): Kernel {
  // A page without code has none.
  const script = document.querySelector("script.kernel");
  const kernel = new PageKernel(script?.textContent ?? "");
  return {
    async run(code, put) {
      try {
        const outcome = await kernel.run(code, (event) => {
          const output = outputOf(event, words);
          if (output) put(output);
        });
        return outcome === "done";
      } catch (error) {
        // The browser cannot start it.
        const { name, message } = error as Error;
        put(outputOf({ type: "error", name, message }, words)!);
        return false;
      }
    },
    stop: () => kernel.stop(),
  };
}

/** What a cell puts out, as a notebook's file has it. */
function outputOf(
  event: CellEvent,
  words: ClientWords,
): NotebookOutput | undefined {
  switch (event.type) {
    case "stream":
      return { output_type: "stream", name: event.name, text: event.text };
    case "display":
      return { output_type: "display_data", data: event.data, metadata: {} };
    case "result":
      return {
        output_type: "execute_result",
        data: event.data,
        metadata: {},
        execution_count: null,
      };
    case "error": {
      const { name, message, line, column } = event;
      const place = line === undefined ? [] : [
        `    ${words.atLine(line)}${column ? words.atColumn(column) : ""}`,
      ];
      return {
        output_type: "error",
        ename: name,
        evalue: message,
        traceback: [`${name}: ${message}`, ...place],
      };
    }
  }
}
