"""Measures of the public-diplomacy section: DataFrame in, DataFrame out.

Pure functions without files, drawing or widgets. Read them through the package
(``diplomacy.flows``); one module a topic.
"""

from helpers.diplomacy.culture import (
    flows,
    opened_around,
    openings,
)

__all__ = [
    "flows",
    "opened_around",
    "openings",
]
