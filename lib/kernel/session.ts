import { type MimeBundle, setHost } from "../notebook/host.ts";
import { type CellScope, cellScript, CellSyntaxError } from "./cell_script.ts";
import { formatLog, formatValue } from "./format_value.ts";
import type { CellEvent } from "./messages.ts";

/** What cells can import, by name. */
export type Modules = Readonly<Record<string, Record<string, unknown>>>;

/** Runs the cells of one notebook, one after the other. */
export interface Session {
  /**
   * Runs a cell when those before it have ended.
   *
   * @param code The text of the cell.
   * @param emit Called with what the cell puts out.
   */
  run(code: string, emit: (event: CellEvent) => void): Promise<void>;
}

type CellFunction = (scope: CellScope) => Promise<void>;

/**
 * Makes the global object that of a notebook: what cells declare goes there, and
 * what they print and show goes to `emit`.
 *
 * @param modules What cells can import.
 * @param load Runs a script in the global scope, and returns the address by which
 * stacks name it.
 */
export function openSession(
  modules: Modules,
  load: (script: string) => string | Promise<string>,
): Session {
  let emit: (event: CellEvent) => void = () => {};
  let cell: CellFunction | undefined;
  const global = globalThis as Record<string, unknown>;
  global.$cell = (loaded: CellFunction) => cell = loaded;

  const module = (name: string) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new TypeError(
      `Module "${name}" is not in this page: there are ${
        Object.keys(modules).join(", ")
      }`,
    );
  };
  const define = (name: string, property: PropertyDescriptor) =>
    Object.defineProperty(global, name, { ...property, configurable: true });
  const variable = (name: string, value: unknown) =>
    define(name, { value, writable: true, enumerable: true });
  const scopeOf = (): CellScope => ({
    value: undefined,
    declare: (...names) => names.forEach((name) => variable(name, undefined)),
    hoist: (...names) => names.forEach((name) => variable(name, global[name])),
    seal: (...names) =>
      names.forEach((name) => {
        const value = global[name];
        define(name, {
          get: () => value,
          set() {
            throw new TypeError("Assignment to constant variable.");
          },
          enumerable: true,
        });
      }),
    named: (value, name) =>
      Object.defineProperty(value, "name", { value: name }),
    module,
    // deno-lint-ignore require-await -- so that an unknown name rejects.
    import: async (name) => module(name),
  });

  setHost({
    // deno-lint-ignore require-await -- so that a failure rejects.
    display: async (data) => emit({ type: "display", data: travelled(data) }),
    figureScripts: () => Promise.resolve({}),
  });
  replaceConsole((name, text) => emit({ type: "stream", name, text }));

  async function runCell(code: string): Promise<void> {
    emit({ type: "started" });
    let address = "";
    try {
      cell = undefined;
      address = await load(cellScript(code));
      const scope = scopeOf();
      await cell!(scope);
      if (scope.value !== undefined) {
        emit({ type: "result", data: await bundleOf(scope.value) });
      }
    } catch (error) {
      emit({ type: "error", ...described(error, address) });
    }
    emit({ type: "done" });
  }

  let last: Promise<void> = Promise.resolve();
  return {
    run(code, listener) {
      return last = last.then(() => {
        emit = listener;
        return runCell(code);
      });
    },
  };
}

/** A bundle as it arrives in Jupyter, and in a page: nothing but data. */
function travelled(bundle: MimeBundle): MimeBundle {
  return JSON.parse(JSON.stringify(bundle));
}

/** What is shown of the value of a cell. */
async function bundleOf(value: unknown): Promise<MimeBundle> {
  const display = (value as Record<symbol, unknown> | null)
    ?.[Symbol.for("Jupyter.display")];
  if (typeof display === "function") {
    return travelled(await display.call(value));
  }
  return { "text/plain": formatValue(value) };
}

function described(error: unknown, address: string) {
  if (error instanceof CellSyntaxError) {
    const { name, message, line, column } = error;
    return { name, message, line, column };
  }
  if (!(error instanceof Error)) {
    const message = typeof error === "string" ? error : formatValue(error);
    return { name: "Error", message };
  }
  // Whoever threw it may have put anything there, even what no page can be sent.
  const [name, message, stack] = [error.name, error.message, error.stack]
    .map((part) => typeof part === "string" ? part : formatValue(part));
  const [, line] = stack.split(`${address}:`)[1]?.match(/^(\d+)/) ?? [];
  return { name, message, line: line === undefined ? undefined : Number(line) };
}

function replaceConsole(
  print: (name: "stdout" | "stderr", text: string) => void,
): void {
  let indent = "";
  const to = (name: "stdout" | "stderr") => (...values: unknown[]) =>
    print(name, formatLog(...values).replace(/^/gm, indent) + "\n");
  const [out, err] = [to("stdout"), to("stderr")];
  Object.assign(console, {
    log: out,
    info: out,
    debug: out,
    warn: err,
    error: err,
    dir: (value: unknown) => out(formatValue(value)),
    table: (value: unknown) => out(formatValue(value)),
    assert(holds: unknown, ...values: unknown[]) {
      if (holds) return;
      err("Assertion failed" + (values.length > 0 ? ":" : ""), ...values);
    },
    group(...values: unknown[]) {
      if (values.length > 0) out(...values);
      indent += "  ";
    },
    groupEnd() {
      indent = indent.slice(2);
    },
  });
}
