import assert from "assert";
import { join } from "node:path";
import { environment, MISSING, programs } from "../../classroom/servers.ts";
import { run } from "../support/command.ts";
import { root } from "../support/folder.ts";

const bin = programs();
const settings = join(root, "classroom", "jupyter_server_config.py");

/** What two servers of a class do with ports, as Jupyter asks for them. */
const PORTS = `
import socket
from jupyter_client.connect import LocalPortCache
exec(open(${JSON.stringify(settings)}).read())
here = "127.0.0.1"
port = LocalPortCache.instance().find_available_port(here)

def listen(reuse):
    kernel = socket.socket()
    kernel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
    kernel.bind((here, port))
    kernel.listen()
    return kernel

try:
    listen(False)
    print("taken by a stranger")
except OSError:
    listen(True).close()
LocalPortCache.instance().return_port(port)
listen(False).close()
`;

Deno.test({
  name: `a student's server holds the ports of its kernels${
    bin ? "" : ` (${MISSING})`
  }`,
  ignore: !bin || Deno.build.os !== "linux",
  async fn() {
    const env = environment(root, bin!);
    const args = ["-c", PORTS];
    assert.equal(await run(join(bin!, "python"), args, { env }), "");
  },
});

Deno.test({
  name: `a class of two works on a JupyterHub, and loses no output${
    bin ? "" : ` (${MISSING})`
  }`,
  ignore: !bin || Deno.build.os !== "linux",
  async fn() {
    const args = ["task", "bench:class", "--users=2", "--pause=0"];
    const said = await run(Deno.execPath(), args);
    assert.match(said, /failures and lost outputs +0/);
  },
});
