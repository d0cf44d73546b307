import { cpus } from "node:os";

/** The day, the machine and the versions, for the head of a report. */
export function machine(versions: Record<string, string>): string {
  const [{ model }] = cpus();
  const all = { Deno: Deno.version.deno, V8: Deno.version.v8, ...versions };
  const list = Object.entries(all)
    .map(([name, version]) => `${name} ${version}`);
  const day = Temporal.Now.plainDateISO();
  return [
    `${day}, ${cpus().length} cores, ${model}, ${Deno.build.os} ${Deno.build.arch}`,
    list.join(", "),
  ].join("\n");
}
