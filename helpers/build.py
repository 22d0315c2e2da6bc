"""The committed state: notebooks, exercises, catalogue, glossary, README's map."""

import os
import posixpath
import re
import runpy
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal

from helpers import journal, maps
from helpers.report import glossary

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS, CELL_SECONDS, OUTPUT_SECONDS = 120, 120, 30
AT_ONCE = 2
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "pygments_lexer": "ipython3",
        "version": "3.11",
    },
}
VOLATILE = ("ExecuteTime", "execution", "scrolled", "trusted")
WIDGET = "application/vnd.jupyter.widget-view+json"
CODE_STUB, TEXT_STUB = (
    "answer = ...",
    "*Double-click here, write your answer, then press Shift and Enter.*",
)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
RELATIVE_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|[#/])[^)\s#]+")


class BuildError(Exception):
    """The committed state could not be made; the message says where and why."""


def build(lesson=None, root=ROOT):
    """Execute the notebooks and make all that follows from them.

    Each lesson and each solution runs with an empty journal of its own; then the
    learner's exercise is made from each solution, the data catalogue from the data
    package, and the glossary from its tables. Files that would not change are left
    alone, and so are exercises in which somebody has written answers.

    Parameters
    ----------
    lesson : str, optional
        Only notebooks whose name contains this text, for example ``"10_trade"``.
    root : Path
        The course's folder.

    Raises
    ------
    BuildError
        When no notebook has that name, or a cell fails: the message gives notebook,
        cell, code and error of each failure. Notebooks that ran are kept.
    """
    notebooks, solutions = sources(lesson, root)
    paths = [*notebooks, *solutions]
    failures = []
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as work,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        places = (Path(work, str(number)) for number, _ in enumerate(paths))
        results = pool.map(_outcome, paths, places)
        for path, (notebook, failure) in zip(paths, results, strict=True):
            if failure:
                failures.append(f"{_name(path, root)}, {failure}")
            else:
                _write(path, text(normalised(notebook)).encode("utf-8"), root)
    if failures:
        raise BuildError("\n\n".join(failures))
    for path in solutions:
        target = exercise_path(path)
        if holds_answers(target):
            print(f"kept      {_name(target, root)}: it holds answers")
        else:
            _write(target, exercise(path).encode("utf-8"), root)
    catalogue = root / "data" / "recipes" / "catalogue.py"
    runpy.run_path(str(catalogue))["write_catalogue"]()
    _write(root / "docs" / "map.png", maps.region().png, root)
    _write(root / "docs" / "glossary.md", glossary.page().encode("utf-8"), root)


def sources(lesson=None, root=ROOT):
    """The notebooks that are written by hand, in reading order.

    Returns
    -------
    tuple of list of Path
        Lessons, and solutions of exercises.

    Raises
    ------
    BuildError
        When ``lesson`` names none; the message lists the lessons.
    """
    folders = root / "notebooks", root / "exercises" / "solutions"
    found = [sorted(folder.glob("[0-9]*/*.ipynb")) for folder in folders]
    chosen = [
        [path for path in paths if (lesson or "") in path.stem] for paths in found
    ]
    if not any(chosen):
        known = ", ".join(path.stem for path in found[0])
        raise BuildError(f"No notebook is called {lesson!r}. There are: {known}.")
    return chosen


def read(path):
    """Read a notebook.

    Returns
    -------
    NotebookNode

    Raises
    ------
    BuildError
        When the file cannot be read or is no whole notebook, for example after a
        conflict of versions.
    """
    try:
        return nbformat.read(path, as_version=4)
    except OSError as error:
        raise BuildError(
            f"{path} cannot be read: {journal.in_words(error)}."
        ) from error
    except (ValueError, nbformat.ValidationError) as error:
        raise BuildError(
            f"{path.name} is no whole notebook: it is cut off, or holds the marks of a "
            "conflict (<<<<<<<). Bring an earlier version back, for example with git."
        ) from error


def execute(path, work, entries=None):
    """Run a notebook from top to bottom, in its folder.

    Parameters
    ----------
    path : Path
    work : Path
        An empty folder, for the journal and for IPython's own files: neither the
        learner's entries nor somebody's start-up files may change an output.
    entries : Path, optional
        A journal to begin with, which is copied: without it the journal is empty.

    Returns
    -------
    NotebookNode

    Raises
    ------
    BuildError
        When a cell fails or takes longer than ``CELL_SECONDS``.
    """
    notebook = read(path)
    running = []
    client = NotebookClient(
        notebook,
        # A kernel that somebody installed as "python3" would come first otherwise.
        km=AsyncKernelManager(kernel_spec_manager=KernelSpecManager(kernel_dirs=[])),
        startup_timeout=START_SECONDS,
        timeout=CELL_SECONDS,
        iopub_timeout=OUTPUT_SECONDS,
        raise_on_iopub_timeout=True,
        shutdown_kernel="immediate",
        extra_arguments=["--log-level=ERROR"],
        coalesce_streams=True,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_execute=lambda cell, cell_index: running.append(cell),
    )
    places = {"COURSE_WORK": work / "journal", "IPYTHONDIR": work / "ipython"}
    for place in places.values():
        place.mkdir(parents=True)
    if entries:
        shutil.copy(entries, work / "journal" / journal.JOURNAL)
    try:
        client.execute(
            env=os.environ | {name: str(place) for name, place in places.items()},
            cleanup_kc=True,
        )
    except (CellControlSignal, RuntimeError) as error:
        said = COLOURS.sub("", str(error)).strip()
        code = running[-1].source if running else ""
        if code not in said:  # as when the kernel died
            said = f"{said}\n{code}"
        raise BuildError(f"code cell {len(running)}: {said}") from error
    return notebook


def normalised(notebook):
    """Take out of a notebook what differs between two runs or two machines.

    Widgets keep their static default, a picture or a text. The language version is
    the lowest that the course supports, whichever one ran.

    Returns
    -------
    NotebookNode
        The notebook given, changed in place, or a newer format of it.
    """
    notebook = nbformat.v4.upgrade(notebook)  # older formats have no cell ids
    notebook.metadata.pop("widgets", None)
    notebook.metadata.update(nbformat.from_dict(METADATA))
    for cell in notebook.cells:
        for key in VOLATILE:
            cell.metadata.pop(key, None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return notebook


def exercise(path):
    """The learner's exercise, made from its solution by nbgrader's own steps.

    Parameters
    ----------
    path : Path
        The solution.

    Returns
    -------
    str
        A notebook that runs to its end unsolved, and can be graded.
    """
    from nbgrader import preprocessors

    steps = [
        preprocessors.LockCells(),
        preprocessors.ClearSolutions(
            code_stub={"python": CODE_STUB}, text_stub=TEXT_STUB
        ),
        preprocessors.ClearOutput(),
        preprocessors.CheckCellMetadata(),
        preprocessors.ComputeChecksums(),
    ]
    notebook = normalised(read(path))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = RELATIVE_LINK.sub(_one_folder_up, cell.source)
    for step in steps:
        notebook, _ = step.preprocess(notebook, {})
    return text(notebook)


def exercise_path(solution):
    """Where the exercise of a solution stands: the same section, beside solutions."""
    section = solution.parent
    return section.parent.parent / section.name / solution.name


def holds_answers(path):
    """Whether somebody has written into the places for answers of an exercise."""
    from nbgrader.utils import compute_checksum, is_solution

    return path.exists() and any(
        is_solution(cell)
        and cell.metadata.nbgrader.get("checksum") != compute_checksum(cell)
        for cell in read(path).cells
    )


def text(notebook):
    """A notebook as the text of its file."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def _outcome(path, work):
    """The executed notebook, or else what went wrong, so that the others still run."""
    try:
        return execute(path, work), None
    except BuildError as error:
        return None, error


def _one_folder_up(link):
    """A link as seen from the exercise; one between solutions joins exercises, too."""
    target = posixpath.normpath(posixpath.join("/exercises/solutions/section", link[0]))
    if target.startswith("/exercises/solutions/"):
        return link[0]
    return posixpath.relpath(target, "/exercises/section")


def _write(path, content, root):
    changed = not path.exists() or path.read_bytes() != content
    if changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{'written  ' if changed else 'unchanged'} {_name(path, root)}", flush=True)


def _name(path, root):
    return path.relative_to(root).as_posix()
