"""Every statement of the bulletin has its place: weighed, exercised, read, or named."""

import re

import pytest

from helpers import claims, evidence, tables
from tests.notebooks import reading

LEDGER = claims.ledger().set_index("claim_id")
READINGS = tables.load("readings").set_index("claim_id")
COVERAGE = tables.load("coverage")
CLAIM = re.compile(r"\b[ESPF]\d{1,2}\b")
LESSONS = {path.stem: path for path in reading.lessons()}
SOLUTIONS = {path.stem: path for path in reading.solutions()}


def text(path):
    """All sources and text outputs of a notebook."""
    page = reading.read(path)
    return "\n".join(
        [*(cell.source for cell in page.cells), *map(reading.shown, page.code)]
    )


@pytest.mark.parametrize("claim_id", LEDGER.index)
def test_every_claim_is_weighed_in_its_lesson(claim_id):
    lesson = text(LESSONS[LEDGER.loc[claim_id, "lesson"]])
    assert re.search(rf"\b{claim_id}\b", lesson)
    assert len(evidence.rows(claim_id))


@pytest.mark.parametrize("claim_id", LEDGER.index)
def test_every_claim_has_an_exercise(claim_id):
    exercise = reading.read(SOLUTIONS[LEDGER.loc[claim_id, "lesson"]])
    tasks = [
        cell.source.partition("\n")[0]
        for cell in exercise.markdown
        if re.match(r"## \d", cell.source)
    ]
    assert any(claim_id in ids_in(task) for task in tasks)


@pytest.mark.parametrize("claim_id", LEDGER.index)
def test_every_claim_has_a_reading_with_reasons(claim_id):
    row = READINGS.loc[claim_id]
    allowed = {*claims.options(claim_id), claims.DEPENDS}
    assert {row["as_of_2020"], row["now"]} <= allowed
    assert len(row["reasons"].split()) > 20


def test_no_reading_is_about_a_claim_that_is_gone():
    assert set(READINGS.index) == set(LEDGER.index)


@pytest.mark.parametrize("place", COVERAGE.index)
def test_every_statement_is_a_claim_or_named_as_not_weighed(place):
    row = COVERAGE.loc[place]
    named = set(CLAIM.findall(row["treatment"]))
    assert named <= set(LEDGER.index)
    if not named:
        assert row["statement"][:40] in text(LESSONS["41_scorecard"])


def test_every_claim_stands_in_the_coverage():
    named = {name for said in COVERAGE["treatment"] for name in CLAIM.findall(said)}
    assert named == set(LEDGER.index)


def test_the_command_covers_all_that_is_numeric():
    table = evidence.table()
    figures = LEDGER.index[LEDGER["kind"] == "figure"]
    assert set(figures) <= set(table["claim_id"])
    assert set(table["claim_id"]) == set(LEDGER.index)


def ids_in(words):
    """Claims that a text names, with those in spans such as F1 to F10."""
    found = set(CLAIM.findall(words))
    for letter, first, last in re.findall(r"\b([ESPF])(\d+) to [ESPF]?(\d+)", words):
        found |= {f"{letter}{number}" for number in range(int(first), int(last) + 1)}
    return found
