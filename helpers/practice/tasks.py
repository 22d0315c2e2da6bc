"""What a task and a quiz question are, and where each lesson keeps its own."""

import dataclasses
import functools
import importlib
import importlib.util
from collections.abc import Callable

from helpers import tables


@dataclasses.dataclass(frozen=True)
class Task:
    """A task whose answer is one number or one word.

    ``reference`` computes the right answer from the data. ``mistakes`` maps a
    sentence, which says what went wrong and what to do, to what somebody did who made
    that mistake: the arguments with which ``reference`` gives the wrong answer, or a
    function that computes it. ``tolerance`` is relative.
    """

    reference: Callable
    hints: tuple[str, str, str]
    unit: str = ""
    tolerance: float = 0.01
    mistakes: dict[str, dict | Callable] = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def right(self):
        """The right answer, computed once: the data do not change while it is asked."""
        return self.reference()

    @functools.cached_property
    def known(self):
        """What somebody who made each mistake answers, by its sentence."""
        return {
            sentence: made() if callable(made) else self.reference(**made)
            for sentence, made in self.mistakes.items()
        }


@dataclasses.dataclass(frozen=True)
class Question:
    """A quiz question; ``feedback`` maps each option to what is said of it."""

    text: str
    feedback: dict[str, str]
    right: str


def task(key):
    """The task ``key``, for example ``10-2``: the lesson's number and the task's."""
    number = str(key).partition("-")[0]
    tasks = lesson_tasks(number)
    if not tasks:
        raise KeyError(f"{key!r}: lesson {number} has no tasks.")
    if key not in tasks:
        raise KeyError(f"There is no task {key!r}. There are: {', '.join(tasks)}.")
    return tasks[key]


@functools.cache
def lesson_tasks(number):
    """The tasks of a lesson by key, for example of ``"10"``; empty without any."""
    module = f"helpers.practice.lesson_{number}"
    if importlib.util.find_spec(module) is None:
        return {}
    return importlib.import_module(module).TASKS


def questions(key):
    """The questions of one quiz of the table ``quizzes``, for example ``10-start``."""
    rows = tables.load("quizzes")
    if key not in set(rows["quiz"]):
        known = ", ".join(rows["quiz"].unique())
        raise KeyError(f"There is no quiz {key!r}. There are: {known}.")
    return [
        Question(
            text=options["question"].iloc[0],
            feedback=dict(zip(options["option"], options["feedback"], strict=True)),
            right=options.loc[options["is_right"], "option"].item(),
        )
        for _, options in rows[rows["quiz"] == key].groupby("question_no")
    ]
