"""Exercise checks that diagnose, hints, quizzes, verdicts and progress."""

from helpers.practice.checks import Feedback, check
from helpers.practice.forms import hint, progress, quiz, reveal, verdict

__all__ = ["Feedback", "check", "hint", "progress", "quiz", "reveal", "verdict"]
