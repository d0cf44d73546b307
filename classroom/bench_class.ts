/**
 * `deno task bench:class`: a JupyterHub on this machine, and a class that works on
 * it: cell by cell, then all at once. Nothing of it can be reached from outside.
 *
 * @module
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { lesson, lessonNotebooks, readNotebook, textOf } from "./cells.ts";
import { installKernel, kernelSpec, readOptions } from "./install_kernel.ts";
import { type Kernel, type Outcome, startKernel } from "./remote_kernel.ts";
import { environment, MISSING, programs } from "./servers.ts";

const HELP = `deno task bench:class [options]

  --users=N    how many students (30)
  --pause=S    how long each reads between two cells, on average, in seconds (5)
  --minutes=M  when to give up (15)
  --help       this text

Needs \`deno task classroom\` once, and Linux, for the memory is read from /proc.`;

/** The number that a share q of some numbers do not exceed. */
function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

const sleep = (seconds: number) =>
  new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}

/** What JupyterHub is told besides what a class is advised to tell it. */
function hubConfig(home: string, token: string, ports: readonly number[]) {
  const [port, hub, api] = ports;
  return `
load_subconfig("${join(lesson, "classroom", "jupyterhub_config.py")}")
c = get_config()  # noqa: F821
c.JupyterHub.bind_url = "http://127.0.0.1:${port}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:${hub}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:${api}"
c.ConfigurableHTTPProxy.auth_token = "${crypto.randomUUID()}"
c.JupyterHub.db_url = "sqlite:///${home}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "${home}/cookie_secret"
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "${home}/users/{username}"
c.Spawner.args = ["--allow-root"]
c.Spawner.env_keep = ["PATH", "DENO_DIR", "LANG"]
c.Spawner.environment.update({
    "JUPYTER_PATH": "${home}/share/jupyter",
    "JUPYTER_PREFER_ENV_PATH": "0",
    "PYTHONNOUSERSITE": "1",
})
c.JupyterHub.services = [{"name": "class", "api_token": "${token}"}]
c.JupyterHub.load_roles = [{
    "name": "class",
    "services": ["class"],
    "scopes": ["admin:users", "admin:servers", "access:servers"],
}]
c.JupyterHub.log_level = "WARN"
`;
}

/** The processes of a student, by what their environment says. */
async function processesOf(home: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const environ = await Deno.readTextFile(`/proc/${name}/environ`)
      .catch(() => ""); // It ended, or belongs to somebody else.
    if (environ.split("\0").includes(`HOME=${home}`)) found.push(name);
  }
  return found;
}

/** The proportional memory of a student's processes, in megabytes, by their kind. */
async function memoryOf(home: string) {
  const memory = { server: 0, kernels: 0 };
  for (const name of await processesOf(home)) {
    try {
      const rollup = await Deno.readTextFile(`/proc/${name}/smaps_rollup`);
      const megabytes = Number(rollup.match(/^Pss:\s+(\d+)/m)![1]) / 1024;
      const command = await Deno.readTextFile(`/proc/${name}/cmdline`);
      memory[/jupyter\0--kernel/.test(command) ? "kernels" : "server"] +=
        megabytes;
    } catch {
      // It ended meanwhile.
    }
  }
  return memory;
}

/** What the students of a class do together, and how long it took. */
class Lesson {
  constructor(
    private readonly site: string,
    private readonly token: string,
    private readonly users: readonly string[],
    /** The code cells of each notebook. */
    private readonly steps: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** What each cell puts out for one alone. */
  readonly #expected = new Map<string, readonly string[]>();
  readonly failures: string[] = [];

  async api(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.site}/${path}`, {
      method,
      headers: { Authorization: `token ${this.token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  }

  /** Starts a student's server, and waits until it answers. */
  async enter(user: string): Promise<void> {
    await this.api("POST", `hub/api/users/${user}/server`);
    for (let tries = 0; tries < 600; tries++) {
      const state = await this.api("GET", `hub/api/users/${user}`);
      if ((state as { server: string | null }).server) return;
      await sleep(0.5);
    }
    throw new Error(`${user}: no server within five minutes`);
  }

  open(user: string, step: string): Promise<Kernel> {
    const path = `lesson/en/${step}.ipynb`;
    return startKernel(this.site, user, this.token, path);
  }

  /** Runs one cell; notes when it fails, or when an output is not as expected. */
  async run(
    user: string,
    kernel: Kernel,
    step: string,
    place: number,
  ): Promise<Outcome> {
    const outcome = await kernel.run(this.steps.get(step)![place]);
    const where = `${user}, ${step}, cell ${place + 1}`;
    if (outcome.failed) this.failures.push(`${where}: ${outcome.failed}`);
    const said = outcome.outputs.join("\n");
    const key = `${step} ${place}`;
    const expected = this.#expected.get(key);
    if (expected === undefined) this.#expected.set(key, [said]);
    else if (expected[0] !== said) this.failures.push(`${where}: outputs lost`);
    return outcome;
  }

  /** Runs a step, cell by cell, with a pause before each. */
  async work(
    user: string,
    kernel: Kernel,
    step: string,
    pause: number,
  ): Promise<number[]> {
    const times: number[] = [];
    for (let place = 0; place < this.steps.get(step)!.length; place++) {
      await sleep(pause * 2 * Math.random());
      times.push((await this.run(user, kernel, step, place)).seconds);
    }
    return times;
  }

  /** Lets every student do something at the same time. */
  together<Result>(
    task: (user: string) => Promise<Result>,
  ): Promise<(Result | undefined)[]> {
    return Promise.all(this.users.map((user) =>
      task(user).catch((error) => {
        this.failures.push(`${user}: ${error.message}`);
        return undefined;
      })
    ));
  }
}

/** Lets a class work, and prints what came of it. */
async function bench(
  count: number,
  pause: number,
  minutes: number,
  bin: string,
): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "class-" });
  const token = crypto.randomUUID().replaceAll("-", "");
  const ports = [freePort(), freePort(), freePort()];
  const config = join(home, "jupyterhub_config.py");
  await Deno.writeTextFile(config, hubConfig(home, token, ports));
  await installKernel(
    kernelSpec(lesson, Deno.execPath(), false),
    readOptions([`--prefix=${home}`]),
  );
  const homeOf = (user: string) => join(home, "users", user);
  const users = Array.from({ length: count }, (_, i) => `student${i + 1}`);
  await Promise.all(
    users.map((user) => Deno.mkdir(homeOf(user), { recursive: true })),
  );
  const steps = new Map<string, string[]>();
  for (const place of [1, 4]) {
    const path = lessonNotebooks("en")[place];
    const name = path.split("/").at(-1)!.replace(".ipynb", "");
    const { cells } = await readNotebook(path);
    steps.set(
      name,
      cells.filter(({ cell_type }) => cell_type === "code").map(textOf),
    );
  }
  const [step2, step5] = steps.keys();

  // The students' servers write here as well.
  const log = join(home, "hub.log");
  const hub = new Deno.Command("sh", {
    args: [
      "-c",
      `exec "$@" >"$0" 2>&1`,
      log,
      "jupyterhub",
      `--config=${config}`,
    ],
    cwd: home,
    env: environment(home, bin),
  }).spawn();
  async function end(): Promise<void> {
    hub.kill("SIGTERM"); // It ends its proxy and the students' servers.
    await hub.status;
    // A server that was stopped in the middle may leave its kernels behind.
    for (const user of users) {
      for (const pid of await processesOf(homeOf(user))) {
        try {
          Deno.kill(Number(pid), "SIGKILL");
        } catch {
          // It has ended meanwhile.
        }
      }
    }
    await Deno.remove(home, { recursive: true });
  }
  async function work(): Promise<void> {
    const site = `http://127.0.0.1:${ports[0]}`;
    const lesson = new Lesson(site, token, users, steps);
    for (let tries = 0;; tries++) {
      try {
        await lesson.api("GET", "hub/api/");
        break;
      } catch (error) {
        if (tries > 120) throw error;
        await sleep(0.5);
      }
    }
    await lesson.api("POST", "hub/api/users", { usernames: users });
    let start = performance.now();
    const since = () => (performance.now() - start) / 1000;
    await lesson.together((user) => lesson.enter(user));
    say("all servers started", `${since().toFixed(1)} s`);
    const idle = await memoryOf(homeOf(users[0]));
    say("a student's server", `${idle.server.toFixed(0)} MB`);

    // One alone says what each cell puts out.
    for (const step of steps.keys()) {
      const kernel = await lesson.open(users[0], step);
      await lesson.work(users[0], kernel, step, 0);
      await kernel.end();
    }
    if (lesson.failures.length > 0) throw new Error(lesson.failures[0]);

    for (const step of [step2, step5]) {
      const kernels = new Map<string, Kernel>();
      const times = (await lesson.together(async (user) => {
        const kernel = await lesson.open(user, step);
        kernels.set(user, kernel);
        return await lesson.work(user, kernel, step, pause);
      })).flatMap((list) => list ?? []);
      say(
        `${step}, a cell every ${pause} s`,
        `median ${quantile(times, 0.5).toFixed(2)} s, 95th percentile ${
          quantile(times, 0.95).toFixed(2)
        } s, slowest ${
          Math.max(...times).toFixed(2)
        } s (${times.length} cells)`,
      );
      const memory = await Promise.all(
        users.map((user) => memoryOf(homeOf(user))),
      );
      say(
        "memory of a student",
        `server ${mean(memory.map(({ server }) => server))} MB, kernel ${
          mean(memory.map(({ kernels }) => kernels))
        } MB`,
      );
      for (const kernel of kernels.values()) await kernel.end();
    }

    for (const step of [step2, step5]) {
      const kernels = await lesson.together((user) => lesson.open(user, step));
      start = performance.now();
      const ends = await lesson.together(async (user) => {
        const kernel = kernels[users.indexOf(user)];
        if (kernel) await lesson.work(user, kernel, step, 0);
        return since();
      });
      say(
        `${step}, all at once`,
        `${Math.max(...ends.map((end) => end ?? 0)).toFixed(1)} s`,
      );
      for (const kernel of kernels) await kernel?.end();
    }
    say("failures and lost outputs", String(lesson.failures.length));
    if (lesson.failures.length > 0) {
      throw new Error(lesson.failures.slice(0, 20).join("\n"));
    }
  }
  const interrupted = Promise.withResolvers<never>();
  const stop = () => interrupted.reject(new Error("Interrupted."));
  Deno.addSignalListener("SIGINT", stop);
  const timer = setTimeout(() => {
    interrupted.reject(new Error(`Not done within ${minutes} minutes.`));
  }, 60_000 * minutes);
  try {
    await Promise.race([work(), interrupted.promise]);
  } catch (error) {
    Deno.exitCode = 1;
    console.log((error as Error).message);
    const lines = (await Deno.readTextFile(log)).split("\n").filter(unusual);
    if (lines.length > 0) {
      console.log("What the hub and the servers said last, besides the usual:");
      console.log(lines.slice(-30).join("\n"));
    }
  } finally {
    clearTimeout(timer);
    Deno.removeSignalListener("SIGINT", stop);
    await end();
  }
}

/** Whether a line of the log is more than what is written each time. */
function unusual(line: string): boolean {
  return line !== "" &&
    !/^(\[[ID] |Warning | )|ping_timeout|ConfigProxy\] \S*info/.test(line);
}

function mean(values: readonly number[]): string {
  return (values.reduce((a, b) => a + b) / values.length).toFixed(0);
}

function say(what: string, value: string): void {
  console.log(`${what.padEnd(44)} ${value}`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      users: { type: "string", default: "30" },
      pause: { type: "string", default: "5" },
      minutes: { type: "string", default: "15" },
      help: { type: "boolean", default: false },
    },
  });
  const bin = programs();
  if (values.help || !bin) {
    console.log(values.help ? HELP : `bench:class ${MISSING}`);
    Deno.exit(values.help ? 0 : 1);
  }
  const [one, five] = Deno.loadavg();
  say("load of the machine before", `${one.toFixed(1)}, ${five.toFixed(1)}`);
  const [users, pause, minutes] = [values.users, values.pause, values.minutes]
    .map(Number);
  await bench(users, pause, minutes, bin);
  Deno.exit();
}
