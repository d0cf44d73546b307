"""Run one notebook on the Deno kernel, and write it with its outputs.

    python execute.py NOTEBOOK EXECUTED [--cell-seconds 120] [--cell-bytes 20000000]

What it does is told on stdout, one JSON object a line:

    {"event": "cell", "index": 3, "number": 2, "count": 12, "id": "softmax-shift"}   before each code cell
    {"event": "done", "seconds": 4.2}                                                exit code 0
    {"event": "error", "index": 3, "id": "softmax-shift",                            exit code 1, nothing written
     "ename": "RangeError", "evalue": "…", "traceback": ["…"]}

No output may be lost, and the Deno kernel makes that hard. It sends what a cell prints, displays and returns through a queue,
and "idle" past that queue. A client that stops listening at "idle", as nbclient does, drops what is still in the queue; what
leaves the queue when the next cell has begun is sent as that cell's; and an "idle" written between two parts of a large output
breaks the connection. So PRELUDE makes the kernel, at the end of each cell, send a mark through the same queue and wait until
this program has answered it. Only then does the kernel go on to "idle".
"""

import argparse
import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

# jsonschema imports this grammar of internationalised addresses when it can, which takes two seconds. No notebook needs it.
sys.modules["rfc3987_syntax"] = None

import nbformat  # noqa: E402
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

START_SECONDS = 60
"""How long a kernel may take to start, or to answer between cells, on a busy machine."""

MARK = "application/vnd.handout.end-of-cell"

PRELUDE = """
{
  const { jupyter } = Deno[Deno.internal];
  const { broadcastResult } = jupyter;
  const { broadcast } = Deno.jupyter;
  const { prompt, setTimeout } = globalThis;
  let cells = 0;

  // The kernel awaits this function after each cell that did not throw, also when the cell has no value.
  jupyter.broadcastResult = async (count, value) => {
    await broadcastResult(count, value);
    await new Promise((resolve) => setTimeout(resolve));
    const mark = `end of cell ${++cells}`;
    broadcast("display_data", { data: { "%s": mark }, metadata: {}, transient: {} });
    while (prompt(mark) !== mark);
  };

  // Nobody is there to answer a cell's own questions.
  globalThis.prompt = () => null;
  globalThis.confirm = () => false;

  // See lifeline() in execute.py. A worker sees the end of the pipe even when a cell never returns.
  const watch = `await Deno.stdin.read(new Uint8Array(1)); Deno.kill(Deno.pid, "SIGKILL");`;
  new Worker(`data:text/javascript,${encodeURIComponent(watch)}`, { type: "module" });
}
""" % MARK


class Failure(Exception):
    """Why the notebook could not be executed, and in which cell."""

    def __init__(self, ename, evalue, traceback=(), index=None, cell=None):
        super().__init__(evalue)
        self.report = {
            "event": "error",
            "index": index,
            "id": cell.get("id") if cell else None,
            "ename": ename,
            "evalue": without_colour(evalue),
            "traceback": [without_colour(line) for line in traceback],
        }


class CellClient(NotebookClient):
    """nbclient, which answers the mark at the end of a cell and refuses a flood of output."""

    def begin(self, most_bytes):
        self.complete = False
        self.flooded = False
        self.bytes_left = most_bytes

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] == "display_data" and MARK in msg["content"]["data"]:
            self.complete = True
            self.kc.input(msg["content"]["data"][MARK])
            return None
        if msg["msg_type"] not in ("status", "execute_input"):
            self.bytes_left -= len(json.dumps(msg["content"]))
        if self.bytes_left < 0:
            self.flooded = True
            # An exception here would not be seen before the cell ends, and a cell that floods may never end.
            self.task_poll_for_reply.cancel()
            return None
        return super().process_message(msg, cell, cell_index)


async def execute(notebook, folder, cell_seconds, cell_bytes):
    """Execute the notebook's cells in place, in a kernel of its own that works in the given folder."""
    cancel_on_signals()
    with tempfile.TemporaryFile() as log, lifeline() as stdin:
        kernel, channels = await start_kernel(folder, stdin=stdin, stdout=log, stderr=log)
        try:
            client = CellClient(
                notebook,
                km=kernel,
                timeout=cell_seconds,
                iopub_timeout=START_SECONDS,
                raise_on_iopub_timeout=True,
                force_raise_errors=True,
                record_timing=False,
            )
            client.kc = channels
            notebook.metadata["language_info"] = await prepare(client)
            code_cells = [(index, cell) for index, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
            for _, cell in code_cells:
                cell.outputs, cell.execution_count = [], None
            for number, (index, cell) in enumerate(code_cells, start=1):
                tell(event="cell", index=index, number=number, count=len(code_cells), id=cell.get("id"))
                if cell.source.strip():
                    await execute_cell(client, index, cell, cell_bytes, log)
            # Not before the end: a later cell may still update an output of an earlier one, by its place.
            for _, cell in code_cells:
                cell.outputs = join_streams(cell.outputs)
        finally:
            await cancel_other_tasks()
            await stop_kernel(kernel, channels)


async def cancel_other_tasks():
    """End what nbclient left waiting for the kernel, before the kernel ends."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def lifeline():
    """The reading end of a pipe. The system closes the other end when this process ends, also when it is killed."""
    reading, writing = os.pipe()
    try:
        yield reading
    finally:
        os.close(reading)
        os.close(writing)


async def start_kernel(folder, **streams):
    """A kernel that answers. Its ports are free when they are chosen, but another program may be quicker: so try three times."""
    for attempts_left in (2, 1, 0):
        kernel = AsyncKernelManager(kernel_name="deno")
        channels = None
        try:
            await kernel.start_kernel(cwd=str(folder), **streams)
            channels = kernel.client()
            channels.start_channels()
            await channels.wait_for_ready(timeout=START_SECONDS)
            channels.allow_stdin = True
            return kernel, channels
        except RuntimeError as error:
            await stop_kernel(kernel, channels)
            if not attempts_left:
                raise Failure("KernelFailed", f"The Deno kernel does not start: {error}", tail(streams["stderr"])) from None
        except BaseException:
            await stop_kernel(kernel, channels)
            raise


async def stop_kernel(kernel, channels):
    """End the kernel and what it started, at once: it has nothing to save."""
    if kernel.has_kernel:
        await kernel.shutdown_kernel(now=True)
    if channels:
        channels.stop_channels()


async def prepare(client):
    """Run the prelude, and return what the kernel says of its language, which nbconvert needs for highlighting."""
    info = await answer(client, client.kc.kernel_info())
    reply = await answer(client, client.kc.execute(PRELUDE, silent=True, store_history=False))
    if reply["status"] != "ok":
        raise Failure(
            "KernelUnknown",
            "This version of Deno cannot be told to wait for the end of a cell: Deno 2.9.6 can. The kernel says: "
            f"{reply.get('ename')}: {reply.get('evalue')}",
        )
    return info["language_info"]


async def answer(client, message):
    """The content of the kernel's answer to a message that was sent outside of any cell."""
    try:
        return (await asyncio.wait_for(client.async_wait_for_reply(message), START_SECONDS))["content"]
    except asyncio.TimeoutError:
        raise Failure("KernelFailed", f"The Deno kernel does not answer within {START_SECONDS} s.") from None


async def execute_cell(client, index, cell, cell_bytes, log):
    """Execute one cell, and fail unless all that it put out has certainly arrived."""

    def fail(ename, evalue, traceback=()):
        raise Failure(ename, evalue, traceback, index, cell) from None

    client.begin(cell_bytes)
    try:
        await client.async_execute_cell(cell, index)
    except CellExecutionError as error:
        if error.evalue == "Execution failed":
            fail(error.ename, "The kernel rejects the cell and gives no reason: most often an error of syntax.", tail(log))
        # What the kernel sent: nbclient's own traceback repeats the cell.
        fail(error.ename, error.evalue, [line for output in cell.outputs for line in output.get("traceback", [])])
    except CellTimeoutError:
        fail("TimeLimit", f"The cell takes longer than {client.timeout:g} s.")
    except DeadKernelError:
        if client.flooded:
            fail("OutputLimit", f"The cell puts out more than {cell_bytes:.0f} bytes.")
        if await client.km.is_alive():
            # For nbclient only the kernel's death can cancel a cell. Here a signal to this process can, too.
            raise asyncio.CancelledError from None
        fail("KernelDied", "The kernel ended while it executed the cell.", tail(log))
    for output in cell.outputs:
        # The kernel reports an error while it formats a cell's value as an output only: for it, the cell itself went well.
        if output.output_type == "error":
            fail(output.ename, output.evalue, output.traceback)
    if not client.complete:
        fail("OutputLost", "The kernel did not say that the cell's outputs are complete. Deno 2.9.6 does.")


def join_streams(outputs):
    """Join neighbouring pieces of stdout, and of stderr: how they were cut differs from one execution to the next."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == "stream" and output.name == last.get("name"):
            last.text += output.text
        else:
            joined.append(output)
    return joined


def tail(log, lines=8):
    """The last lines that the kernel's process itself wrote."""
    log.seek(0)
    written = log.read().decode(errors="replace").splitlines()
    return [line for line in written if "is unstable and might change" not in line][-lines:]


def without_colour(text):
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def tell(**event):
    print(json.dumps(event, ensure_ascii=False), flush=True)


def cancel_on_signals():
    """When this process is told to end, cancel its work instead, so that it still ends its kernel."""
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(name, asyncio.current_task().cancel)


def write(notebook, path):
    """Write the notebook in one step: whoever reads it sees all of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    nbformat.write(notebook, part)
    part.replace(path)


def main():
    parser = argparse.ArgumentParser(description="Run one notebook on the Deno kernel, and write it with its outputs.")
    parser.add_argument("notebook", type=Path)
    parser.add_argument("executed", type=Path)
    parser.add_argument("--cell-seconds", type=float, default=120, help="time limit of one cell (default: 120)")
    parser.add_argument("--cell-bytes", type=float, default=20_000_000, help="most output of one cell (default: 20000000)")
    options = parser.parse_args()
    # A name of a notebook is often Portuguese, and Windows would otherwise write it in a code page.
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())

    started = time.monotonic()
    notebook = nbformat.read(options.notebook, as_version=4)
    folder = options.notebook.resolve().parent
    try:
        asyncio.run(execute(notebook, folder, options.cell_seconds, options.cell_bytes))
    except Failure as failure:
        tell(**failure.report)
        return 1
    except (asyncio.CancelledError, KeyboardInterrupt):
        return 130
    write(notebook, options.executed)
    tell(event="done", seconds=round(time.monotonic() - started, 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
