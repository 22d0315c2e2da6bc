"""Exercise checks that diagnose, hints, quizzes, and the form for verdicts."""

from helpers.practice.checks import Feedback, check
from helpers.practice.forms import hint, quiz, verdict

__all__ = ["Feedback", "check", "hint", "quiz", "verdict"]
