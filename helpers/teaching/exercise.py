"""The tasks of a lesson's exercise, with their answers, from its solution."""

import dataclasses

from helpers import build
from helpers.teaching import lesson as lessons

MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")


@dataclasses.dataclass(frozen=True)
class Task:
    """A task: its text, a model answer, and what the check says of that answer."""

    text: str
    answer: str
    written: bool
    feedback: str = ""


def tasks(lesson):
    """The tasks of a lesson's exercise, in order; none when it has no exercise.

    Returns
    -------
    list of Task
        ``written`` tells that the answer is prose. The text of such a task holds the
        rubric, as learners read it.
    """
    cells = _cells(lesson)
    found = []
    for name, cell in cells.items():
        kind, _, number = name.partition("-")
        if kind != "task" or f"answer-{number}" not in cells:
            continue
        answer = cells[f"answer-{number}"]
        check = cells.get(f"check-{number}")
        found.append(
            Task(
                text=cell.source,
                answer=_answer(answer.source),
                written=answer.cell_type == "markdown",
                feedback=_said(check) if check else "",
            )
        )
    return found


def quizzes(lesson):
    """The quizzes of the exercise, by their keys."""
    return lessons.all_arguments(_cells(lesson).values(), "practice.quiz")


def _cells(lesson):
    """The cells of the solution, by the names that graders give them."""
    path = lesson.solution
    cells = build.read(path).cells if path else []
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in cells
        if "nbgrader" in cell.metadata
    }


def _answer(source):
    lines = [line for line in source.splitlines() if line.strip() not in MARKS]
    return "\n".join(lines).strip()


def _said(check):
    return lessons.words("".join(lessons.shown(check)))
