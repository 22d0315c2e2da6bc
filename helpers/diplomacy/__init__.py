"""Measures of the public-diplomacy section: DataFrame in, DataFrame out.

Pure functions without files, drawing or widgets. Read them through the package
(``diplomacy.flows``); one module a topic.
"""

from helpers.diplomacy.culture import (
    firsts,
    flows,
    host_share,
    lead,
    opened_around,
    openings,
    revisions,
    visa_free,
)

__all__ = [
    "firsts",
    "flows",
    "host_share",
    "lead",
    "opened_around",
    "openings",
    "revisions",
    "visa_free",
]
