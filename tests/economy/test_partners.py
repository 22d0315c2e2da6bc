"""Measures of who matters most: cases computed by hand, and real figures."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables

SOURCES = (
    "trade_by_partner",
    "partner_shares",
    "fdi_kazakhstan_quoted",
    "debt_flows",
    "remittances",
)
EQUAL = dict.fromkeys(economy.INDICATORS, 1)


@pytest.fixture(scope="module")
def trade():
    return tables.load("trade_by_partner")


@pytest.fixture(scope="module")
def indicators():
    return economy.rival_indicators(*map(tables.load, SOURCES))


def shares(china, russia=10.0, country="KGZ", first=2010):
    """Shares of one country, a year each."""
    years = range(first, first + len(china))
    return pd.DataFrame(
        {
            "country": country,
            "year": years,
            "china_percent": china,
            "russia_percent": russia,
        }
    )


def parts(*china_percent, country="KGZ"):
    """Indicators of one country, in the order of ``INDICATORS``."""
    names = economy.INDICATORS[: len(china_percent)]
    return pd.DataFrame(
        {"country": country, "indicator": names, "china_percent": china_percent}
    )


class TestRivalTurnover:
    def rows(self, **values):
        """One year of Kyrgyzstan: flows by name, such as ``CHN_export``."""
        pairs = [name.split("_") for name in values]
        return pd.DataFrame(
            {
                "country": "KGZ",
                "year": 2009,
                "partner": [partner for partner, _ in pairs],
                "flow": [flow for _, flow in pairs],
                "value_usd_mn": list(values.values()),
            }
        )

    def test_a_partner_with_one_flow_leaves_the_year_out(self):
        rows = self.rows(CHN_export=1.0, CHN_import=9.0, RUS_export=4.0)
        assert economy.rival_turnover(rows).empty

    def test_other_partners_are_left_out(self):
        flows = {"CHN_export": 1.0, "CHN_import": 9.0, "USA_import": 7.0}
        rows = self.rows(**flows, RUS_export=4.0, RUS_import=4.0, USA_export=1.0)
        assert economy.rival_turnover(rows)["partner"].tolist() == ["CHN", "RUS"]

    def test_kyrgyzstan_in_2009_recomputed(self):
        trade = tables.load("trade_long_run")
        rows = trade.query("country == 'KGZ' and partner == 'CHN' and year == 2009")
        found = tables.value(
            economy.rival_turnover(trade),
            "value_usd_mn",
            country="KGZ",
            partner="CHN",
            year=2009,
        )
        assert found == pytest.approx(rows["value_usd_mn"].sum())


class TestCrossover:
    def years(self, frame):
        row = economy.crossover(frame).iloc[0]
        return row["first_year"], row["for_good_year"]

    def test_once_and_for_all(self):
        assert self.years(shares([5.0, 20.0, 30.0])) == (2011, 2011)

    def test_ahead_behind_ahead_again(self):
        assert self.years(shares([5.0, 20.0, 5.0, 20.0])) == (2011, 2013)

    def test_ahead_once_only(self):
        first, for_good = self.years(shares([5.0, 20.0, 5.0]))
        assert first == 2011
        assert for_good is pd.NA

    def test_never(self):
        assert self.years(shares([5.0, 10.0])) == (pd.NA, pd.NA)  # a tie is not ahead

    def test_always(self):
        row = economy.crossover(shares([20.0, 30.0])).iloc[0]
        assert row["first_year"] == row["for_good_year"] == row["from_year"] == 2010

    def test_kyrgyz_imports_by_two_sources(self, trade):
        own = economy.crossover(economy.rival_shares(trade, flow="import"))
        past = economy.crossover(
            economy.rival_shares(
                tables.load("trade_long_run"), flow="import", reported_by=None
            )
        )
        own, past = (rows.set_index("country").loc["KGZ"] for rows in (own, past))
        # own reports: 1468 > 1143 in 2016, 738 < 1320 in 2020, 4069 > 2406 in 2022
        assert (own["first_year"], own["for_good_year"]) == (2016, 2022)
        # the long series takes China's report from 2009 on
        assert past["first_year"] == past["for_good_year"] == 2009


class TestBalances:
    two = pd.DataFrame({"export_usd_mn": [3.0, 0.0], "import_usd_mn": [1.0, 0.0]})

    def test_a_percentage_of_the_trade(self):
        assert economy.relative_balance(self.two)["balance_percent"][0] == 50

    def test_nothing_traded_is_missing(self):
        assert economy.relative_balance(self.two)["balance_percent"].isna()[1]

    @given(sold=st.floats(0, 1e6), bought=st.floats(0.01, 1e6))
    def test_it_lies_between_minus_100_and_100(self, sold, bought):
        frame = pd.DataFrame({"export_usd_mn": [sold], "import_usd_mn": [bought]})
        value = economy.relative_balance(frame)["balance_percent"].item()
        assert -100 <= value <= 100

    @pytest.mark.parametrize(
        ("before", "now", "expected"),
        [
            (-3.0, -5.0, [True]),
            (2.0, -5.0, [True]),
            (-5.0, -3.0, [False]),
            (-5.0, 3.0, [False]),
            (None, 3.0, [False]),
            (None, -3.0, []),
        ],
    )
    def test_which_deficits_are_deeper(self, before, now, expected):
        rows = pd.DataFrame(
            {"country": "KAZ", "year": [2010, 2019], "balance_usd_mn": [before, now]}
        ).dropna()
        found = economy.deeper_deficits(rows, since=2010, year=2019)
        assert found["is_deeper"].tolist() == expected

    def test_dollars_and_percent_answer_differently(self, trade):
        china = economy.balance(trade, partner="CHN")
        frame = economy.relative_balance(china)
        answers = {
            value: economy.deeper_deficits(frame, since=2010, year=2019, value=value)
            .set_index("country")["is_deeper"]
            .to_dict()
            for value in ("balance_usd_mn", "balance_percent")
        }
        # Kyrgyzstan: -638 to -1654 million dollars, -92 to -91 percent
        assert answers["balance_usd_mn"]["KGZ"]
        assert not answers["balance_percent"]["KGZ"]


class TestTurnover:
    def test_both_flows_are_added(self, trade):
        found = economy.turnover_by_partner(trade, year=2019)
        kaz = found.query("country == 'KAZ'").set_index("partner")["value_usd_mn"]
        assert kaz["CHN"] == pytest.approx(8003.87 + 6788.63, abs=0.01)
        assert "WLD" not in kaz

    def test_chinas_customs_replace_only_china(self, trade):
        own = economy.turnover_by_partner(trade, year=2019)
        mirror = economy.turnover_by_partner(trade, year=2019, china_by="partner")
        keys = ["country", "partner"]
        both = own.merge(mirror, on=keys, suffixes=("", "_mirror"), validate="1:1")
        assert len(both) == len(own) == len(mirror)
        differs = both["value_usd_mn"] != both["value_usd_mn_mirror"]
        assert set(both.loc[differs, "partner"]) == {"CHN"}
        assert set(both["country"]) == {"KAZ", "KGZ", "UZB"}

    def test_a_year_that_no_state_reports(self, trade):
        with pytest.raises(KeyError, match=r"2024.*2019"):
            economy.turnover_by_partner(trade, year=2024)


class TestLeadingPartner:
    values = pd.DataFrame(
        {
            "country": ["KAZ", "KAZ", "KAZ", "UZB", "UZB", "TKM"],
            "partner": ["CHN", "RUS", "ITA", "CHN", "RUS", "TUR"],
            "value_usd_mn": [3.0, 2.0, 9.0, 4.0, 4.0, 1.0],
        }
    )

    def test_of_all(self):
        found = economy.leading_partner(self.values).set_index("country")["leader"]
        assert found["KAZ"] == "ITA"
        assert pd.isna(found["UZB"])  # a tie
        assert found["TKM"] == "TUR"

    def test_of_two(self):
        found = economy.leading_partner(self.values, partners=economy.RIVALS)
        assert found["country"].tolist() == ["KAZ", "UZB"]
        assert found["leader"].tolist()[0] == "CHN"

    def test_all_five_receive_most_from_russia(self):
        rows = tables.load("remittances").query("partner != 'WLD'")
        assert set(economy.leading_partner(rows)["leader"]) == {"RUS"}


class TestRivalIndicators:
    def test_every_state_and_indicator_has_a_row(self, indicators):
        keys = list(zip(indicators["country"], indicators["indicator"], strict=True))
        assert len(keys) == len(set(keys)) == 5 * len(economy.INDICATORS)

    def test_investment_is_missing_outside_kazakhstan(self, indicators):
        rows = indicators.query("indicator == 'investment'").set_index("country")
        assert rows["china_percent"].notna().tolist() == [True] + 4 * [False]
        assert rows.loc["KAZ", "china_percent"] == pytest.approx(
            100 * 6831 / (6831 + 4385)
        )

    def test_loans_against_the_files(self, indicators):
        flows = tables.load("debt_flows").query(
            "flow == 'disbursement' and creditor == 'CHN' and year <= 2019"
        )
        rows = indicators.query("indicator == 'loans'").set_index("country")
        sums = flows.groupby("debtor")["value_usd_mn"].sum()
        assert rows["china"].tolist() == pytest.approx(sums[rows.index].tolist())
        assert rows.loc["TJK", "russia"] == 0  # a full register that names no loan

    def test_a_share_below_the_cut_gets_the_most_that_is_possible(self, indicators):
        rows = indicators.query("indicator == 'trade'").set_index("country")
        # Turkmen exports: China 8685.6978 is 82 percent, so at most 18 are Russia's;
        # imports: China 431.02419 is 14 percent, Russia 18
        most = 8685.6978 / 0.82 * 0.18 + 431.02419 / 0.14 * 0.18
        assert rows.loc["TKM", "russia"] == pytest.approx(most)
        assert rows.loc["TKM", "china"] == pytest.approx(8685.6978 + 431.02419)

    def test_who_counts_moves_only_trade_of_states_that_report(self, indicators):
        mirror = economy.rival_indicators(
            *map(tables.load, SOURCES), china_by="partner"
        )
        keys = ["country", "indicator"]
        both = indicators.merge(mirror, on=keys, suffixes=("", "_mirror"))
        moved = both[both["china"] != both["china_mirror"]].dropna(subset=["china"])
        assert set(moved["indicator"]) == {"trade"}
        assert set(moved["country"]) == {"KAZ", "KGZ", "UZB"}


class TestCompositeIndex:
    def test_a_weighted_mean(self):
        weights = {"trade": 3, "investment": 1, "loans": 0, "remittances": 0}
        index = economy.composite_index(parts(60.0, 20.0, 5.0, 5.0), weights=weights)
        assert index["china_percent"].item() == (3 * 60 + 20) / 4

    def test_the_missing_is_left_out_with_its_weight_and_named(self):
        index = economy.composite_index(
            parts(60.0, None, 90.0, 0.0), weights=EQUAL
        ).iloc[0]
        assert index["china_percent"] == 50
        assert index["indicators"] == 3
        assert index["missing"] == "investment"

    def test_no_weight_is_no_index(self):
        nothing = dict.fromkeys(economy.INDICATORS, 0)
        index = economy.composite_index(parts(60.0, 1.0, 1.0, 1.0), weights=nothing)
        assert index["china_percent"].isna().all()
        assert index["indicators"].tolist() == [0]

    def test_a_negative_weight_is_refused(self):
        with pytest.raises(ValueError, match="zero or more"):
            economy.composite_index(parts(1.0), weights=EQUAL | {"loans": -1})

    def test_a_forgotten_weight_is_named(self):
        with pytest.raises(KeyError, match="trade"):
            economy.composite_index(parts(1.0), weights={"trade": 1})

    @given(
        values=st.lists(st.floats(0, 100), min_size=4, max_size=4),
        weights=st.lists(st.integers(0, 4), min_size=4, max_size=4),
        factor=st.integers(1, 5),
    )
    def test_only_the_ratio_of_weights_counts(self, values, weights, factor):
        frame = parts(*values)
        once, more = (
            economy.composite_index(
                frame,
                weights={
                    name: times * weight
                    for name, weight in zip(economy.INDICATORS, weights, strict=True)
                },
            )["china_percent"].item()
            for times in (1, factor)
        )
        assert once == pytest.approx(more, nan_ok=True)
        if sum(weights):
            used = [v for v, w in zip(values, weights, strict=True) if w]
            assert min(used) - 1e-9 <= once <= max(used) + 1e-9

    def test_the_leader_changes_with_the_weights(self, indicators):
        def led(**weights):
            index = economy.composite_index(
                indicators, weights=dict.fromkeys(economy.INDICATORS, 0) | weights
            )
            return int((index["china_percent"] > 50).sum())

        assert led(trade=1) == 4
        assert led(loans=1) == 5
        assert led(remittances=1) == 0
