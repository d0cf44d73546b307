/**
 * The Chromium inside the npm package `@sparticuz/chromium`: for Linux x64,
 * with the libraries and the font that a small machine lacks.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "playwright-core";

const MODULES = join(import.meta.dirname!, "..", "node_modules");
const PACKAGE = join(MODULES, "@sparticuz", "chromium");
const ARCHIVES = [
  "chromium.br",
  "fonts.tar.br",
  "swiftshader.tar.br",
  "al2023.tar.br",
];

// The package's own fonts.conf looks for fonts in /tmp/fonts only: anywhere
// else, all text would be invisible. This one looks beside itself, and then
// wherever the machine keeps its fonts.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;

/** Whether the package is installed and made for this machine. */
export function hasBundledChromium(): boolean {
  return Deno.build.os === "linux" && Deno.build.arch === "x86_64" &&
    existsSync(PACKAGE);
}

/**
 * Unpacks the package's Chromium into `node_modules/.cache`, unless an earlier
 * run did.
 *
 * The folder gets its name only when it is whole, so a process killed half-way
 * leaves nothing that a later one would use.
 */
export async function unpackChromium(): Promise<LaunchOptions> {
  const { version } = JSON.parse(
    await Deno.readTextFile(join(PACKAGE, "package.json")),
  );
  const folder = join(MODULES, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_FILE: join(folder, "fonts", "fonts.conf"),
      XDG_CACHE_HOME: join(folder, "cache"),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await Deno.mkdir(join(MODULES, ".cache"), { recursive: true });

  // The system drops the lock when the process ends, however it ends.
  using lock = await Deno.open(`${folder}.lock`, { create: true, write: true });
  await lock.lock(true);
  if (existsSync(folder)) return;

  await Deno.remove(unfinished, { recursive: true }).catch(() => {});
  await Deno.mkdir(unfinished);
  await inflateInto(unfinished);
  await Deno.writeTextFile(join(unfinished, "fonts", "fonts.conf"), FONTS_CONF);
  await Deno.rename(unfinished, folder);
}

async function inflateInto(folder: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium");

  // inflate() unpacks into the system's temporary folder, which it looks up
  // before it first waits: nothing else sees the change.
  const before = Deno.env.get("TMPDIR");
  Deno.env.set("TMPDIR", folder);
  const inflated = ARCHIVES.map((archive) =>
    inflate(join(PACKAGE, "bin", archive))
  );
  if (before === undefined) Deno.env.delete("TMPDIR");
  else Deno.env.set("TMPDIR", before);

  await Promise.all(inflated);
}
