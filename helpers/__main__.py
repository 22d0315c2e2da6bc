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
    except (build.BuildError, OSError) as error:
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


def slides(lesson, folder=None):
    """Write a lesson's slides: one page that opens in any browser, also offline."""
    from helpers.teaching import slides

    _teach(lambda place: [f"Written: {slides.write(lesson, place)}"], folder)


def handout(lesson, folder=None):
    """Write a lesson to print, for learners, and with answers for instructors."""
    from helpers.teaching import handout

    _teach(lambda place: handout.write(lesson, place), folder)


def assign(lesson, folder):
    """Write a lesson's exercise as an assignment of nbgrader, outside the course."""
    from helpers.teaching import grading

    def write(place):
        written = f"Written: {grading.assign(lesson, place)}"
        return [written, "What to do there: docs/instructors/grading.md"]

    _teach(write, folder)


def site(folder=None):
    """Write the course as a web site, which any browser shows, also offline."""
    from helpers.teaching import site

    def write(place):
        return [f"Written: {site.write(place if folder else place / 'site')}"]

    _teach(write, folder)


COMMANDS = {
    "build": build,
    "class": class_page,
    "evidence": evidence,
    "slides": slides,
    "handout": handout,
    "assign": assign,
    "site": site,
}


def main(name="", *arguments):
    """Run a command; an unknown one lists those there are."""
    sys.stdout.reconfigure(errors="backslashreplace")  # a window may lack letters
    try:
        command = COMMANDS[name]
        inspect.signature(command).bind(*arguments)
    except (KeyError, TypeError):
        wrong = f"'{name}' got too few words or too many. " if name in COMMANDS else ""
        known = f"{wrong}The commands are (what stands in [ ] may be left out):"
        sys.exit("\n".join([known, *map(_usage, COMMANDS)]))
    command(*arguments)


def _here(folder):
    """The folder, seen from where the course was called."""
    try:
        return Path(os.environ.get("COURSE_FROM", ""), folder).resolve()
    except (OSError, RuntimeError) as error:  # links that lead in a circle
        sys.exit(f"There is no folder {folder}: {error}")


def _teach(write, folder):
    """Write into the folder named, or below the journal's; say what was written."""
    from helpers import build, journal
    from helpers.teaching.lesson import LessonError

    try:
        place = _here(folder) if folder else journal.folder() / "teaching"
        print(*write(place), sep="\n")
    except (LessonError, build.BuildError, journal.JournalError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(
            f"Nothing could be written to {place}: {journal.in_words(error)} "
            f"({error.filename}). Make room there, or name another folder."
        )


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
