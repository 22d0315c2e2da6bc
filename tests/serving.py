"""Servers that tests start: ports for them, and the wait until they answer."""

import contextlib
import socket
import time
import urllib.request


def free_ports(count):
    """Ports on which nobody listens."""
    with contextlib.ExitStack() as held:
        sockets = [
            held.enter_context(socket.create_server(("127.0.0.1", 0)))
            for _ in range(count)
        ]
        return [each.getsockname()[1] for each in sockets]


def wait_for(address, process, log, seconds=60):
    """Wait until the server of the process answers; else show the end of its log."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    said = log.read_text(encoding="utf-8")[-3000:]
    raise RuntimeError(f"The server did not start:\n{said}")
