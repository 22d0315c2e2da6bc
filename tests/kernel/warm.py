"""Kernels that start at once: forks of one process that has imported what takes long.

Only a short cut for Linux: elsewhere the tests start each kernel from nothing. Run as
a program it is the process that forks (``serve``), or what Jupyter starts in place of
a kernel (``ask``) and what lives as long as the kernel does.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

MODULES = ["ipykernel.kernelapp", "geopandas", "matplotlib.figure"]
LONGEST = 1 << 17  # bytes of a wish: a process's environment, mostly


@contextmanager
def kernels():
    """Give the environment in which Jupyter's kernel ``python3`` starts at once."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f"]
        with ExitStack() as stack:
            if sys.platform == "linux":
                address = str(Path(folder, "asked"))
                command = [sys.executable, "-I", "-S", __file__, "ask", address]
                stack.enter_context(_server(address))
            _specify(folder, [*command, "{connection_file}"])
            yield {"JUPYTER_PATH": folder}


@contextmanager
def _server(address):
    """A process that forks kernels, as long as the context lasts."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
        listening.bind(address)
        listening.listen()  # who asks before the imports are done waits for them
        process = subprocess.Popen(
            [sys.executable, "-P", __file__, "serve", str(listening.fileno())],
            pass_fds=[listening.fileno()],
            # Process 1 is the parent that a kernel does not watch.
            env=os.environ | {"JPY_PARENT_PID": "1"},
            start_new_session=True,  # Ctrl-C is for those who ask
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _specify(folder, command):
    """Write Jupyter's specification of a kernel that the command starts."""
    file = Path(folder, "kernels", "python3", "kernel.json")
    file.parent.mkdir(parents=True)
    words = {"argv": command, "display_name": "Python 3", "language": "python"}
    file.write_text(json.dumps(words), encoding="utf-8")


def serve(listening):
    """Fork a kernel for everybody who asks."""
    from importlib import import_module

    for module in MODULES:
        import_module(module)
    # Imported outside a kernel, pandas takes itself to be in a terminal.
    import_module("pandas").set_option("display.max_columns", 20)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a fork
    with socket.socket(fileno=int(listening)) as server:
        while True:
            asked, _ = server.accept()
            if not os.fork():
                server.close()
                become(asked)
            asked.close()


def become(asked):
    """Turn this fork into the kernel that was asked for, and die with who asked."""
    from threading import Thread

    from ipykernel.kernelapp import IPKernelApp

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    wish, streams, *_ = socket.recv_fds(asked, LONGEST, 3)
    for ours, theirs in enumerate(streams):
        os.dup2(theirs, ours)
    wish = json.loads(wish)
    os.chdir(wish["folder"])
    os.environ.clear()
    os.environ.update(wish["environment"])
    sys.path[:0] = filter(None, os.getenv("PYTHONPATH", "").split(os.pathsep))
    sys.argv = ["ipykernel_launcher", *wish["options"]]
    asked.send(str(os.getpid()).encode())
    Thread(target=lambda: asked.recv(1) or os._exit(1), daemon=True).start()
    IPKernelApp.launch_instance()
    os._exit(0)


def ask(address, connection_file, *options):
    """Ask for a kernel, hand interrupts on to it, and wait until it ends."""
    wish = {
        "folder": str(Path.cwd()),
        "environment": dict(os.environ),
        "options": ["-f", connection_file, *options],
    }
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as kernel:
        kernel.connect(address)
        socket.send_fds(kernel, [json.dumps(wish).encode()], [0, 1, 2])
        process = int(kernel.recv(LONGEST))
        signal.signal(signal.SIGINT, lambda *_: os.kill(process, signal.SIGINT))
        kernel.recv(1)


if __name__ == "__main__":
    {"serve": serve, "ask": ask}[sys.argv[1]](*sys.argv[2:])
