"""Measures of military footprints: small cases by hand, and real figures."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import security, tables

ARMS = tables.load("arms_deliveries")
REPORTS = tables.load("site_reports")
POSITIVE = st.floats(min_value=0.01, max_value=1e4)


def arms(**columns):
    """Two suppliers of one state in two years."""
    usual = {
        "recipient": "KGZ",
        "supplier": ["RUS", "CHN"],
        "year": [2015, 2016],
        "tiv_mn": [30.0, 10.0],
    }
    return pd.DataFrame(usual | columns)


def report(**changes):
    """One report of the press."""
    row = {
        "site": "Shaymak",
        "date": "2019-02-18",
        "year": 2019,
        "speaker": "A paper",
        "speaker_kind": "press",
        "state": None,
        "says": "Chinese site",
        "was_there": False,
    }
    return row | changes


def counted(*rows, **options):
    """Sites by rule for some reports."""
    counts = security.site_counts(pd.DataFrame(rows), **options)
    return counts.set_index("rule")["sites"].to_dict()


def series(*values, tie="trade", first=2011):
    """One tie with a value for each year."""
    years = range(first, first + len(values))
    frame = {"tie": tie, "year": list(years), "value": values, "unit": "USD billion"}
    return pd.DataFrame(frame)


class TestDeliveryShares:
    def test_a_part_over_all_suppliers(self):
        shares = security.delivery_shares(arms(), first=2015, last=2016)
        assert shares["supplier"].tolist() == ["RUS", "CHN"]
        assert shares["share_percent"].tolist() == [75.0, 25.0]

    def test_both_ends_of_the_window_count(self):
        shares = security.delivery_shares(arms(), first=2016, last=2020)
        assert shares.values.tolist() == [["CHN", 10.0, 100.0]]

    def test_a_window_without_deliveries_is_empty_and_not_zero(self):
        assert security.delivery_shares(arms(), first=2000, last=2005).empty

    def test_a_window_cannot_end_before_it_begins(self):
        with pytest.raises(ValueError, match="before it begins"):
            security.delivery_shares(arms(), first=2016, last=2015)

    def test_an_unknown_recipient_gets_the_list(self):
        with pytest.raises(KeyError, match=r"'XXX'.*KGZ"):
            security.delivery_shares(arms(), first=2015, last=2016, recipient="XXX")

    @given(one=POSITIVE, other=POSITIVE)
    def test_shares_add_up_to_100(self, one, other):
        shares = security.delivery_shares(
            arms(tiv_mn=[one, other]), first=2015, last=2016
        )
        assert shares["share_percent"].sum() == pytest.approx(100)

    def test_russia_2015_to_2019_by_another_way(self):
        window = ARMS[(ARMS["year"] >= 2015) & (ARMS["year"] <= 2019)]
        part = window.loc[window["supplier"] == "RUS", "tiv_mn"].sum()
        shares = security.delivery_shares(ARMS, first=2015, last=2019)
        found = tables.value(shares, "share_percent", supplier="RUS")
        assert found == pytest.approx(100 * part / window["tiv_mn"].sum())
        assert found == pytest.approx(58.42, abs=0.01)

    def test_the_table_has_no_chinese_delivery_since_2020(self):
        shares = security.delivery_shares(ARMS, first=2020, last=2024)
        assert "CHN" not in shares["supplier"].tolist()


def test_the_leader_of_each_state():
    leaders = security.leading_suppliers(ARMS, first=2015, last=2019)
    found = leaders.set_index("recipient")["supplier"].to_dict()
    assert found == {
        "KAZ": "RUS",
        "KGZ": "RUS",
        "TJK": "RUS",
        "TKM": "TUR",
        "UZB": "CHN",
    }


def test_a_leader_of_few_deliveries_is_marked():
    leaders = security.leading_suppliers(ARMS, first=2020, last=2024)
    found = leaders.set_index("recipient")
    assert found["supplier"].to_dict() == {
        "KAZ": "RUS",
        "KGZ": "BLR",
        "TJK": "RUS",
        "TKM": "TUR",
        "UZB": "RUS",
    }
    assert found.index[found["note"] == "few deliveries"].tolist() == ["TJK"]
    assert found.loc["TJK", "total_tiv_mn"] == pytest.approx(2.72)


class TestInvolvement:
    found = security.involvement(
        tables.load("chinese_finance_by_year"), tables.load("trade_by_partner"), ARMS
    )

    def test_trade_is_chinas_count_of_both_flows(self):
        # customs of China, 2019: exports 26207.04 and imports 20275.60 million
        trade = tables.value(self.found, "value", tie="trade", year=2019)
        assert trade == pytest.approx(46.48, abs=0.01)

    def test_arms_without_a_row_are_no_recorded_delivery(self):
        rows = self.found[self.found["tie"] == "major arms"]
        assert rows["year"].tolist() == list(range(1994, 2025))
        assert tables.value(rows, "value", year=2015) == 0
        assert tables.value(rows, "value", year=2016) == pytest.approx(241.1)


class TestBeforeAndSince:
    def test_two_windows_of_equal_length(self):
        row = security.before_and_since(series(10, 20, 30, 50), cut=2013, years=2)
        assert row[["before", "since", "change"]].values.tolist() == [[15, 40, 25]]

    def test_a_window_beyond_the_data_is_refused(self):
        with pytest.raises(ValueError, match=r"trade has no value for 2010"):
            security.before_and_since(series(10, 20, 30, 50), cut=2013, years=3)


class TestHalfWayYears:
    def test_the_year_by_whose_end_half_had_come(self):
        both = pd.concat([series(5, 5, 1), series(1, 1, 8, tie="arms")])
        years = security.half_way_years(both, first=2011, last=2013)
        assert years.values.tolist() == [["trade", 2011 + 1], ["arms", 2013]]

    def test_a_tie_with_nothing_is_refused(self):
        with pytest.raises(ValueError, match="nothing from 2011"):
            security.half_way_years(series(0, 0), first=2011, last=2012)

    @given(factor=st.floats(min_value=0.01, max_value=100))
    def test_the_unit_does_not_matter(self, factor):
        values = [1.0, 4.0, 2.0, 6.0]
        one = security.half_way_years(series(*values), first=2011, last=2014)
        other = security.half_way_years(
            series(*[factor * value for value in values]), first=2011, last=2014
        )
        assert one["half_way_year"].tolist() == other["half_way_year"].tolist()


class TestSiteCounts:
    def test_one_paper_is_one_report_however_often_it_writes(self):
        again = report(date="2019-03-01")
        assert counted(report(), again) == {
            "acknowledged": 0,
            "two reports": 0,
            "seen": 0,
            "one report": 1,
        }

    def test_two_papers_on_two_places_are_not_two_reports(self):
        counts = counted(report(), report(site="Wakhan", speaker="Another"))
        assert (counts["two reports"], counts["one report"]) == (0, 2)

    def test_a_denial_neither_adds_nor_takes_away(self):
        denial = report(
            speaker="China",
            speaker_kind="government",
            state="CHN",
            says=security.DENIAL,
        )
        assert counted(report(), denial) == counted(report())

    def test_only_a_government_concerned_can_acknowledge(self):
        official = {"speaker_kind": "government", "speaker": "A ministry"}
        assert counted(report(), report(state="USA", **official))["acknowledged"] == 0
        assert counted(report(), report(state="TJK", **official))["acknowledged"] == 1

    def test_what_was_said_later_does_not_count_earlier(self):
        assert counted(report(), until=2018)["one report"] == 0

    @pytest.mark.parametrize("until", [2018, 2020, None])
    def test_a_milder_rule_never_counts_less(self, until):
        counts = security.site_counts(REPORTS, until=until)["sites"].tolist()
        assert counts[1] <= counts[3]
        assert counts[2] <= counts[3]

    def test_the_places_of_the_bulletin(self):
        assert security.site_counts(REPORTS, until=2020)["sites"].tolist() == [
            0,
            0,
            1,
            2,
        ]
        assert security.site_counts(REPORTS)["sites"].tolist() == [0, 1, 1, 2]


class TestSites:
    table = tables.load("military_sites")

    def test_no_post_of_tajik_forces_is_a_chinese_site(self):
        paid = self.table[self.table["paid_by"] == "CHN"]
        assert set(paid["operator"]) == {"TJK"}
        assert set(paid["kind"]) == {"posts paid for by China"}

    def test_every_chinese_site_is_only_reported_and_denied(self):
        chinese = self.table[self.table["operator"] == "CHN"]
        assert set(chinese["kind"]) == {"reported site"}
        assert chinese["contested_by"].notna().all()

    def test_the_sign_of_a_site_is_that_of_the_year(self):
        rows = self.table[self.table["site"].str.startswith("Shaymak")]
        found = rows.set_index("reliability")[["began", "ended"]]
        assert found.loc["B"].tolist() == [2016, 2020]
        assert found.loc["A", "began"] == 2021

    def test_a_closed_base_is_not_counted_later(self):
        kinds = ["air base"]
        before = security.operators(self.table, year=2013, kinds=kinds)
        after = security.operators(self.table, year=2016, kinds=kinds)
        assert {"USA", "DEU", "FRA"} <= set(before["operator"])
        assert set(after["operator"]) == {"IND", "RUS"}

    def test_an_unknown_kind_gets_the_list(self):
        with pytest.raises(KeyError, match="air base"):
            security.operators(self.table, year=2020, kinds=["harbour"])


def test_a_step_that_is_no_event_is_named():
    chosen = pd.DataFrame({"event": ["EV9999"], "lane": ["x"], "label": ["y"]})
    with pytest.raises(KeyError, match="EV9999"):
        security.steps(tables.load("events"), chosen)


def test_words_on_a_site_stand_in_lanes_of_their_own():
    found = security.report_chronology(REPORTS)
    assert found["lane"].drop_duplicates().tolist() == [
        "Reports on Shaymak",
        "Officials on Shaymak",
        "Reports on Wakhan",
        "Officials on Wakhan",
    ]
