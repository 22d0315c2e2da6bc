"""The evidence on opinion and protest respects the traps of its sources."""

import pytest

from helpers import claims, evidence, tables


def rows(claim_id, words):
    table = evidence.rows(claim_id)
    return table[table["quantity"].str.contains(words)]


def test_only_one_house_makes_a_change():
    pointing = evidence.rows("P2").query("points != 'context'")
    assert set(pointing["basis"]) == {"IRI", "Central Asia Barometer"}
    assert set(pointing["unit"]) == {"percentage points"}


def test_a_change_within_its_margin_does_not_point():
    (row,) = rows("P2", "China, main economic threat").itertuples()
    assert row.points == claims.CONTEXT
    assert abs(row.value) < 3.6


def test_other_states_are_the_comparison_group():
    for name in ("Russia", "United States"):
        assert set(rows("P2", f"^{name}")["points"]) == {claims.CONTEXT}


def test_a_change_of_mode_is_said():
    mine = evidence.rows("P2").query("basis == 'Central Asia Barometer'")
    changes = mine[mine["unit"] == "percentage points"]
    assert len(changes) == 3
    assert changes["quantity"].str.contains("then by telephone").all()
    not_stated = changes["quantity"].str.contains("not stated")
    assert not_stated.tolist() == changes["quantity"].str.contains("Uzbek").tolist()
    assert not changes["known_in_2020"].any()


@pytest.mark.parametrize("words", ["protests", "incidents", "asked once"])
def test_counts_and_single_levels_do_not_point(words):
    assert set(rows("P2", words)["points"]) == {claims.CONTEXT}


def test_bounds_point_only_where_the_whole_range_does():
    assert rows("P3", "Mining")["points"].item() == claims.CONTEXT


def test_promises_limits_and_permits_do_not_point():
    for words in ("plan", "limit", "permits", "all foreign employers"):
        assert set(rows("P3", words)["points"]) == {claims.CONTEXT}


def test_a_row_says_whom_its_figure_counts():
    assert rows("P3", "Emir Oil")["quantity"].str.contains("not from China").all()
    assert rows("P3", "CNPC")["quantity"].str.startswith("citizens").all()
    assert not rows("P3", "CNPC")["known_in_2020"].any()


def test_the_two_counts_of_one_firm_contest_each_other():
    assert (rows("P3", "Zhongda")["contested_by"] != "").all()


def test_nothing_decides_on_blame():
    assert set(evidence.rows("P7")["points"]) == {claims.CONTEXT}
    needed = tables.load("covid_questions")
    assert not needed["asks_blame"].any()
    late = needed["fieldwork"].str.contains("March|spring")  # the virus was known
    assert not needed.loc[late, "before_and_after"].any()
    order = rows("P7", "listed protests")
    assert order["value"].sum() == len(tables.load("protest_labels"))
