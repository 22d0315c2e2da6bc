"""The door to the course. In Python 3.6 syntax, so that an old Python can say so."""

import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

COMMANDS = {
    "open": "open the course in JupyterLab (the same as no command)",
    "test": "check that everything works here",
    "build": "remake notebooks, exercises, the data catalogue and the glossary",
    "class": "write one page on a class: class FOLDER, with the files learners shared",
    "evidence": "print the evidence behind every claim as CSV",
    "slides": "write a lesson's slides: slides 10_trade [FOLDER]",
    "handout": "write a lesson to print, without and with answers: handout 10_trade",
    "assign": "write a lesson as a course of nbgrader: assign 10_trade FOLDER",
    "site": "write the course as a web site: site [FOLDER]",
}
SMALL = {"open", "class", "evidence"}  # the others need more to be installed
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-is-complete.txt"
SETTINGS = ROOT / "helpers/jupyter"  # asks no news question, hides graders' menus
say = partial(print, file=sys.stderr, flush=True)  # stdout may be a table


def step(text, *command):
    """Say what happens, run a set-up command, and stop in words if it fails."""
    say(text)
    said, pipe = "", {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, errors="replace", **pipe) as process:
        try:
            for line in process.stdout:
                said += line
                if line.endswith(" MB)\n"):
                    say(f"        {line.strip().split('-')[0]}")
        except KeyboardInterrupt:
            process.kill()  # or it would go on installing, unseen
            raise
    if process.returncode:
        errors = re.findall("(?im)^error.*", said) or [said.strip()]
        lost = "connection" in said.lower() and "no internet, which it needs once"
        sys.exit(f"Set-up stopped ({lost or errors[-1]}): mend this and run it again.")


def fingerprint(requirements):
    """Give what changes when the course has moved or what it installs has changed."""
    files = [(ROOT / name).read_bytes() for name in (requirements, "pyproject.toml")]
    return hashlib.sha256(repr([ROOT, PYTHON.resolve(), files]).encode()).hexdigest()


def set_up(requirements):
    """Make `.venv` or bring it up to date; leave a complete one alone."""
    done = STAMP.read_text("utf-8") if STAMP.exists() and PYTHON.exists() else ""
    if done in map(fingerprint, (requirements, "requirements-test.txt")):
        return
    if not all(map(importlib.util.find_spec, ["venv", "ensurepip"])):
        sys.exit("Python lacks venv: sudo apt install python3-venv, then run it again.")
    say("Setting up the course: about a minute, and only when something is new.")
    VENV.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)  # without it, an interrupted set-up starts anew
    if not done:
        step("1 of 3: making .venv", sys.executable, "-m", "venv", "--clear", VENV)
    pip = [PYTHON, "-m", "pip", "install", "--no-input", "--no-compile"]
    step(f"2 of 3: installing {requirements}", *pip, "-r", requirements)
    step("3 of 3: adding the course's own helpers", *pip, "--no-deps", "-e", ".")
    shutil.copytree(SETTINGS, VENV, dirs_exist_ok=True)
    STAMP.write_text(fingerprint(requirements), "utf-8")


def is_free(port):
    """Tell whether JupyterLab could listen on this port."""
    with suppress(OSError, OverflowError), socket.create_server(("127.0.0.1", port)):
        return True


def lab(options):
    """Set up for JupyterLab and give its arguments, with a port asked for or free."""
    asked = re.findall(r"port[ =](\d+)", " ".join(options))
    ports = [int(port) for port in asked] or range(8888, 8988)
    port = next(filter(is_free, ports), None)
    if port is None:
        sys.exit(f"Port {ports[0]} is busy or barred: name another with --port.")
    first = "--LabApp.default_url=/lab/tree/notebooks/0_start/00_start_here.ipynb"
    ours = [first, f"--ServerApp.root_dir={ROOT}", "--allow-root"]  # as in containers
    set_up("requirements.txt")  # not before a busy port is told
    say(f"The course opens on port {port}; Ctrl-C in this window closes it.")
    return ["jupyterlab", *ours, *([] if asked else [f"--port={port}"]), *options]


def main(command="open", *options):
    """Check, set up and hand over: Ctrl-C and exit code are then the command's own."""
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit("The course needs Python 3.11 or later: get it from python.org.")
    if command.startswith("-") and command not in {"-h", "--help"}:
        command, options = "open", (command, *options)  # JupyterLab's own options
    if command not in COMMANDS:
        known = "".join(f"\n  {name:9} {does}" for name, does in COMMANDS.items())
        sys.exit(f"'{command}' is not one of the course's commands:{known}")
    try:
        module = ["tests"] if command == "test" else ["helpers", command]
        arguments = lab(options) if command == "open" else [*module, *options]
        set_up("requirements.txt" if command in SMALL else "requirements-test.txt")
        os.environ["COURSE_FROM"] = str(Path.cwd())  # a folder that is named is here
        os.chdir(ROOT)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip left compiling to us
        if os.name == "nt":
            return subprocess.call([PYTHON, "-m", *arguments])
        os.execv(PYTHON, [PYTHON, "-m", *arguments])
    except KeyboardInterrupt:
        sys.exit("Stopped: the same command starts it again.")
    except OSError as error:
        sys.exit(f"Copy the course to a folder of your own and run it there: {error}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
