"""Every choice is computed, and none is drawn by chance."""

import pandas as pd
import pytest

from helpers import charts, claims, evidence
from tests.figures import problems
from tests.test_claims import rows


def test_each_basis_and_tolerance_is_one_choice():
    table = claims.multiverse(rows(38, 45))
    assert len(table) == 2 * len(claims.TOLERANCES)
    assert table.groupby("basis")["verdict"].agg(list).tolist() == [
        ["supported"] * 3,  # 38
        ["contradicted", "partly", "supported"],  # 45: 18 percent above
    ]


def test_an_exact_count_has_one_tolerance():
    table = claims.multiverse(rows(13, 12, claim_id="P1", unit="institutes"))
    assert table["tolerance_percent"].tolist() == [10, 10]
    assert table["verdict"].tolist() == ["supported", "partly"]


def test_context_and_recalled_rows_are_no_choice():
    context = rows(38, points=claims.CONTEXT)
    recalled = rows(38, reliability="R")
    assert claims.multiverse(pd.concat([context, recalled])).empty


def test_publication_is_a_choice():
    both = pd.concat([rows(38), rows(20, known_in_2020=False)])
    assert set(claims.multiverse(both)["published"]) == {claims.THEN, claims.SINCE}


def test_shares_add_up_and_the_computed_verdict_is_among_them():
    table = claims.robustness(rows(38, 37))
    row = table.iloc[0]
    assert row["choices"] == 6
    assert row[["supported", "partly", "contradicted"]].sum() == pytest.approx(100)
    assert row["computed"] == "supported"
    assert row["holds_percent"] == 100


def test_what_depends_on_the_basis_has_no_share():
    row = claims.robustness(rows(38, 20)).iloc[0]
    assert row["computed"] == claims.DEPENDS
    assert pd.isna(row["holds_percent"])


def test_real_claims_are_those_with_a_rule():
    table = claims.robustness(evidence.table())
    kinds = {claims.claim(name).kind for name in table["claim_id"]}
    assert kinds == {"figure", "event"}
    assert (table[["supported", "partly", "contradicted"]].sum(axis=1) > 99.9).all()


def test_the_figure_can_be_read_at_every_choice():
    live = charts.multiverse(claims.multiverse(evidence.table()))
    for published in ("all", claims.THEN, claims.SINCE):
        for tolerance in ("all", *claims.TOLERANCES):
            alt = live.update(published=published, tolerance=tolerance)
            assert problems(live.figure) == []
            assert "not a probability" in alt
