"""All checks: ``python -m tests [options of pytest]``.

With ``--teaching``, those of what instructors use instead: site, slides, grading and
class server take as long as all else together.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.kernel.warm import kernels
from tests.notebooks import reading

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "-rs"]
NBVAL = [
    "--nbval-kernel-name=python3",
    "--nbval-cell-timeout=120",
    "--nbval-kernel-startup-timeout=120",
    "--nbval-sanitize-with=tests/notebooks/sanitise.cfg",
]
CALLS = {
    "helpers, data and the shape of notebooks": [
        "--verbosity=0",
        "--dist",
        "worksteal",
        "--ignore=tests/teaching",
    ],
    "lessons and solutions give the stored outputs": [
        "--nbval",
        "--dist",
        "loadfile",  # the cells of a notebook need one kernel
        *NBVAL,
        "notebooks",
        "exercises/solutions",
    ],
}
TEACHING = {"what instructors use": ["--dist", "loadfile", "tests/teaching"]}
QUIET = {"JUPYTER_PLATFORM_DIRS": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
PASSED, NOTHING_CHOSEN = 0, 5


def main(*options):
    """Run each call of pytest with the options; exit with 1 if one of them failed."""
    failed = []
    calls = TEACHING if "--teaching" in options else CALLS
    options = [option for option in options if option != "--teaching"]
    colour = [] if sys.stdout.isatty() else ["--color=no"]
    with kernels() as quick:
        for what, arguments in calls.items():
            print(f"\n== {what}", flush=True)
            command = [*PYTEST, *arguments, *colour, *options]
            environment = os.environ | QUIET | quick
            code = subprocess.run(command, cwd=ROOT, env=environment).returncode
            if code != PASSED and not (options and code == NOTHING_CHOSEN):
                failed.append(what)
    print(flush=True)
    if reading.yours():
        names = sorted(path.relative_to(ROOT).as_posix() for path in reading.yours())
        print("Yours, and so not checked:", *names, sep="\n  ")
    if failed:
        sys.exit(
            f"These checks failed: {'; '.join(failed)}. See above for the reasons."
        )
    print("All checks passed: the course works here.")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Stopped: the checks are not complete.")
