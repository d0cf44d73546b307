"""Settings for the server of each student, when a class shares one machine.

Jupyter looks for ports that are free, and leaves them free until the kernel listens,
seconds later when thirty start at once. Meanwhile another student's server may choose
the same. Then the kernel dies, and so does each restart, on the same ports.
"""

import socket
import sys

from jupyter_client.connect import LocalPortCache


class HeldPorts(LocalPortCache):
    """Holds the ports that it gives out, until they are returned."""

    def __init__(self, **options):
        super().__init__(**options)
        self.held = {}

    def find_available_port(self, ip):
        # Elsewhere nobody can listen on a port that is held.
        if sys.platform != "linux":
            return super().find_available_port(ip)
        holder = socket.socket()
        # Lets the one who is told the port listen on it; nobody else is given it.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind((ip, 0))
        port = holder.getsockname()[1]
        self.held[port] = holder
        return port

    def return_port(self, port):
        if port in self.held:
            self.held.pop(port).close()
        super().return_port(port)


HeldPorts.instance()  # becomes the instance of its parent as well
