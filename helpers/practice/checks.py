"""Check an answer, and say what is likely to have gone wrong."""

import html
import math
import numbers

import numpy as np
import pandas as pd

from helpers import journal
from helpers.practice.tasks import lesson_tasks, task

# Mistakes of scale and sign that can happen in every task: factor, sentence.
SCALES = {
    0.01: "It is a fraction of 1, not percent. Multiply by 100.",
    100: "It is a hundred times too large. Is it percent of percent?",
    -1: "The number is right, the sign is not. What is taken from what?",
    1000: "It is a thousand times too large. Check the unit of the column.",
    0.001: "It is a thousand times too small. Check the unit of the column.",
}


class Feedback:
    """The answer to an answer: a mark from 0 to 1, and a sentence.

    Its ``repr`` is the mark alone, which graders read; a notebook shows the
    sentence.
    """

    def __init__(self, mark, sentence):
        self.mark = mark
        self.sentence = sentence

    def __repr__(self):
        return f"{self.mark:g}"

    def _repr_html_(self):
        colour = "#2e7d32" if self.mark == 1 else "#8a5a00"
        sign = "✓" if self.mark == 1 else "→"
        return (
            f'<p style="border-left:4px solid {colour};padding-left:.6em">'
            f"{sign} {html.escape(self.sentence)}</p>"
        )


def check(key, answer):
    """Check the answer to a task; never raises.

    Parameters
    ----------
    key : str
        The task, for example ``"10-2"``.
    answer : object
        A number, or a word where the task asks for one. ``...`` means still open.

    Returns
    -------
    Feedback
        Mark 1 when the answer is right within the task's tolerance, else 0, with a
        sentence that names the likely mistake.
    """
    try:
        feedback = _judge(key, answer)
    except Exception as error:  # an exercise never ends in a traceback
        return Feedback(0, f"This answer could not be checked: {error}")
    if answer is ...:
        return feedback
    return Feedback(feedback.mark, feedback.sentence + _saved(key, answer, feedback))


def _judge(key, answer):
    asked = task(key)
    if answer is ...:
        return Feedback(0, "Still open. Put your answer in place of the three dots.")
    reference = asked.right
    if isinstance(reference, str):
        return _judge_word(asked, answer, reference)
    problem = _not_a_number(answer)
    if problem:
        return Feedback(0, problem)
    value = float(answer)
    if _near(value, reference, asked.tolerance):
        return Feedback(1, f"Right: {_printed(reference)} {asked.unit}".rstrip() + ".")
    known = {wrong: sentence for sentence, wrong in asked.known.items()}
    known |= {factor * reference: sentence for factor, sentence in SCALES.items()}
    nearest = min(known, key=lambda wrong: abs(wrong - value))
    if _near(value, nearest, asked.tolerance):
        return Feedback(0, known[nearest])
    for other, task_ in lesson_tasks(key.partition("-")[0]).items():
        if _equals(value, task_.right):
            return Feedback(
                0,
                f"This is the answer to task {other}. Did the cell above run without "
                "an error, and does it give its result the name answer?",
            )
    distance = "close, but not equal: was a number rounded too early?"
    if not _near(value, reference, 0.05):
        distance = f"too {'large' if value > reference else 'small'}."
    return Feedback(0, f"Not yet: {_printed(value)} is {distance} A hint may help.")


def _judge_word(asked, answer, reference):
    if not isinstance(answer, str):
        kind = type(answer).__name__
        return Feedback(0, f"This task asks for text in quotes, not for a {kind}.")
    said = answer.strip().casefold()
    if said == reference.casefold():
        return Feedback(1, f"Right: {reference}.")
    for sentence, wrong in asked.known.items():
        if said == wrong.casefold():
            return Feedback(0, sentence)
    return Feedback(0, f"{answer.strip()[:60]!r} is not the answer. A hint may help.")


def _not_a_number(answer):
    """What is wrong with an answer that should be one number; empty when nothing."""
    if isinstance(answer, str):
        if "%" in answer:
            return "Your answer is text. Write the number alone: no quotes, no % sign."
        return "Your answer is text. Write the number without quotes."
    if isinstance(answer, pd.DataFrame):
        column = answer.columns[-1] if len(answer.columns) else "column"
        return (
            "Your answer is a whole table. Choose one row and one column, for example "
            f'table["{column}"].item(). To count rows, use len(table).'
        )
    if isinstance(
        answer, pd.Series | pd.Index | np.ndarray | list | tuple | set | dict
    ):
        if len(answer) == 1:
            return "Your answer is a column with one value. Add .item() to take it out."
        return f"Your answer holds {len(answer)} values. The task asks for one number."
    if answer is None:
        return "Your answer is None: the last step gave nothing back. Print each step."
    if isinstance(answer, bool | np.bool_):
        return "Your answer is True or False. The task asks for a number."
    if answer is pd.NA or answer is pd.NaT:
        return "Your answer is a missing value. Does the row that you chose exist?"
    if not isinstance(answer, numbers.Real):
        return f"Your answer is a {type(answer).__name__}. The task asks for a number."
    if math.isnan(answer):
        return "Your answer is NaN, a missing value. Does the row that you chose exist?"
    if math.isinf(answer):
        return "Your answer is infinite. Was something divided by zero?"
    return ""


def _near(value, target, tolerance):
    return math.isclose(value, target, rel_tol=tolerance, abs_tol=1e-12)


def _equals(value, reference):
    return not isinstance(reference, str) and _near(value, reference, 1e-9)


def _printed(value):
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _saved(key, answer, feedback):
    """Write a new answer to the journal; what to add to the sentence if that fails."""
    try:
        said = str(answer)[:200]
        before = journal.latest("answer").get(key, {})
        if before.get("answer") != said or before.get("mark") != feedback.mark:
            journal.record("answer", key, answer=said, mark=feedback.mark)
    except Exception as error:  # also an answer that has no words
        return f" (It could not be saved: {error})"
    return ""
