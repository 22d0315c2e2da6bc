"""The learners' exercises: made from the solutions, giving nothing away, gradable."""

import re

import nbclient
import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbgrader.utils import determine_grade

from helpers import build
from tests.notebooks import reading
from tests.notebooks.pages import code, page

SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
BESIDE = re.compile(r"practice\.(hint|quiz)\(")
TASKS = range(6, 9)
ANSWERS = {
    "crashed": "answer = 1 / 0",
    "unsolved": build.CODE_STUB,
    "wrong": "answer = -97.531",
    "right": "",  # the solution's own
}


def checks_of(page):
    """Cells that judge an answer."""
    return [cell for cell in page.code if "practice.check(" in cell.source]


def leaks(page, solution):
    """Lines of the solution, and outputs, that the learner could read."""
    source = "\n".join(cell.source for cell in page.cells)
    hidden = [
        line.strip()
        for cell in solution.cells
        for region in SOLUTION.findall(cell.source)
        for line in region.splitlines()
        if len(line.strip()) > 1
    ]
    found = [f"in the exercise: {line}" for line in hidden if line in source]
    if not hidden:
        found.append("nothing is marked as solution")
    if "SOLUTION" in source:
        found.append("a mark of the solution is left")
    outputs = [cell for cell in page.code if cell.outputs or cell.execution_count]
    return found + [f"an output below {cell.source}" for cell in outputs]


def misnumbered(page):
    """What is wrong with the numbers of the tasks."""
    asked = [cell.source for cell in checks_of(page)]
    wanted = [
        f'practice.check("{page.number:02}-{place}", answer)'
        for place, _ in enumerate(asked, start=1)
    ]
    found = [
        f"{one} should be {other}"
        for one, other in zip(asked, wanted, strict=True)
        if one != other
    ]
    if len(asked) not in TASKS:
        found.append(f"{len(asked)} tasks, not {TASKS.start} to {TASKS.stop - 1}")
    return found


def unlocked(page):
    """Checks that a learner could change, and tasks without a place for the answer."""
    found = []
    for cell in checks_of(page):
        marks = cell.metadata.get("nbgrader", {})
        if not (marks.get("grade") and marks.get("locked")):
            found.append(f"not a locked, graded cell: {cell.source}")
        if cell.metadata.get("editable", True) or cell.metadata.get("deletable", True):
            found.append(f"can be changed: {cell.source}")
        above = page.code[page.code.index(cell) - 1]
        if above.source != build.CODE_STUB or above.metadata.get("editable") is False:
            found.append(f"no place for the answer above {cell.source}")
    return found


def unsolved(page):
    """Checks that the solution does not pass."""
    return [
        f"{cell.source} gives {reading.shown(cell)}"
        for cell in checks_of(page)
        if [output.get("data", {}).get("text/plain") for output in cell.outputs]
        != ["1"]
    ]


def _solution(path):
    solution = reading.ROOT / "exercises" / "solutions" / path.parent.name / path.name
    if solution in reading.yours():
        pytest.skip(reading.YOURS)
    return solution


@pytest.mark.parametrize("path", reading.each(reading.exercises()))
def test_the_exercise_is_made_from_the_solution(path):
    solution = _solution(path)
    assert path.read_bytes().decode("utf-8") == build.exercise(solution)


@pytest.mark.parametrize("path", reading.each(reading.solutions()))
def test_every_solution_has_its_exercise_and_lesson(path):
    assert build.exercise_path(path) in reading.exercises()
    assert (
        reading.ROOT / "notebooks" / path.parent.name / path.name in reading.lessons()
    )


@pytest.mark.parametrize("path", reading.each(reading.exercises()))
@pytest.mark.parametrize("check", [misnumbered, unlocked])
def test_exercises(path, check):
    reading.settle(check(reading.read(path)))


@pytest.mark.parametrize("path", reading.each(reading.exercises()))
def test_the_exercise_gives_nothing_away(path):
    reading.settle(leaks(reading.read(path), reading.read(_solution(path))))


@pytest.mark.parametrize("path", reading.each(reading.solutions()))
def test_the_solution_passes_every_check(path):
    reading.settle(unsolved(reading.read(path)))


@pytest.fixture(scope="module")
def kernel():
    """One kernel for all exercises: most of a run is to start one."""
    manager = AsyncKernelManager(kernel_name="python3")
    yield manager
    run_sync(manager.shutdown_kernel)(now=True)


@pytest.mark.parametrize("path", reading.each(reading.solutions()))
def test_a_class_server_gives_marks_for_right_answers_only(path, kernel):
    copies = {kind: _copy(path, kind) for kind in ANSWERS}
    together = nbformat.v4.new_notebook(
        cells=[cell for cells in copies.values() for cell in (_forget(), *cells)]
    )
    nbclient.NotebookClient(
        together, km=kernel, timeout=60, allow_errors=True
    ).execute()
    # What nobody has solved runs to its end, as if it were alone.
    assert _errors(copies["unsolved"]) == []
    marks = {
        kind: [
            determine_grade(cell)[0]
            for cell in cells
            if "practice.check(" in cell.source
        ]
        for kind, cells in copies.items()
    }
    tasks = len(checks_of(reading.read(path)))
    assert marks == {
        "crashed": [0] * tasks,
        "unsolved": [0] * tasks,
        "wrong": [0] * tasks,
        "right": [1] * tasks,
    }


def _forget():
    """A cell after which the kernel knows no name."""
    return nbformat.v4.new_code_cell("%reset_selective -f .")


def _errors(cells):
    """What went wrong in cells that have run."""
    return [
        output["evalue"]
        for cell in cells
        for output in cell.outputs
        if output.output_type == "error"
    ]


def _copy(path, kind):
    """The code of a learner's copy, in which every answer is of that kind."""
    cells = nbformat.reads(build.exercise(path), as_version=4).cells
    for cell, solved in zip(cells, reading.read(path).cells, strict=True):
        cell.id = f"{kind}-{cell.id}"
        if cell.source == build.CODE_STUB:
            cell.source = ANSWERS[kind] or solved.source
    # Hints and quizzes change no mark: it is enough that they run in one copy.
    return [
        cell
        for cell in cells
        if cell.cell_type == "code"
        and (kind == "unsolved" or not BESIDE.match(cell.source))
    ]


def _task(place, stub=build.CODE_STUB, **marks):
    answer = code(stub)
    check = code(f'practice.check("10-{place}", answer)')
    check.metadata |= {"editable": False, "deletable": False}
    check.metadata["nbgrader"] = {"grade": True, "locked": True} | marks
    return [answer, check]


def _exercise(*tasks):
    return page(*[cell for task in tasks for cell in task])


SIX = [_task(place) for place in range(1, 7)]
SOLVED = page(code("### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION"))


def test_a_good_exercise_passes():
    unrun = _exercise(*SIX)
    for cell in unrun.code:
        cell.execution_count = None
    assert misnumbered(unrun) == unlocked(unrun) == leaks(unrun, SOLVED) == []
    assert unsolved(page(code('practice.check("10-1", answer)', shows="1"))) == []


@pytest.mark.parametrize(
    "problems",
    [
        misnumbered(_exercise(*SIX[:5])),
        misnumbered(_exercise(*SIX, SIX[0])),
        misnumbered(_exercise(*SIX[1:], SIX[0])),
        misnumbered(_exercise(*SIX, [code('practice.check("11-7", answer)')])),
        misnumbered(_exercise(*SIX, [code('x\npractice.check("10-7", answer)')])),
        unlocked(_exercise(_task(1, locked=False))),
        unlocked(_exercise(_task(1, grade=False))),
        unlocked(_exercise(_task(1, stub="answer = 42"))),
        unlocked(_exercise([code("answer = ..."), code('practice.check("10-1", 1)')])),
        leaks(page(code("answer = 42")), SOLVED),
        leaks(page(code("### END SOLUTION")), SOLVED),
        leaks(page(code("x", shows="42")), SOLVED),
        leaks(page(), page(code("answer = 42"))),
        unsolved(page(code('practice.check("10-1", answer)', shows="0"))),
        unsolved(page(code('practice.check("10-1", answer)'))),
    ],
)
def test_a_bad_exercise_is_seen(problems):
    assert problems
