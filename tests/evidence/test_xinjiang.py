"""The evidence on Xinjiang and the diaspora respects the traps of its sources."""

import pytest

from helpers import claims, evidence, tables

SOURCES = tables.DATA.parent.parent / "shared/sources/society"


def test_only_the_three_named_groups_are_weighed():
    rows = evidence.rows("S2")
    weighed = rows[rows["points"] == ""]
    assert set(weighed["quantity"]) == {"the three named groups in Xinjiang's people"}
    assert set(rows.loc[rows["points"] != "", "points"]) == {claims.CONTEXT}


def test_series_without_the_three_are_never_weighed():
    rows = evidence.rows("S2").query("points == ''")
    assert not set(rows["period"]) & {"2010", "2018"}


def test_the_sum_of_2020_is_only_as_reliable_as_its_kazakh_figure():
    rows = evidence.rows("S2").query("period == '2020' and points == ''")
    assert rows["reliability"].tolist() == ["B"]
    assert not rows["known_in_2020"].any()


def test_a_rank_among_two_countries_is_not_weighed():
    rows = evidence.rows("S3")
    few = rows["source"].str.startswith("2 countries")
    assert few.any()
    assert set(rows.loc[few, "points"]) == {claims.CONTEXT}
    assert set(rows.loc[~few, "points"]) == {""}


@pytest.mark.parametrize("claim_id", ["S2", "S3"])
def test_the_reading_is_what_the_rule_says(claim_id):
    weighed = claims.weigh(evidence.rows(claim_id))
    (reading,) = claims.reading(claim_id)
    assert (reading.as_of_2020, reading.now) == (weighed.as_of_2020, weighed.now)


def test_every_document_but_none_without_a_rival_position():
    documents = tables.load("xinjiang_documents")
    assert documents["contested_by"].notna().all()
    kinds = set(documents["kind"])
    assert {"UN assessment", "position of the state", "scholarship"} <= kinds


def test_our_rows_are_those_of_the_source():
    path = SOURCES / "xinjiang_ethnic_population.csv"
    if not path.exists():
        pytest.skip("the sources folder is not there")
    import pandas as pd

    ours = tables.load("xinjiang_population").set_index(["series", "ethnic_group"])
    names = {2000: "census 2000", 2018: "year-end 2018", 2020: "census 2020"}
    for row in pd.read_csv(path).itertuples():
        if row.ethnic_group != "Other":  # ours names one group more
            key = names[row.year], row.ethnic_group
            assert ours.loc[key, "persons"] == row.population_persons
