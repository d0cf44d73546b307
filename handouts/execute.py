"""Execute notebooks on Deno kernels, several side by side.

The first line of stdin says what to do, as JSON:

    {"notebooks": [{"folder": "/…", "cells": [{"id": "sum", "source": "1 + 1"}]}],
     "side_by_side": 2, "cell_seconds": 120, "cell_bytes": 20000000}

Only code cells are sent. Stdin then stays open as a lifeline: when it closes, whoever started this program is gone, and the
program ends its kernels and itself. Events go to stdout, one JSON object a line; "notebook" is the place in the list:

    {"event": "cell", "notebook": 0, "number": 1, "count": 1, "id": "sum"}     before each cell
    {"event": "done", "notebook": 0, "outputs": [[{"output_type": …}]]}        a list of outputs for each cell
    {"event": "error", "notebook": 0, "id": "sum", "ename": "RangeError", "evalue": "…", "traceback": ["…"]}

No output may be lost, and the Deno kernel makes that hard. It sends what a cell prints, displays and returns through a queue,
but "idle" past that queue. A client that stops listening at "idle" drops what is still in the queue, and what leaves the queue
once the next cell has begun is sent as that cell's. So PRELUDE makes the kernel, at the end of each cell, send a mark through
the same queue and wait until this program has answered it. Only then does the kernel go on to "idle".
"""

import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress

from jupyter_client.manager import AsyncKernelManager

START_SECONDS = 60
"""How long a kernel may take to start, or to answer between cells, on a busy machine."""

END_SECONDS = 10
"""How long this program may take to end its kernels. They have lifelines of their own."""

MARK = "application/vnd.handout.end-of-cell"

PRELUDE = """
{
  const { jupyter } = Deno[Deno.internal];
  const { broadcastResult } = jupyter;
  const { broadcast } = Deno.jupyter;
  const { prompt, setTimeout } = globalThis;
  let cells = 0;

  // The kernel does not report an error that is thrown once its cell has ended.
  const late = [];
  const keep = (event) => {
    event.preventDefault();
    const error = event.error ?? event.reason;
    late.push({ ename: String(error?.name ?? "Error"), evalue: String(error?.message ?? error) });
  };
  addEventListener("error", keep);
  addEventListener("unhandledrejection", keep);
  let lastTimer = 0;
  globalThis.setTimeout = (callback, delay, ...rest) => {
    lastTimer = Math.max(lastTimer, performance.now() + (Number(delay) || 0));
    return setTimeout(callback, delay, ...rest);
  };
  globalThis[Symbol.for("timers")] = () =>
    new Promise((resolve) => setTimeout(resolve, Math.min(lastTimer - performance.now(), 1000)));

  // The kernel awaits this function after each cell that did not throw, also when the cell has no value.
  const endCell = async (count, value) => {
    await broadcastResult(count, value);
    await new Promise((resolve) => setTimeout(resolve));
    const mark = `end of cell ${++cells}`;
    broadcast("display_data", { data: { "%s": mark }, metadata: { late: late.splice(0) }, transient: {} });
    while (prompt(mark) !== mark);
  };
  // The library adds a wait for clients that know of no mark. Here it would only cost time.
  Object.defineProperty(jupyter, "broadcastResult", { get: () => endCell, set() {} });

  // Nobody is there to answer a cell's own questions.
  globalThis.prompt = () => null;
  globalThis.confirm = () => false;

  // See lifeline() in execute.py. A worker sees the end of the pipe even when a cell never returns.
  const watch = `await Deno.stdin.read(new Uint8Array(1)); Deno.kill(Deno.pid, "SIGKILL");`;
  new Worker(`data:text/javascript,${encodeURIComponent(watch)}`, { type: "module" });
}
""" % MARK

SETTLE = 'await globalThis[Symbol.for("timers")]();'
"""Waits for timers that are due soon, so that what they throw is seen."""


class Failure(Exception):
    """Why a notebook could not be executed."""

    def __init__(self, ename, evalue, traceback=()):
        super().__init__(evalue)
        self.report = {
            "ename": ename,
            "evalue": without_colour(evalue),
            "traceback": [without_colour(line) for line in traceback],
        }


class Kernel:
    """A Deno kernel for one notebook."""

    def __init__(self, cell_seconds, cell_bytes):
        self.cell_seconds, self.cell_bytes = cell_seconds, cell_bytes
        self.displays = {}
        self.manager = self.channels = None
        self.log = tempfile.TemporaryFile()

    async def start(self, folder, stdin):
        """Start the kernel. Its ports are free when they are chosen, but another program may be quicker: so try three times."""
        for attempts_left in (2, 1, 0):
            self.manager = AsyncKernelManager(kernel_name="deno")
            await self.manager.start_kernel(cwd=folder, stdin=stdin, stdout=self.log, stderr=self.log)
            self.channels = self.manager.client()
            self.channels.start_channels()
            self.channels.allow_stdin = True
            if await self.answers():
                break
            if not attempts_left:
                raise self.failure("KernelFailed", "The Deno kernel does not start.")
            await self.stop()
        reply = await self.reply(self.channels.execute(PRELUDE, silent=True, store_history=False))
        if reply["status"] != "ok":
            raise Failure(
                "KernelUnknown",
                "This version of Deno cannot be told to wait for the end of a cell: Deno 2.9.6 can. The kernel says: "
                f"{reply.get('ename')}: {reply.get('evalue')}",
            )

    async def answers(self):
        """Wait until what the kernel sends arrives here; return False when it ends instead."""
        for _ in range(4 * START_SECONDS):
            with suppress(asyncio.TimeoutError):
                await self.idle(self.channels.kernel_info(), 0.25)
                return True
            if not await self.manager.is_alive():
                return False
        raise self.failure("KernelFailed", f"The Deno kernel does not answer within {START_SECONDS} s.")

    async def stop(self):
        """End the kernel at once: it has nothing to save."""
        if self.channels:
            self.channels.stop_channels()
        if self.manager and self.manager.has_kernel:
            await self.manager.shutdown_kernel(now=True)

    async def idle(self, message, seconds, handle=lambda received: None):
        """Hand over what the kernel sends on account of a message, until it says that it is idle again."""

        async def listen():
            while True:
                received = await self.channels.iopub_channel.get_msg()
                if received["parent_header"].get("msg_id") != message:
                    continue
                if received["msg_type"] == "status" and received["content"]["execution_state"] == "idle":
                    return
                handle(received)

        await asyncio.wait_for(listen(), seconds)

    async def reply(self, message):
        """The content of the kernel's reply to a message."""
        try:
            while True:
                received = await asyncio.wait_for(self.channels.shell_channel.get_msg(), START_SECONDS)
                if received["parent_header"].get("msg_id") == message:
                    return received["content"]
        except asyncio.TimeoutError:
            raise self.failure("KernelFailed", f"The Deno kernel does not answer within {START_SECONDS} s.") from None

    async def execute(self, source):
        """Execute a cell; return its outputs, all of which have certainly arrived."""
        cell = Cell(self)
        message = self.channels.execute(source)
        running = asyncio.ensure_future(self.idle(message, self.cell_seconds, cell.handle))
        dead = asyncio.ensure_future(self.death())
        try:
            await asyncio.wait((running, dead), return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                raise self.failure("KernelDied", "The kernel ended while it executed the cell.")
            running.result()
        except asyncio.TimeoutError:
            raise Failure("TimeLimit", f"The cell takes longer than {self.cell_seconds:g} s.") from None
        finally:
            running.cancel()
            dead.cancel()
        reply = await self.reply(message)
        if reply["status"] == "error" and not cell.error:
            evalue = "The kernel rejects the cell and gives no reason: most often an error of syntax."
            raise self.failure(reply.get("ename") or "Error", evalue)
        # The kernel reports an error while it formats a cell's value as an output only: for it, the cell itself went well.
        if cell.error:
            raise Failure(cell.error["ename"], cell.error["evalue"], cell.error["traceback"])
        if cell.late is None:
            raise Failure("OutputLost", "The kernel did not say that the cell's outputs are complete. Deno 2.9.6 does.")
        for error in cell.late:
            raise Failure(error["ename"], f"{error['evalue']} (thrown late: in a timer, or in a promise that nothing awaits)")
        return cell.outputs

    async def death(self):
        while await self.manager.is_alive():
            await asyncio.sleep(0.5)

    def failure(self, ename, evalue):
        """A failure that shows the last lines that the kernel's process itself wrote."""
        self.log.seek(0)
        written = self.log.read().decode(errors="replace").splitlines()
        return Failure(ename, evalue, [line for line in written if "is unstable and might change" not in line][-8:])


class Cell:
    """What a cell puts out while it runs."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.bytes_left = kernel.cell_bytes
        self.outputs = []
        self.clear_first = False
        self.error = self.late = None

    def handle(self, message):
        kind, content = message["msg_type"], message["content"]
        if kind == "display_data" and MARK in content["data"]:
            self.late = content["metadata"]["late"]
            return self.kernel.channels.input(content["data"][MARK])
        self.bytes_left -= len(json.dumps(content))
        if self.bytes_left < 0 and kind != "execute_input":
            raise Failure("OutputLimit", f"The cell puts out more than {self.kernel.cell_bytes:.0f} bytes.")
        if kind == "stream":
            self.add({"output_type": kind, "name": content["name"], "text": content["text"]})
        elif kind in ("display_data", "execute_result"):
            output = {"output_type": kind, "data": content["data"], "metadata": content["metadata"]}
            self.add(output)
            if name := (content.get("transient") or {}).get("display_id"):
                self.kernel.displays.setdefault(name, []).append(output)
        elif kind == "update_display_data":
            for output in self.kernel.displays.get(content["transient"]["display_id"], []):
                output.update(data=content["data"], metadata=content["metadata"])
        elif kind == "clear_output":
            self.clear_first = True
            if not content.get("wait"):
                self.add(None)
        elif kind == "error":
            self.error = content

    def add(self, output):
        if self.clear_first:
            self.outputs.clear()
            self.clear_first = False
        last = self.outputs[-1] if self.outputs else {}
        if output and output["output_type"] == "stream" and output["name"] == last.get("name"):
            # How printed text is cut into pieces differs from one run to the next.
            last["text"] += output["text"]
        elif output:
            self.outputs.append(output)


async def execute(number, notebook, job, stdin):
    """Execute one notebook in a kernel of its own, and report."""
    kernel = Kernel(job["cell_seconds"], job["cell_bytes"])
    place = None
    try:
        await kernel.start(notebook["folder"], stdin)
        outputs = []
        for count, cell in enumerate(notebook["cells"], start=1):
            place = cell["id"]
            report("cell", number, number=count, count=len(notebook["cells"]), id=place)
            outputs.append(await kernel.execute(cell["source"]) if cell["source"].strip() else [])
        await kernel.execute(SETTLE)
    except Failure as failure:
        report("error", number, id=place, **failure.report)
    except Exception as error:  # No port, no memory, too many open files: a message, not a traceback.
        report("error", number, id=place, ename=type(error).__name__, evalue=str(error), traceback=[])
    else:
        report("done", number, outputs=outputs)
    finally:
        await kernel.stop()


async def execute_all(job):
    """Execute the notebooks, some at a time, in their order."""
    watch_lifeline()
    # The reading end of this pipe is every kernel's stdin. It ends when this process does, also when that is killed.
    stdin, _ = os.pipe()
    waiting = iter(list(enumerate(job["notebooks"])))

    async def work():
        for number, notebook in waiting:
            await execute(number, notebook, job, stdin)

    await asyncio.gather(*(work() for _ in range(job["side_by_side"])))


def watch_lifeline():
    """When stdin closes or a signal comes, cancel the work, so that it still ends its kernels."""
    loop, work = asyncio.get_running_loop(), asyncio.current_task()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # Windows
            loop.add_signal_handler(getattr(signal, name), work.cancel)

    def watch():
        while os.read(0, 1024):
            pass
        with suppress(RuntimeError):  # The loop is closed: the work is done.
            loop.call_soon_threadsafe(work.cancel)
        time.sleep(END_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def without_colour(text):
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def report(event, notebook, **more):
    """Write an event in ASCII: a line separator (U+2028) in an output would end the line for some readers."""
    try:
        print(json.dumps({"event": event, "notebook": notebook, **more}), flush=True)
    except BrokenPipeError:  # The lifeline ends this program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def main():
    # Cells are often Portuguese, and Windows would otherwise read them in a code page.
    sys.stdin.reconfigure(encoding="utf-8")
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    try:
        asyncio.run(execute_all(json.loads(sys.stdin.readline())))
    except (asyncio.CancelledError, KeyboardInterrupt):
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
