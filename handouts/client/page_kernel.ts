import { PageKernel } from "../../lib/kernel/client.ts";
import type { CellEvent } from "../../lib/kernel/messages.ts";
import type { NotebookOutput } from "./answers_notebook.ts";
import type { Kernel } from "./session.ts";

/** The kernel that the page carries; it starts when it is first needed. */
export function pageKernel(): Kernel {
  const script = document.querySelector("script.kernel")!;
  const kernel = new PageKernel(script.textContent!);
  return {
    async run(code, put) {
      const outcome = await kernel.run(code, (event) => {
        const output = outputOf(event);
        if (output) put(output);
      });
      return outcome === "done";
    },
    stop: () => kernel.stop(),
  };
}

/** What a cell puts out, as a notebook's file has it. */
function outputOf(event: CellEvent): NotebookOutput | undefined {
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
      const place = line === undefined
        ? []
        : [`    at line ${line}` + (column ? `, column ${column}` : "")];
      return {
        output_type: "error",
        ename: name,
        evalue: message,
        traceback: [`${name}: ${message}`, ...place],
      };
    }
  }
}
