"""Pages to take home: scorecard, memo, the page of a class, the glossary."""

from helpers.report.classroom import ClassError, class_page
from helpers.report.policy_memo import Memo, memo, memo_form
from helpers.report.verdicts import (
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
