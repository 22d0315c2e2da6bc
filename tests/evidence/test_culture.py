"""Traps of the evidence on institutes and culture are respected."""

from helpers import claims, evidence


def test_counts_of_other_areas_and_years_are_context():
    rows = evidence.rows("P1")
    reports = rows["basis"].str.startswith("a report")
    assert set(rows.loc[reports, "points"]) == {claims.CONTEXT}
    assert set(rows.loc[~reports, "value"]) == {13}


def test_the_list_of_2021_was_not_known_in_2020():
    rows = evidence.rows("P1").set_index("basis")
    assert not rows.loc["a list of names", "known_in_2020"]
    assert rows.loc["openings added up", "known_in_2020"]


def test_the_revisions_tell_opposite_trends_and_only_one_was_known():
    rows = evidence.rows("P6")
    born = rows[rows["quantity"].str.startswith("people born")].set_index("basis")
    assert born["points"].to_dict() == {
        "revision 2019": claims.FOR,
        "revision 2024": claims.AGAINST,
    }
    assert born["known_in_2020"].tolist() == [True, False]
    assert (born["contested_by"] != "").all()


def test_the_first_year_turns_the_lead():
    rows = evidence.rows("P6")
    lead = rows[rows["quantity"].str.startswith("students in Russia for each")]
    assert lead.set_index("basis")["points"].to_dict() == {
        "since 2002, the highest": claims.AGAINST,
        "since 2011, the lowest": claims.FOR,
    }


def test_questions_that_leave_speakers_out_are_context():
    rows = evidence.rows("P6")
    kyrgyz = rows[rows["quantity"].str.startswith("Kyrgyzstan")]
    assert set(kyrgyz["points"]) == {claims.CONTEXT}


def test_every_percentage_on_language_has_a_base_or_says_that_it_is_not_known():
    rows = evidence.rows("P6")
    census = rows.loc[rows["basis"] == "census", "quantity"]
    assert census.str.contains("of people|of all people|base not known").all()


def test_rules_are_never_weighed_as_ties():
    rows = evidence.rows("P6")
    assert set(rows.loc[rows["basis"] == "policy", "points"]) == {claims.CONTEXT}
