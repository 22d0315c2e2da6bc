"""Measures of security: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.security.events import (
    chronology,
    spans,
)

__all__ = [
    "chronology",
    "spans",
]
