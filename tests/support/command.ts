import assert from "assert";
import { root } from "./folder.ts";

/** What a command prints; fails when it does not end with the wanted code. */
export async function run(
  command: string,
  args: readonly string[],
  options: Deno.CommandOptions = {},
  wanted: number = 0,
): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd: root,
    ...options,
    env: { NO_COLOR: "1", ...options.env },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const said = text(stdout) + text(stderr);
  assert.equal(code, wanted, said);
  return said;
}

/** Deno's arguments for what `deno task handouts` starts. */
export const HANDOUTS = ["run", "-A", "handouts/main.ts"];

/** What `deno task handouts` says; fails when it does not end with the wanted code. */
export async function handouts(
  args: readonly string[],
  wanted: number = 0,
): Promise<string> {
  return await run(Deno.execPath(), [...HANDOUTS, ...args], {}, wanted);
}
