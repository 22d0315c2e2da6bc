"""The course's commands, run by ``course.py``: ``python -m helpers COMMAND``."""

import inspect
import os
import sys
from pathlib import Path


def build(lesson=None):
    """Make outputs, exercises and the catalogue anew, of all lessons or of one."""
    from helpers import build

    try:
        build.build(lesson)
    except build.BuildError as error:
        sys.exit(f"The build stopped.\n{error}")


def evidence():
    """Print the evidence behind every claim as CSV."""
    from helpers import evidence

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(evidence.table().to_csv(index=False, lineterminator="\n"), end="")


def class_page(folder):
    """Write one page on a class, from the files that learners shared."""
    from helpers import report

    try:
        target, left_out = report.class_page(_here(folder))
    except report.ClassError as error:
        sys.exit(str(error))
    print(*left_out, f"Written: {target}", sep="\n")


def site(folder=None):
    """Write the course as a web site."""
    from helpers.teaching import site

    try:
        first = site.write(folder and _here(folder))
    except site.SiteError as error:
        sys.exit(str(error))
    print(f"Written: {first}. Open it in a browser, or copy its folder to a server.")


COMMANDS = {"build": build, "class": class_page, "evidence": evidence, "site": site}


def main(name="", *arguments):
    """Run a command; an unknown one lists those there are."""
    try:
        command = COMMANDS[name]
        inspect.signature(command).bind(*arguments)
    except (KeyError, TypeError):
        sys.exit("\n".join(["The commands are:", *map(_usage, COMMANDS)]))
    command(*arguments)


def _here(folder):
    """The folder, seen from where the course was called."""
    return Path(os.environ.get("COURSE_FROM", ""), folder)


def _usage(name):
    options = inspect.signature(COMMANDS[name]).parameters
    words = [
        name,
        *(
            option.upper() if given.default is given.empty else f"[{option}]"
            for option, given in options.items()
        ),
    ]
    return f"  {' '.join(words)}: {COMMANDS[name].__doc__}"


if __name__ == "__main__":
    main(*sys.argv[1:])
