"""Traps of the evidence on military footprints are respected."""

import pytest

from helpers import claims, evidence, tables


def test_posts_of_tajik_forces_are_never_weighed():
    rows = evidence.rows("S9")
    paid = rows["unit"] == "facilities"
    assert set(rows.loc[paid, "points"]) == {claims.CONTEXT}
    assert set(rows.loc[~paid, "points"]) == {""}


def test_every_count_of_sites_names_who_denies():
    rows = evidence.rows("S9")
    assert (rows["contested_by"] != "").all()


def test_what_was_not_found_is_context():
    rows = evidence.rows("S13")
    searched = rows["basis"] == "the course's search"
    assert set(rows.loc[searched, "points"]) == {claims.CONTEXT}
    assert (rows.loc[searched, "value"] == 0).all()


@pytest.mark.parametrize("claim_id", ["S1", "S12"])
def test_the_release_of_2025_was_not_known_in_2020(claim_id):
    rows = evidence.rows(claim_id)
    newer = rows["source"].str.contains("2025|AidData")
    assert newer.any()
    assert not rows.loc[newer, "known_in_2020"].any()


def test_the_first_aid_of_a_list_of_2021_stands_beside_what_2020_knew():
    rows = evidence.rows("S1")
    aid = rows[rows["quantity"].str.startswith("first military aid")]
    assert dict(zip(aid["known_in_2020"], aid["value"], strict=True)) == {
        True: 2003,
        False: 2000,
    }


def test_the_share_without_kazakhstan_is_recomputed_another_way():
    arms = tables.load("arms_deliveries")
    rows = evidence.rows("S12")
    rows = rows[rows["quantity"].str.contains("without Kazakhstan")]
    for row in rows.itertuples():
        first, last = map(int, row.period.split(" to "))
        window = arms[arms["year"].between(first, last)]
        window = window.query("recipient != 'KAZ'")
        russian = window.query("supplier == 'RUS'")["tiv_mn"].sum()
        assert row.value == pytest.approx(100 * russian / window["tiv_mn"].sum())
        assert row.points == claims.AGAINST


def test_silence_and_words_on_others_never_point():
    rows = evidence.rows("S13")
    about_others = rows["quantity"].str.startswith("words on the sites of")
    assert about_others.sum() == 2
    assert set(rows.loc[about_others, "points"]) == {claims.CONTEXT}
    no_word = rows["quantity"].str.contains("no word on sites")
    assert set(rows.loc[no_word, "points"]) == {claims.CONTEXT}
