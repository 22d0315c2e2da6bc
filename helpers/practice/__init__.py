"""Exercise checks that diagnose, hints, quizzes, forms that are kept, and progress."""

from helpers.practice.checks import Feedback, check
from helpers.practice.forecasting import (
    forecast,
    forecasts,
    resolutions,
    sealed,
    share,
)
from helpers.practice.forms import (
    concept_test,
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
    "concept_test",
    "explanations",
    "forecast",
    "forecasts",
    "hint",
    "progress",
    "quiz",
    "resolutions",
    "reveal",
    "sealed",
    "share",
    "verdict",
]
