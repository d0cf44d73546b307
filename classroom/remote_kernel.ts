/** What came of running a cell. */
export interface Outcome {
  readonly seconds: number;
  /** What it put out, in short, in order. */
  readonly outputs: readonly string[];
  /** Why it failed. */
  readonly failed?: string;
}

/** A kernel behind a JupyterHub, as a front end holds it. */
export interface Kernel {
  run(code: string): Promise<Outcome>;
  end(): Promise<void>;
}

/** How long a cell is waited for, in seconds. */
const PATIENCE = 120;

/** What is read here of a message of the kernel. */
interface Message {
  readonly channel: string;
  readonly parent_header: { readonly msg_id?: string };
  readonly header: { readonly msg_type: string };
  readonly content: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly text?: string;
    readonly ename?: string;
    readonly evalue?: string;
    readonly execution_state?: string;
  };
}

/**
 * Opens a notebook on a student's server: starts its kernel and listens to it.
 *
 * @param site Address of the hub.
 * @param user The student.
 * @param token Opens the student's server.
 * @param path The notebook.
 */
export async function startKernel(
  site: string,
  user: string,
  token: string,
  path: string,
): Promise<Kernel> {
  const base = `${site}/user/${user}/api`;
  const headers = { Authorization: `token ${token}` };
  const response = await fetch(`${base}/sessions`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      path,
      name: path,
      type: "notebook",
      kernel: { name: "deno" },
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: no kernel`);
  const { id, kernel } = await response.json();
  const session = crypto.randomUUID();
  const address = `${base}/kernels/${kernel.id}/channels?session_id=${session}`;
  // A hub takes no token from an address. Deno knows this option, the DOM's types
  // do not.
  const options = { headers } as unknown as string[];
  const socket = new WebSocket(address.replace(/^http/, "ws"), options);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("no connection to the kernel"));
  });

  /** What waits for messages, by the id of the request. */
  const listeners = new Map<string, (message: Message) => void>();
  let lost: (error: Error) => void = () => {};
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(data);
    listeners.get(message.parent_header.msg_id ?? "")?.(message);
  };
  let why = "";
  socket.onerror = (event) => why = (event as ErrorEvent).message;
  socket.onclose = ({ code, reason }) => {
    why = ["the connection was lost", code, reason, why]
      .filter(Boolean).join(", ");
    lost(new Error(why));
  };

  return {
    run(code) {
      const start = performance.now();
      const msg_id = crypto.randomUUID();
      const outputs: string[] = [];
      let failed: string | undefined;
      let replied = false;
      let idle = false;
      return new Promise((resolve, reject) => {
        lost = reject;
        if (socket.readyState !== WebSocket.OPEN) {
          return reject(new Error(why));
        }
        const timer = setTimeout(
          () => reject(new Error(`no answer within ${PATIENCE} seconds`)),
          1000 * PATIENCE,
        );
        listeners.set(msg_id, ({ channel, header, content }) => {
          switch (header.msg_type) {
            case "stream":
              outputs.push(content.text!);
              break;
            case "display_data":
            case "execute_result":
              outputs.push(String(content.data!["text/plain"]));
              break;
            case "error":
              failed = `${content.ename}: ${content.evalue}`;
          }
          replied ||= channel === "shell";
          idle ||= content.execution_state === "idle";
          if (!replied || !idle) return;
          listeners.delete(msg_id);
          clearTimeout(timer);
          const seconds = (performance.now() - start) / 1000;
          resolve({ seconds, outputs, failed });
        });
        socket.send(JSON.stringify({
          channel: "shell",
          header: {
            msg_id,
            session,
            msg_type: "execute_request",
            username: user,
            version: "5.3",
            date: new Date().toISOString(),
          },
          parent_header: {},
          metadata: {},
          content: { code, silent: false, store_history: true },
          buffers: [],
        }));
      });
    },
    async end() {
      lost = () => {};
      socket.close();
      const ended = await fetch(`${base}/sessions/${id}`, {
        method: "DELETE",
        headers,
      });
      await ended.body?.cancel();
    },
  };
}
