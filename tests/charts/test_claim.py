"""Any claimed figure beside its evidence."""

import pytest

from helpers import charts, claims, evidence, tables
from tests.figures import unreadable


def rows():
    """Two bases of one claim: an official, a contested and a recalled figure."""
    usual = {
        "claim_id": "E10",
        "quantity": "China's share of the debt",
        "unit": "percent",
        "known_in_2020": True,
        "source": "a ministry",
    }
    values = [
        ("one", "2019", 45.0, "A", ""),
        ("other", "2018", 50.0, "B", "a bank"),
        ("other", "2019", 99.0, "R", ""),
    ]
    return claims.frame(
        claims.Evidence(
            **usual,
            basis=basis,
            period=period,
            value=value,
            reliability=reliability,
            contested_by=contested_by,
        )
        for basis, period, value, reliability, contested_by in values
    )


def test_the_signs_of_reliability_are_drawn_and_said(figures):
    picture = charts.bases(rows(), "debt_flows")
    assert unreadable(picture, *figures) == []
    assert "one 2019: 45.00 (● A); other 2018: 50.00 (◇ B, contested)" in picture.alt
    key = [text.get_text() for text in figures[0].texts]
    for sign in ("● A", "◇ B, contested"):
        assert f"{sign[0]} {tables.SIGN_WORDS[sign]}" in key


def test_a_recalled_row_is_never_drawn(figures):
    assert "99" not in charts.bases(rows(), "debt_flows").alt


@pytest.mark.parametrize("claim_id", ["E3", "E4", "E9", "E10"])
def test_real_evidence_can_be_read(claim_id, figures):
    picture = charts.bases(evidence.rows(claim_id), "debt_flows")
    assert unreadable(picture, *figures) == []


def test_without_tables_the_rows_name_their_sources(figures):
    told = rows().assign(source=["a; b", "c; a", "d"])
    picture = charts.bases(told)
    assert unreadable(picture, *figures) == []
    assert "Data: a; b; c." in [text.get_text() for text in figures[0].texts]


@pytest.mark.parametrize("claim_id", ["E1", "E3", "E9", "S8"])
def test_the_memos_charts_can_be_read(claim_id, figures):
    told = evidence.rows(claim_id).query("points == ''")
    assert unreadable(charts.bases(told), *figures) == []
