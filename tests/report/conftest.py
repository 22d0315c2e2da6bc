"""A journal for each test, and that of an invented learner."""

import pytest

from helpers import journal
from tests.notebooks import reading

DEMONSTRATION = reading.ROOT / "tests" / "journals" / "demonstration.json"


@pytest.fixture(autouse=True)
def own_journal(my_work):
    """Each test has a journal of its own."""


@pytest.fixture
def demonstration(my_work):
    """The invented learner's journal."""
    (my_work / journal.JOURNAL).write_bytes(DEMONSTRATION.read_bytes())
