"""A lesson's exercise as an assignment of nbgrader, in a folder outside the course."""

import json
import os
import secrets
import shutil
import sys
import warnings
from pathlib import Path

import nbformat
from nbgrader import preprocessors
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.converters import Autograde
from sqlalchemy.exc import DatabaseError

from helpers import build
from helpers.teaching import execution, limits
from helpers.teaching import lesson as lessons

CONFIG, GRADEBOOK = "nbgrader_config.py", "gradebook.db"
# Learner and lesson in a file's or folder's name, as class servers write it. Names with
# a dot before them are not learners': macOS adds such files to what it packs.
NAMES = (
    r".*?[/\\](?P<student_id>[^/\\.][^/\\]*?)(_assignsubmission_file)?[_/\\]"
    r"(?P<file_id>\d\d_[a-z_]+)[^/\\]*\.ipynb$"
)
SETTINGS = '''"""How nbgrader grades in this folder; what you change here is kept."""

from helpers.teaching import grading

grading.configure(
    get_config(),  # noqa: F821
    folder=__file__,
    cell_seconds=60,  # a learner's cell that takes longer is interrupted
    notebook_seconds=600,  # all cells; longer: stopped, and listed as not graded
    cpu_seconds=300,  # the same, counted on the processor
    memory_mb=2048,  # a cell that wants more fails; in all: stopped
    file_mb=20,  # a larger file cannot be written
    disk_mb=100,  # all that is written, in files that are thrown away; more: stopped
    output_mb=5,  # a cell that shows more is interrupted
    processes=200,  # only if nbgrader runs as root
    user="nobody",  # who runs the learners' code, if nbgrader runs as root
)
'''


class GradingError(lessons.LessonError):
    """The assignment cannot be written; the message says why and what to do."""


def assign(lesson, folder):
    """Write a lesson's exercise as an assignment, beside those already there.

    The folder then holds ``source`` with the solution, ``release`` with what learners
    get, the gradebook and nbgrader's settings. What was handed in, marks and changed
    settings stay as they are.

    Parameters
    ----------
    lesson : str
        As in ``lesson.find``, for example ``"10_trade"``.
    folder : Path
        A new or empty folder outside the course, or one that this has written.

    Returns
    -------
    Path
        The folder, in full.

    Raises
    ------
    LessonError
        When there is no such lesson, or several fit.
    GradingError
        When the lesson has no exercise, the folder lies inside the course or holds
        other things, or marks exist for an older exercise with other cells.
    """
    found = lessons.find(lesson)
    name, solution = found.name, found.solution
    if not solution:
        raise GradingError(f"Lesson {name} has no exercise, so it cannot be assigned.")
    folder = folder.expanduser().resolve()
    _settle(folder)
    release = build.exercise(solution)
    _enter(name, release, folder)
    _write(folder / "source" / name / solution.name, solution.read_bytes())
    _write(folder / "release" / name / solution.name, release.encode("utf-8"))
    return folder


def configure(c, *, folder, cell_seconds, output_mb, **others):
    """Tell nbgrader how to grade; called by the settings in the folder.

    Parameters
    ----------
    c : Config
        nbgrader's, which is changed.
    folder : str
        The path of the file of settings.
    cell_seconds, output_mb : int
        Beyond these a cell is interrupted.
    **others
        The fields of ``limits.Limits``.
    """
    _find_programs()
    os.environ[limits.NAME] = json.dumps(others)
    c.CourseDirectory.root = str(Path(folder).resolve().parent)
    c.ClearSolutions.code_stub = {"python": build.CODE_STUB}
    c.ClearSolutions.text_stub = build.TEXT_STUB
    c.FileNameCollectorPlugin.named_regexp = NAMES
    c.ExecutePreprocessor.timeout = cell_seconds
    c.ExecutePreprocessor.startup_timeout = build.START_SECONDS
    c.ExecutePreprocessor.iopub_timeout = build.OUTPUT_SECONDS
    # A learner could write the usual tag on a check, and so get its mark unseen.
    c.ExecutePreprocessor.skip_cells_with_tag = secrets.token_hex()
    c.Execute.output_mb = output_mb
    c.ExportApp.plugin_class = "helpers.teaching.marks.Marks"
    c.GenerateFeedback.exporter_class = "helpers.teaching.marks.Feedback"
    warnings.filterwarnings("ignore", module="nbgrader")  # about its own database
    steps = Autograde.autograde_preprocessors.default()
    place = steps.index(preprocessors.Execute)
    steps[place : place + 1] = [execution.Execute, execution.Tame]
    c.Autograde.autograde_preprocessors = steps


def _settle(folder):
    """Make the folder, unless something speaks against it."""
    if build.ROOT in [folder, *folder.parents]:
        raise GradingError(
            f"{folder} lies inside the course. Marks and what learners hand in should "
            "not lie where a course is shared: name a folder outside it."
        )
    if folder.exists() and not folder.is_dir():
        raise GradingError(f"{folder} is a file: name a new folder.")
    config = folder / CONFIG
    if config.exists() and b"grading.configure(" in config.read_bytes():
        return
    others = sorted(path.name for path in folder.glob("*"))
    if others:
        raise GradingError(
            f"{folder} holds other things ({', '.join(others[:3])}): name a new or "
            "empty folder."
        )
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # nobody else reads solutions and marks
    _write(config, SETTINGS.encode("utf-8"))


def _enter(lesson, release, folder):
    """Write the tasks and their points into the gradebook."""
    database = f"sqlite:///{folder / GRADEBOOK}"
    names = {"assignment": lesson, "notebook": lesson, "db_url": database}
    _find_programs()
    try:
        with Gradebook(database) as gradebook:
            gradebook.update_or_create_assignment(lesson)
        preprocessors.SaveCells().preprocess(
            nbformat.reads(release, as_version=4), {"nbgrader": names}
        )
    except RuntimeError:
        raise GradingError(
            f"{folder} holds marks for an exercise {lesson} with other cells. Go on "
            "there with the older course, or name a new folder."
        ) from None
    except (DatabaseError, InvalidEntry) as error:
        cause = getattr(error, "orig", error)
        raise GradingError(
            f"{folder / GRADEBOOK} cannot be used: {cause}. Bring back an earlier copy "
            "of it, or name a new folder."
        ) from error


def _find_programs():
    """nbgrader calls, by its bare name, a program that was installed with it."""
    if not shutil.which("alembic"):
        here = str(Path(sys.executable).parent)
        os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", ""), here])


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
