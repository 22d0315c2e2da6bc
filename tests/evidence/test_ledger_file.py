"""Another paper's ledger: measures by name, errors that name row and remedy."""

import pandas as pd
import pytest

from helpers import economy, evidence, tables
from tests.notebooks import reading

PAPER = reading.ROOT / "notebooks" / "4_outlook" / "another_paper.csv"


def changed(**cells):
    """The example's first row with other cells."""
    rows = pd.read_csv(PAPER, dtype="string").fillna("").iloc[[0]].copy()
    for name, value in cells.items():
        rows[name] = value
    return rows


def test_the_example_measures_what_the_helper_gives():
    ledger = evidence.read_ledger(PAPER)
    trade = tables.load("trade_by_partner")
    china, russia = (
        tables.value(
            economy.turnover_share(trade, partner=code),
            "share_percent",
            country="KAZ",
            year=2023,
        )
        for code in ("CHN", "RUS")
    )
    first = ledger.table.iloc[0]
    assert first["measured"] == china - russia
    assert first["verdict"] == "supported"


def test_a_judgement_is_left_to_the_reader():
    verdicts = evidence.read_ledger(PAPER).verdicts().set_index("claim_id")["verdict"]
    assert verdicts["X4"] == "yours to judge"
    assert verdicts["X2"].startswith("partly")


def test_a_measure_without_less_gives_its_own_value():
    ledger = evidence.read_ledger(changed(less="", value="20", comparator="about"))
    assert 20 < ledger.table["measured"].item() < 23


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"claim_id": ""}, ["Row 2", "claim_id", "Fill it"]),
        ({"statement": ""}, ["Row 2", "statement"]),
        ({"kind": "event"}, ["Row 2", "figure, judgement"]),
        ({"comparator": "around"}, ["Row 2", "about, under, over, exactly"]),
        ({"value": "half"}, ["Row 2", "'half'", "for example"]),
        ({"value": ""}, ["Row 2", "not a number"]),
        ({"value": "nan"}, ["Row 2", "not a number"]),
        ({"value": "inf"}, ["Row 2", "not a number"]),
        ({"measure": "economy.guess"}, ["Row 2", "economy.turnover_share"]),
        ({"measure": "os.system"}, ["Row 2", "no measure 'os.system'"]),
        ({"measure": "economy.pd"}, ["Row 2", "no measure"]),
        ({"measure": "economy._states"}, ["Row 2", "no measure"]),
        ({"measure": "claims.weigh"}, ["Row 2", "no measure"]),
        ({"measure": "economy.FLOWS"}, ["Row 2", "no measure"]),
        ({"tables": "trade"}, ["Row 2", "trade"]),
        ({"tables": ""}, ["Row 2", "cannot take"]),
        ({"parameters": "CHN"}, ["Row 2", "for example partner=CHN"]),
        ({"parameters": "partner=XXX"}, ["Row 2", "cannot take"]),
        ({"parameters": "who=CHN"}, ["Row 2", "It takes"]),
        ({"parameters": "__class__=1"}, ["Row 2", "cannot take"]),
        ({"less": "partner"}, ["Row 2", "less"]),
        ({"row": "land=KAZ"}, ["Row 2", "no column 'land'", "country"]),
        ({"row": "country=KAZ"}, ["Row 2", "does not name one row"]),
        ({"row": "country=KAZ; year=1900"}, ["Row 2", "does not name one row"]),
        ({"column": "share"}, ["Row 2", "no column 'share'", "share_percent"]),
        ({"column": "country"}, ["Row 2", "not a number"]),
        ({"parameters": "partner=CHN; partner=RUS"}, ["Row 2", "partner twice"]),
        (
            {
                "measure": "economy.lending_windows",
                "parameters": f"together={'9' * 20}",
            },
            ["Row 2", "cannot take"],
        ),
        (
            {
                "measure": "diplomacy.with_margins",
                "tables": "opinion_surveys",
                "parameters": "",
                "row": "qualifier=none",
                "column": "value_percent",
                "less": "",
            },
            ["Row 2", "does not name one row", "There are:"],
        ),
    ],
)
def test_a_malformed_row_is_named_with_its_remedy(cells, words):
    said = evidence.problem(changed(**cells))
    for word in words:
        assert word in said


def test_rows_of_one_claim_say_the_same():
    rows = pd.concat([changed(), changed(value="5")], ignore_index=True)
    assert "Row 3" in evidence.problem(rows)


def test_a_judgement_may_stand_in_two_rows():
    rows = pd.read_csv(PAPER, dtype="string")
    assert evidence.problem(pd.concat([rows, rows.tail(1)])) == ""


def test_missing_columns_are_listed():
    said = evidence.problem(changed().drop(columns=["basis", "unit"]))
    assert said.startswith("Row 1")
    assert "unit, basis" in said


def test_an_empty_file_says_so():
    assert "no row" in evidence.problem(changed().iloc[:0])


def test_a_file_that_is_not_there(tmp_path):
    assert "no file mine.csv" in evidence.problem(tmp_path / "mine.csv")


def test_a_file_that_is_no_csv(tmp_path):
    binary = tmp_path / "mine.csv"
    binary.write_bytes(b"\xff\xfe\x00bad\x80")
    assert "UTF-8" in evidence.problem(binary)


def test_what_is_no_file_says_so():
    assert "name of a file or a DataFrame" in evidence.problem(None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "", "is empty. Its first row must be: claim_id,"),
        (lambda text: text.replace(",", ";"), "Row 1: mine.csv has no commas"),
        (lambda text: text.replace("X1,", "X1,,"), "Row 2 has 15 columns, the header"),
        (
            lambda text: text.replace("unit,", "kind,", 1),
            "the column kind stands twice",
        ),
        (lambda text: text.replace("\nX1", "\n\n,,,,,,,,,,,,,\nX1", 1), ""),
        (
            lambda text: text.replace("\nX1,", "\n\nX1,", 1).replace(",0,", ",x,", 1),
            "Row 3: value is 'x'",
        ),
        (lambda text: text.replace("\nX1,", "\nNA,", 1), ""),
        (lambda text: "\n" + text + "\nX9,only words,judgement\n", ""),
        (lambda text: "\n" + text.replace(",0,", ",x,", 1), "Row 3: value is 'x'"),
    ],
)
def test_a_file_saved_in_another_way(tmp_path, change, words):
    saved = tmp_path / "mine.csv"
    saved.write_text(change(PAPER.read_text(encoding="utf-8")), encoding="utf-8")
    said = evidence.problem(saved)
    assert words in said
    assert bool(words) == bool(said)


def test_a_spreadsheets_byte_order_mark_is_harmless(tmp_path):
    saved = tmp_path / "mine.csv"
    saved.write_text(PAPER.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert evidence.problem(saved) == ""
