"""Institutes, students and migrants: by hand, by property, and one real figure."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import diplomacy, tables

NAMES = (
    "students_in_china",
    "students_abroad",
    "students_reported",
    "migrants",
    "remittances",
    "air_routes",
)
DATA = {name: tables.load(name) for name in NAMES}
FLOWS = diplomacy.flows(**DATA)
YEARLY = tables.load("public_diplomacy")
FIRSTS = {name: DATA[name] for name in (NAMES[1], *NAMES[3:])}


def opened(counts, state="KGZ"):
    """Made-up openings of one state, from 2000 on."""
    return pd.DataFrame(
        {
            "state": state,
            "year": range(2000, 2000 + len(counts)),
            "institutes_opened": counts,
        }
    )


class TestOpenings:
    def test_states_are_added_up(self):
        found = diplomacy.openings(pd.concat([opened([1, 0]), opened([2, 1], "UZB")]))
        assert found.to_dict("list") == {
            "year": [2000, 2001],
            "opened": [3, 1],
            "running_total": [3, 4],
        }

    def test_one_state(self):
        both = pd.concat([opened([1, 0]), opened([2, 1], "UZB")])
        found = diplomacy.openings(both, state="UZB")
        assert found["running_total"].tolist() == [2, 3]
        with pytest.raises(KeyError, match="There are: KGZ, UZB"):
            diplomacy.openings(both, state="TKM")

    @given(st.lists(st.integers(0, 5), min_size=1, max_size=20))
    def test_a_running_total_never_falls_and_ends_at_the_sum(self, counts):
        total = diplomacy.openings(opened(counts))["running_total"]
        assert total.is_monotonic_increasing
        assert total.iloc[-1] == sum(counts)

    def test_the_sources_column_is_yearly_and_the_other_one_cumulative(self):
        by_state = YEARLY.dropna().groupby("state")
        institutes = by_state["institutes_opened"]
        visits = by_state["journalist_visits_cumulative"]
        assert not institutes.apply(lambda rows: rows.is_monotonic_increasing).all()
        assert visits.apply(lambda rows: rows.is_monotonic_increasing).all()

    def test_list_and_openings_agree_state_by_state(self):
        listed = tables.load("confucius_institutes")["state"].value_counts()
        counted = YEARLY.groupby("state")["institutes_opened"].sum()
        assert counted[counted > 0].to_dict() == listed.to_dict()
        assert counted["TKM"] == 0


class TestOpenedAround:
    def test_a_year_that_is_not_known_is_not_counted_as_early_or_late(self):
        institutes = pd.DataFrame(
            {"opened": [2015, 2007, None], "agreed": ["2012-09", None, None]}
        )
        found = diplomacy.opened_around(institutes, opened([0, 2]), cut=2013)
        assert found.iloc[:, 1:].to_numpy().tolist() == [
            [1, 1, 1],
            [2, 0, 1],
            [2, 0, 0],
        ]

    @given(st.integers(2000, 2020))
    def test_every_institute_is_counted_once(self, cut):
        institutes = tables.load("confucius_institutes")
        found = diplomacy.opened_around(institutes, YEARLY, cut=cut)
        sums = found[["before", "since", "year_not_known"]].sum(axis=1)
        assert sums.tolist() == [len(institutes)] * 3


class TestFlows:
    def test_the_frame_of_the_map(self):
        assert list(FLOWS.columns) == [
            "indicator",
            "unit",
            "iso3",
            "partner",
            "year",
            "value",
            "reliability",
            "contested_by",
            "towards",
            "table",
        ]
        assert set(FLOWS["table"]) == set(NAMES)
        assert not FLOWS.isna().any().any()
        assert not FLOWS.duplicated(["indicator", "iso3", "partner", "year"]).any()

    def test_a_zero_of_the_model_is_no_figure(self):
        money = tables.select(FLOWS, indicator="Remittances, model")
        assert (money["value"] > 0).all()
        assert set(money.loc[money["partner"] == "CHN", "iso3"]) == {
            "KAZ",
            "KGZ",
            "TJK",
        }

    def test_a_revision_that_differs_is_named_as_rival(self):
        where = {"indicator": "People by birthplace", "iso3": "KAZ", "partner": "RUS"}
        rival = tables.select(FLOWS, **where).set_index("year")["contested_by"]
        assert rival[2020] == "UN DESA, revision of 2020"
        assert rival[1990] == rival[2024] == ""

    def test_units_fit_below_the_title(self):
        assert FLOWS["unit"].str.len().max() <= 100


class TestLead:
    def pair(self, **values):
        rows = [
            {
                "indicator": "Students",
                "iso3": state,
                "year": 2018,
                "partner": partner,
                "value": value,
            }
            for state in tables.the_five()
            for partner, value in values.items()
        ]
        return pd.DataFrame(rows)

    def test_without_one_side_there_is_no_ratio(self):
        assert diplomacy.lead(self.pair(RUS=8.0), indicator="Students").empty
        assert diplomacy.lead(self.pair(RUS=8.0, CHN=0.0), indicator="Students").empty

    def test_together_needs_all_five(self):
        flows = self.pair(RUS=8.0, CHN=2.0)
        find = {"indicator": "Students", "together": True}
        found = diplomacy.lead(flows, **find)
        assert found[["iso3", "china", "ratio"]].to_numpy().tolist() == [
            ["CA5", 10.0, 4.0]
        ]
        assert diplomacy.lead(flows[flows["iso3"] != "UZB"], **find).empty

    def test_an_unknown_indicator_lists_those_there_are(self):
        with pytest.raises(KeyError, match="Airline routes"):
            diplomacy.lead(FLOWS, indicator="Films")

    def test_five_students_in_russia_for_each_in_china_in_2018(self):
        found = diplomacy.lead(FLOWS, indicator="Students", together=True)
        russia = DATA["students_abroad"].query("host == 'RUS' and year == 2018")
        china = DATA["students_in_china"].query("year == 2018")
        expected = russia["students"].sum() / china["students"].sum()
        assert tables.value(found, "ratio", year=2018) == pytest.approx(expected)


class TestHostShare:
    def test_the_region_needs_every_state(self):
        table = pd.DataFrame(
            {
                "state": ["KGZ", "KGZ", "UZB", "UZB", "KGZ", "KGZ"],
                "host": ["RUS", "WLD"] * 3,
                "year": [2018] * 4 + [2019] * 2,
                "students": [30, 60, 10, 20, 50, 60],
            }
        )
        found = diplomacy.host_share(table, host="RUS")
        together = tables.select(found, state="CA5")
        assert together[["year", "share_percent"]].to_numpy().tolist() == [[2018, 50]]

    def test_china_never_reports(self):
        with pytest.raises(KeyError, match="RUS"):
            diplomacy.host_share(DATA["students_abroad"], host="CHN")

    def test_no_share_where_russia_did_not_report(self):
        found = diplomacy.host_share(DATA["students_abroad"], host="RUS")
        assert not {2013, 2020} & set(found["year"])
        assert found["share_percent"].between(0, 100).all()


class TestFirsts:
    def test_russia_is_missing_from_the_hosts_of_2020(self):
        found = diplomacy.firsts(**FIRSTS, students_in=2020, revisions={})
        students = found[found["indicator"].str.startswith("Students")]
        assert "RUS" not in set(students["first"])

    def test_a_tie_and_a_lone_partner_have_no_first(self):
        found = diplomacy.firsts(**FIRSTS, revisions={2024: 2024})
        none = found[found["first"].isna()]
        assert set(zip(none["state"], none["why_none"], strict=True)) == {
            ("TKM", "a tie"),
            ("TKM", "no rival"),
            ("UZB", "no rival"),
        }

    def test_the_newest_revision_has_another_first_for_turkmenistan(self):
        found = diplomacy.firsts(**FIRSTS, revisions={2019: 2019, 2024: 2024})
        born = found[found["indicator"].str.startswith("People")]
        assert born.query("state == 'TKM'")["first"].tolist() == ["RUS", "TUR"]

    def test_a_year_without_students_lists_the_years(self):
        with pytest.raises(KeyError, match="2019"):
            diplomacy.firsts(**FIRSTS, students_in=1990, revisions={})


class TestRevisions:
    def test_a_sum_with_a_missing_part_is_missing(self):
        table = pd.DataFrame(
            {
                "revision": 2024,
                "born_in": ["KAZ", "UZB", "KAZ"],
                "living_in": "RUS",
                "year": [2020, 2020, 2024],
                "persons": [5, 6, 7],
            }
        )
        found = diplomacy.revisions(table, born_in=["KAZ", "UZB"], living_in="RUS")
        assert found.loc[2020, 2024] == 11
        assert pd.isna(found.loc[2024, 2024])

    def test_an_unknown_birthplace_lists_the_codes(self):
        with pytest.raises(KeyError, match="KAZ"):
            diplomacy.revisions(DATA["migrants"], born_in="FRA", living_in="RUS")

    def test_the_zeros_of_an_older_revision_are_no_figures(self):
        assert (DATA["migrants"]["persons"] > 0).all()
        with pytest.raises(KeyError):
            diplomacy.revisions(
                DATA["migrants"].query("revision == 2019"),
                born_in="KAZ",
                living_in="CHN",
            )


class TestVisaFree:
    def test_both_directions_are_counted_apart(self):
        rules = pd.DataFrame(
            {
                "date": pd.Timestamp("2020-02-07"),
                "passport": ["CHN", "CHN", "UZB"],
                "destination": ["KAZ", "UZB", "CHN"],
                "rule": ["covid ban", "visa free", "visa required"],
            }
        )
        found = diplomacy.visa_free(rules).set_index("direction")
        assert found.loc["into the five", ["visa_free", "pandemic_ban"]].tolist() == [
            1,
            1,
        ]
        assert found.loc["from the five", "visa_free"] == 0

    def test_turkmenistan_asks_everybody_for_a_visa(self):
        counts = diplomacy.visa_free(tables.load("visa_rules"))
        russia = tables.select(counts, partner="RUS", direction="into the five")
        assert set(russia["visa_free"]) == {4}
