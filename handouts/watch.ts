import { join, relative, sep } from "node:path";
import { hashOf } from "./content_security_policy.ts";
import { keyOf } from "./keys.ts";
import { say } from "./progress_line.ts";
import reload from "./reload.js" with { type: "text" };

const NOT_YET = `<!DOCTYPE html><html><body><p>There is no such page yet.</p>
</body></html>`;

/** How long nothing may change before pages are made, in milliseconds. */
const QUIET = 100;

/** What is made, from what, and where it goes. */
export interface Watched {
  /** The arguments of the command that makes the pages. */
  readonly args: readonly string[];
  /** The files and folders that the pages are made from. */
  readonly sources: readonly string[];
  /** The folder of the pages. */
  readonly out: string;
  /** The page to be opened. */
  readonly first: string;
}

/**
 * Makes pages, serves them on this machine alone, and makes them again whenever
 * something changes, until Ctrl-C. An open page reloads by itself.
 *
 * @param watched What is made, from what, and where it goes.
 */
export async function watch(watched: Watched): Promise<never> {
  const { sources, out, first } = watched;
  const site = new Site(out);
  const path = relative(out, first).replaceAll(sep, "/");
  say(`Pages: ${site.url}/${path}\nCtrl-C ends this.\n`);
  let command = startCommand(watched, site);
  const end = () => {
    command.stop();
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", end);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", end);

  let pause: ReturnType<typeof setTimeout> | undefined;
  for await (const { kind, paths } of Deno.watchFs([...sources])) {
    if (kind === "access" || paths.every((path) => isMade(path, out))) continue;
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const earlier = command;
      earlier.stop();
      await earlier.ended;
      // Another change may have come meanwhile, and started it already.
      if (command === earlier) command = startCommand(watched, site);
    }, QUIET);
  }
  throw new Error("The system no longer tells of changes.");
}

/** Whether a file is one of the pages, or is of no importance for them. */
function isMade(path: string, out: string): boolean {
  return path.startsWith(out) && /\.(html|pdf)$/.test(path) ||
    /[\\/](handouts[\\/](cache|out)|\.ipynb_checkpoints)\b|\.part$|~$/.test(
      path,
    );
}

/**
 * Starts the command in a process of its own: this one would not notice that the
 * code itself has changed.
 */
function startCommand({ args }: Watched, site: Site) {
  const started = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      join(import.meta.dirname!, "main.ts"),
      ...args,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  let stopped = false;
  const finish = async () => {
    const [said, { success }] = await Promise.all([
      new Response(child.stderr).text(),
      child.status,
    ]);
    if (stopped) return;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const failure = success ? "" : said.trim();
    say(failure ? `\n${failure}\n` : `Made in ${seconds} s.\n`);
    site.failure = failure;
  };
  return {
    ended: finish(),
    stop() {
      stopped = true;
      try {
        child.kill("SIGINT");
      } catch {
        // It has ended.
      }
    },
  };
}

/** The pages, for browsers on this machine. */
class Site {
  readonly url: string;
  /** What went wrong when the pages were last made; "" when nothing did. */
  failure = "";

  constructor(readonly folder: string) {
    const answer = (request: Request) => this.#answer(request);
    const options = { hostname: "127.0.0.1", onListen: () => {} };
    let server;
    try {
      server = Deno.serve({ ...options, port: 8400 }, answer);
    } catch {
      server = Deno.serve({ ...options, port: 0 }, answer);
    }
    this.url = `http://127.0.0.1:${server.addr.port}`;
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, search, host } = new URL(request.url);
    // Another site may not read the pages by a name that leads here.
    if (!this.url.endsWith(host)) return new Response(null, { status: 403 });
    const news = pathname === "/.news";
    const path = this.#path(news ? search.slice(1) : pathname);
    const content = await Deno.readFile(path).catch(() => undefined);
    const pdf = path.endsWith(".pdf");
    const headers = {
      "content-type": pdf ? "application/pdf" : "text/html; charset=utf-8",
      "cache-control": "no-store",
    };
    if (pdf) {
      return new Response(content, { status: content ? 200 : 404, headers });
    }
    const html = content ? new TextDecoder().decode(content) : NOT_YET;
    if (news) {
      return Response.json({ version: keyOf(html), failure: this.failure });
    }
    return new Response(await withReload(html), { headers });
  }

  #path(encoded: string): string {
    const path = join(this.folder, decodeURIComponent(encoded));
    if (path.startsWith(this.folder + sep)) return path;
    throw new Error(`${path} is no page`);
  }
}

/** A page with the script that reloads it, which its policy must allow. */
async function withReload(html: string): Promise<string> {
  const script = `<script data-version="${keyOf(html)}">${reload}</script>`;
  const sources = `connect-src 'self'; script-src ${await hashOf(reload)} `;
  return html.replace(/script-src (?:'none')?/, sources)
    .replace("</body>", () => `${script}</body>`);
}
