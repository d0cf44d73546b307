/**
 * Installs the npm packages that `deno.lock` names, and says so before the first
 * download, which takes a minute. A process of its own, because Deno does not
 * see packages that were installed after it started.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { say } from "./progress_line.ts";

const root = resolve(import.meta.dirname!, "..");
// Deno writes this file last.
const mark = join(root, "node_modules", ".deno", ".setup-cache.bin");
if (!existsSync(mark)) say("Fetching packages: 220 MB, once.\n");
const { code } = await new Deno.Command(Deno.execPath(), {
  args: ["install", "--quiet"],
  cwd: root,
}).spawn().status;
Deno.exit(code);
