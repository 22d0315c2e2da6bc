"""Exercise checks that diagnose, hints, quizzes, forms that are kept, and progress."""

from helpers.practice.checks import Feedback, check
from helpers.practice.forms import (
    explanations,
    hint,
    progress,
    quiz,
    reveal,
    verdict,
)

__all__ = [
    "Feedback",
    "check",
    "explanations",
    "hint",
    "progress",
    "quiz",
    "reveal",
    "verdict",
]
