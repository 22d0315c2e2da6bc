"""Start a real JupyterHub with its proxy on a copy of the course, and stop it."""

import compileall
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.serving import free_ports, wait_for

ROOT = Path(__file__).resolve().parents[3]
CONFIG = Path(__file__).with_name("trial_config.py")
NO_NETWORK = ROOT / "tests" / "kernel" / "no_network.py"
PROXY = "configurable-http-proxy"
PARTS = ("data", "docs", "exercises", "helpers", "notebooks", "LICENSE")
CACHES = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
FIRST_NUMBER = 50_000  # users by number: far from those of the machine


@dataclass(frozen=True)
class Hub:
    """A hub that runs: its address, its process, the course's clone, the homes."""

    address: str
    process: psutil.Process
    course: Path
    homes: Path
    log: Path
    password: str
    apart: bool  # each learner is a user of the system

    def servers(self):
        """The processes of each learner: {name: [process, ...]}."""
        found = {}
        for process in self.process.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                name = process.environ().get("JUPYTERHUB_USER")
                if name:
                    found.setdefault(name, []).append(process)
        return found

    def own(self):
        """The processes of the hub and its proxy."""
        apart = {p.pid for some in self.servers().values() for p in some}
        family = [self.process, *self.process.children(recursive=True)]
        return [process for process in family if process.pid not in apart]


def proxy_command():
    """Path of an installed proxy, or None."""
    return shutil.which(PROXY)


@contextlib.contextmanager
def running(learners):
    """A hub for these learners, in a temporary folder that goes in the end.

    Raises
    ------
    RuntimeError
        When the proxy is not installed, or the hub does not start; with its log.
    """
    if not proxy_command():
        raise RuntimeError(f"The proxy is missing: npm install --global {PROXY}@4")
    folder = Path(tempfile.mkdtemp(prefix="class-", dir="/tmp"))  # sockets: short paths
    folder.chmod(0o755)  # learners pass through it to their homes
    try:
        course, numbers = shared_clone(folder / "course"), users(learners)
        make_homes(folder / "homes", learners, numbers)
        trial = {
            "course": str(course),
            "homes": str(folder / "homes"),
            "numbers": numbers,
            "password": os.urandom(8).hex(),
            "ports": free_ports(3),
            "first_port": random.randrange(21_000, 32_000, 500),
            "proxy": proxy_command(),
        }
        with started(folder, trial) as process:
            yield Hub(
                f"http://127.0.0.1:{trial['ports'][2]}",
                process,
                course,
                folder / "homes",
                folder / "hub.log",
                trial["password"],
                bool(numbers),
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shared_clone(course):
    """Copy the course, in its state here, to a repository with the branch lessons."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, course / part, ignore=CACHES)
        else:
            shutil.copy(ROOT / part, course / part)
    git(course, "init", "--quiet", "--initial-branch=main")
    (course / ".gitignore").write_text("__pycache__/\n", encoding="utf-8")
    git(course, "config", "user.name", "instructor")
    git(course, "config", "user.email", "instructor@localhost")
    save(course, "The course")
    compileall.compile_dir(course / "helpers", quiet=1)  # learners cannot write there
    return course


def save(course, message):
    """Commit what has changed, as an instructor does, and write the branch lessons."""
    git(course, "add", "--all")
    git(course, "commit", "--quiet", f"--message={message}")
    subprocess.run([course / "docs/class_server/lessons_branch.sh"], check=True)


def git(course, *arguments):
    """Run git in a folder, without the settings of whoever runs the trial."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=course, env=os.environ | alone, check=True)


def users(learners):
    """A user number for each learner, if we may become others and they can run Python.

    Otherwise nothing: all learners are then this user.
    """
    if os.geteuid() != 0:
        return {}
    probe = [sys.executable, "-c", "import jupyterhub"]
    nobody = {"user": FIRST_NUMBER, "group": FIRST_NUMBER, "extra_groups": []}
    try:
        done = subprocess.run(probe, **nobody, cwd="/", capture_output=True)
    except OSError:
        return {}
    if done.returncode:
        return {}
    return {name: FIRST_NUMBER + place for place, name in enumerate(learners)}


def make_homes(homes, learners, numbers):
    """A home for each learner, closed to others, whose kernels reach no network."""
    for name in learners:
        start_up = homes / name / ".ipython" / "profile_default" / "startup"
        start_up.mkdir(parents=True)
        shutil.copy(NO_NETWORK, start_up)
        git_settings = f"[safe]\n\tdirectory = {homes.parent / 'course'}/.git\n"
        (homes / name / ".gitconfig").write_text(git_settings, encoding="utf-8")
        (homes / name).chmod(0o700)
        if numbers:
            for path in [homes / name, *(homes / name).rglob("*")]:
                os.chown(path, numbers[name], numbers[name])


@contextlib.contextmanager
def started(folder, trial):
    """The process of a hub that answers; all that it started ends with it."""
    place, log = folder / "hub", folder / "hub.log"
    place.mkdir(mode=0o700)
    with log.open("w", encoding="utf-8") as file:
        hub = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", CONFIG],
            cwd=place,
            env=os.environ | {"CLASS_TRIAL": json.dumps(trial)},
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    process, family = psutil.Process(hub.pid), []
    try:
        wait_for(f"http://127.0.0.1:{trial['ports'][2]}/hub/login", hub, log)
        yield process
    finally:
        with contextlib.suppress(psutil.NoSuchProcess):
            family = process.children(recursive=True)
        hub.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            hub.wait(timeout=30)
        for left in [*family, process]:
            with contextlib.suppress(psutil.Error):
                left.kill()
        hub.wait()
