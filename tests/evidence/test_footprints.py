"""Traps of the evidence on military footprints are respected."""

import pytest

from helpers import claims, evidence, tables

EVENTS = tables.load("events")


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


def test_first_steps_are_the_first_of_their_kind_in_the_table():
    five = EVENTS["actors"].str.contains("|".join(tables.the_five()))
    with_china = EVENTS[five & EVENTS["actors"].str.contains("CHN")]
    for kind, event in (("exercise", "EV14"), ("military aid", "EV215")):
        rows = with_china[with_china["detail"] == kind].sort_values("date")
        assert rows["event"].iloc[0] == event
