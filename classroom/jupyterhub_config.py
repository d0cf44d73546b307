"""A JupyterHub for a class that shares this machine; README.md says how to start it."""

import sys
from pathlib import Path

classroom = Path(__file__).resolve().parent
sys.path.insert(0, str(classroom))

from jupyter_server_config import HeldPorts  # noqa: E402

c = get_config()  # noqa: F821

# Whoever has an account on this machine may log in.
c.Authenticator.allow_all = True

# The notebooks are copied into the folder lesson of each student's home; a copy that
# is there already stays as it is.
start = """
mkdir -p lesson
cp -Rn "$0/notebooks/en" "$0/notebooks/pt" lesson
chmod -R u+w lesson
exec "$@"
"""
server = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.cmd = ["sh", "-c", start, str(classroom.parent), *server]
c.Spawner.default_url = "/lab/tree/lesson"

# Thirty that start at the same time keep each other waiting.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300

# Servers read jupyter_server_config.py, beside this file, and choose ports as it says.
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": str(classroom)}


def hold_port(spawner):
    spawner.port = HeldPorts.instance().find_available_port("127.0.0.1")


def return_port(spawner):
    HeldPorts.instance().return_port(spawner.port)


c.Spawner.pre_spawn_hook = hold_port
c.Spawner.post_stop_hook = return_port
