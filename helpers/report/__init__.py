"""What a learner takes home: the scorecard, the memo, and the page of a class."""

from helpers.report.classroom import ClassError, class_page
from helpers.report.memo import Memo, memo, memo_form
from helpers.report.scorecard import (
    COMPLETE,
    cards,
    disagreements,
    scorecard,
    totals,
)

__all__ = [
    "COMPLETE",
    "ClassError",
    "Memo",
    "cards",
    "class_page",
    "disagreements",
    "memo",
    "memo_form",
    "scorecard",
    "totals",
]
