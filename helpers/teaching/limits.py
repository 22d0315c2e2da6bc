"""A kernel below limits: started by nbgrader in place of Python's own.

It runs in an empty folder that is thrown away, knows nothing of the environment of
whoever grades, and is stopped when it takes too much. Who grades as root lets another
user run it, who can read neither solutions nor marks.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

try:
    import resource
except ImportError:  # Windows: what is watched still holds
    resource = None

NAME = "COURSE_LIMITS"
MB, BLOCK = 1 << 20, 1 << 12
EVERY_SECONDS = 0.2
POSIX = os.name == "posix"
COURSE = Path(__file__).resolve().parent.parent.parent
NEEDED = [Path(sys.executable).resolve(), COURSE / "data" / "datapackage.json"]
PASSED_ON = {
    *["PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "LC_ALL", "LC_CTYPE", "TZ"],
    # Windows' own
    *["SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"],
    *["JPY_PARENT_PID", "JPY_INTERRUPT_EVENT", "IPY_INTERRUPT_EVENT"],
}
HOMES = {
    *["COURSE_WORK", "HOME", "TMPDIR"],
    *["USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"],
}
# Each thread reserves memory: with many processors, more than a notebook may have.
FEW_THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Limits:
    """What a notebook may take in all; ``user`` and ``processes`` need root."""

    notebook_seconds: int
    cpu_seconds: int
    memory_mb: int
    file_mb: int
    disk_mb: int
    processes: int
    user: str


def main(*arguments):
    """Run a kernel and watch it; the last argument is its connection file."""
    limits = Limits(**json.loads(os.environ[NAME]))
    signal.signal(signal.SIGINT, lambda *_: None)  # it is for the kernel
    with TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        kernel = start(limits, work, list(arguments))
        signal.signal(signal.SIGTERM, lambda *_: kernel.kill())
        seen = set()
        reason = watch(limits, kernel, work, seen)
        if reason:
            print(f"A notebook was stopped: {reason}.", file=sys.stderr, flush=True)
        for process in seen:
            with suppress(psutil.Error):
                process.kill()
        return kernel.wait()


def start(limits, work, arguments):
    """Start the kernel below the limits that the system itself keeps.

    Returns
    -------
    Popen
    """
    place = arguments.index("-f") + 1
    arguments[place] = shutil.copy(arguments[place], work)
    other = {}
    if POSIX and os.geteuid() == 0 and limits.user:
        other = _other(limits.user)
        for path in (work, arguments[place]):
            os.chown(path, other["user"], other["group"])
    command = [sys.executable, "-m", "ipykernel_launcher", "--log-level=ERROR"]
    return subprocess.Popen(
        [*command, *arguments],
        cwd=work,
        env=_environment(str(work)),
        close_fds=POSIX,  # Windows sends interrupts through an inherited handle
        preexec_fn=(lambda: _lower(limits, bool(other))) if resource else None,
        **other,
    )


def watch(limits, kernel, work, seen):
    """Wait until the kernel has ended or takes too much.

    Parameters
    ----------
    limits : Limits
    kernel : Popen
    work : Path
        Its folder.
    seen : set
        The kernel and all that it starts are added, also what would outlive it.

    Returns
    -------
    str
        What it took too much of; empty when it ended by itself.
    """
    end = time.monotonic() + limits.notebook_seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            kernel.wait(EVERY_SECONDS)
            return ""
        seen |= _family(kernel.pid)
        memory, written = _taken(seen)
        if time.monotonic() > end:
            return f"it took over {limits.notebook_seconds} seconds"
        if memory > limits.memory_mb * MB:
            return f"it took over {limits.memory_mb} MB of memory"
        if max(written, _size(work)) > limits.disk_mb * MB:
            return f"it wrote over {limits.disk_mb} MB"


def _environment(work):
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    if POSIX:
        kept["JPY_PARENT_PID"] = str(os.getpid())
    return kept | FEW_THREADS | dict.fromkeys(HOMES, work)


def _other(user):
    """Who runs the kernel; without Python and the course it would give no marks."""
    import pwd

    try:
        entry = pwd.getpwnam(user)
    except KeyError:
        sys.exit(f"There is no user {user}: name another in nbgrader_config.py.")
    os.setgroups([])
    os.setegid(entry.pw_gid)
    os.seteuid(entry.pw_uid)
    closed = [
        path for path in NEEDED if not os.access(path, os.R_OK, effective_ids=True)
    ]
    os.seteuid(0)
    os.setegid(0)
    if closed:
        sys.exit(
            f"The user {user} may not read {closed[0]}: put Python and the course "
            "where all users can read them, for example below /opt."
        )
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _lower(limits, alone):
    """In the kernel's process, before Python starts: what it can never take back."""
    most = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_AS: limits.memory_mb * MB,
        resource.RLIMIT_FSIZE: limits.file_mb * MB,
        resource.RLIMIT_CORE: 0,
    }
    if alone:  # it counts all that a user runs
        most[resource.RLIMIT_NPROC] = limits.processes
    for what, number in most.items():
        with suppress(ValueError, OSError):  # macOS knows, but does not keep, some
            resource.setrlimit(what, (number, number))


def _family(pid):
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        return {*process.children(recursive=True), process}
    return set()


def _taken(processes):
    """Bytes in memory, and bytes written."""
    memory = written = 0
    for process in processes:
        with suppress(psutil.Error, AttributeError):  # macOS does not count writing
            memory += process.memory_info().rss
            count = process.io_counters()
            written += max(count.write_bytes, getattr(count, "write_chars", 0))
    return memory, written


def _size(folder):
    """Bytes in a folder; an empty file takes room, too."""
    size = 0
    for path, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            with suppress(OSError):
                size += max(Path(path, name).lstat().st_size, BLOCK)
    return size


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
