"""Measures of the shock of 2020: small cases by hand, and real figures another way."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables

POSITIVE = st.floats(min_value=0.01, max_value=1e6)
GROWTH = st.lists(
    st.floats(min_value=-50, max_value=50), min_size=2, max_size=6
)  # percent a year


def flows(values, *, partner="CHN", reported_by="country"):
    """A small trade table: from a year to its export and its import."""
    rows = [
        ("KGZ", partner, flow, year, reported_by, value)
        for year, pair in values.items()
        for flow, value in zip(("export", "import"), pair, strict=True)
    ]
    names = ["country", "partner", "flow", "year", "reported_by", "value_usd_mn"]
    return pd.DataFrame(rows, columns=names)


def editions(earlier, later, *, first=2018, known_to=2018):
    """A small table of growth: the rates of two vintages from the year ``first`` on."""
    rows = [
        ("KGZ", "gdp_growth", first + place, vintage, value, "percent", estimated)
        for vintage, values in ((2019, earlier), (2024, later))
        for place, value in enumerate(values)
        for estimated in [vintage == 2019 and first + place > known_to]
    ]
    names = ["country", "indicator", "year", "vintage", "value", "unit", "is_estimate"]
    return pd.DataFrame(rows, columns=names)


@pytest.fixture(scope="module")
def trade():
    return tables.load("trade_by_partner")


@pytest.fixture(scope="module")
def vintages():
    return tables.load("forecast_vintages")


class TestTradeChange:
    both = flows({2019: (100.0, 900.0), 2020: (50.0, 350.0)})

    def test_each_flow_and_their_sum(self):
        change = economy.trade_change(self.both, partner="CHN", base=2019, year=2020)
        found = change.set_index("flow")["change_percent"]
        assert found["export"] == pytest.approx(-50)
        assert found["import"] == pytest.approx(-100 * 550 / 900)
        assert found["turnover"] == pytest.approx(-60)

    def test_reporters_are_never_mixed(self):
        mirror = flows({2019: (1.0, 1.0), 2020: (2.0, 2.0)}, reported_by="partner")
        both = pd.concat([self.both, mirror])
        change = economy.trade_change(both, partner="CHN", base=2019, year=2020)
        found = change.query("flow == 'turnover'").set_index("reported_by")
        assert found["change_percent"].to_dict() == pytest.approx(
            {"country": -60, "partner": 100}
        )

    def test_a_year_with_one_flow_is_left_out(self):
        part = self.both.drop(index=3)  # no import of 2020
        assert economy.turnover(part, partner="CHN")["year"].tolist() == [2019]

    def test_a_year_that_is_not_there_lists_those_that_are(self):
        with pytest.raises(KeyError, match=r"2030.*2019, 2020"):
            economy.trade_change(self.both, partner="CHN", base=2019, year=2030)

    def test_kyrgyzstan_by_both_sides(self, trade):
        change = economy.trade_change(trade, partner="CHN", base=2019, year=2020)
        found = change.query("country == 'KGZ' and flow == 'turnover'")
        found = found.set_index("reported_by")["change_percent"]
        # China: 34.83 + 2876.38 on 65.97 + 6312.09; Kyrgyzstan: 43.2 + 737.9 on
        # 81.5 + 1735.0
        assert found["partner"] == pytest.approx(-54.36, abs=0.01)
        assert found["country"] == pytest.approx(-56.99, abs=0.01)

    @given(before=POSITIVE, after=POSITIVE)
    def test_a_change_and_the_way_back_cancel(self, before, after):
        values = flows({2019: (before, before), 2020: (after, after)})
        there, back = (
            economy.trade_change(values, partner="CHN", base=base, year=year)
            for base, year in ((2019, 2020), (2020, 2019))
        )
        factors = [1 + change["change_percent"] / 100 for change in (there, back)]
        assert (factors[0] * factors[1]).tolist() == pytest.approx([1, 1, 1])


class TestChangeBesideOthers:
    def test_the_others_are_the_total_without_the_partner(self):
        small = pd.concat(
            [
                flows({2019: (10.0, 90.0), 2020: (5.0, 45.0)}),
                flows({2019: (60.0, 240.0), 2020: (55.0, 175.0)}, partner="WLD"),
            ]
        )
        row = economy.change_beside_others(small, partner="CHN", base=2019, year=2020)
        assert row.iloc[0, 1:].tolist() == pytest.approx([-50, -10, -40])

    def test_only_states_that_report_their_totals(self, trade):
        row = economy.change_beside_others(trade, partner="CHN", base=2019, year=2020)
        assert row["country"].tolist() == ["KAZ", "KGZ", "UZB"]

    def test_losing_weight_is_losing_share(self, trade):
        change = economy.change_beside_others(
            trade, partner="CHN", base=2019, year=2020
        ).set_index("country")["difference_points"]
        share = economy.turnover_share(trade, partner="CHN")
        wide = share.pivot(index="country", columns="year", values="share_percent")
        assert ((change < 0) == (wide[2020] < wide[2019])).all()


def test_a_turnover_share_lies_between_those_of_its_flows(trade):
    share = economy.turnover_share(trade, partner="CHN")
    both = share.merge(
        economy.partner_share(trade, flow="export", partner="CHN"),
        on=["country", "year"],
        suffixes=("", "_export"),
    ).merge(
        economy.partner_share(trade, flow="import", partner="CHN"),
        on=["country", "year"],
        suffixes=("", "_import"),
    )
    parts = both[["share_percent_export", "share_percent_import"]]
    assert both["share_percent"].between(parts.min(axis=1), parts.max(axis=1)).all()


class TestRecovery:
    def test_half_and_half_again_is_not_all(self):
        small = flows({2019: (50.0, 50.0), 2020: (25.0, 25.0), 2021: (37.5, 37.5)})
        index = economy.recovery(small, partner="CHN", base=2019)["index"]
        assert index.tolist() == [100, 50, 75]

    def test_it_starts_at_the_base(self, trade):
        index = economy.recovery(trade, partner="CHN", base=2019)
        assert index["year"].min() == 2019
        assert (index.query("year == 2019")["index"] == 100).all()


class TestVintageGap:
    def test_later_minus_earlier(self, vintages):
        gap = economy.vintage_gap(vintages, indicator="gdp_growth")
        row = gap.query("country == 'KGZ' and year == 2020").iloc[0]
        assert row["gap"] == pytest.approx(row["later"] - row["earlier"])
        assert (row["was_forecast"], row["is_estimate"]) == (True, False)

    def test_the_first_vintage_knew_no_year_from_2019_on(self, vintages):
        gap = economy.vintage_gap(vintages, indicator="gdp_growth")
        assert (gap["was_forecast"] == (gap["year"] >= 2019)).all()

    def test_an_unknown_indicator_lists_those_there_are(self, vintages):
        with pytest.raises(KeyError, match="gdp_growth"):
            economy.vintage_gap(vintages, indicator="growth")

    def test_a_year_of_one_vintage_is_left_out(self):
        uneven = editions([1.0, 2.0, 3.0], [1.0, 2.0])
        gap = economy.vintage_gap(uneven, indicator="gdp_growth")
        assert gap["year"].tolist() == [2018, 2019]


def test_the_mean_revision_takes_only_years_that_were_known():
    small = editions([4.0, 6.0, 9.0], [3.0, 9.0, 0.0], first=2017)
    revised = economy.mean_revision(small, indicator="gdp_growth")
    assert revised.iloc[0].tolist() == ["KGZ", 2, 2.0]  # of 1 and 3; 2019 was forecast


class TestOutputPath:
    def test_rates_are_chained_on_both_sides_of_the_base(self):
        path = economy.output_path(editions([5.0, 10.0, 10.0], []), base=2019)
        assert path["value"].tolist() == pytest.approx([100 / 1.1, 100, 110])

    def test_kazakhstan_2022_by_multiplication(self, vintages):
        path = economy.output_path(vintages)
        found = tables.value(path, "value", country="KAZ", year=2022, vintage=2024)
        assert found == pytest.approx(100 * 1.045 * 0.974 * 1.041 * 1.033, abs=0.05)

    def test_what_follows_an_estimate_is_estimated(self):
        path = economy.output_path(editions([1.0, 2.0, 3.0], [], known_to=2018))
        assert path["is_estimate"].tolist() == [False, True, True]

    def test_a_missing_year_is_an_error(self):
        gap = editions([1.0, 2.0, 3.0], []).drop(index=1)
        with pytest.raises(ValueError, match="missing"):
            economy.output_path(gap)

    @given(rates=GROWTH)
    def test_growth_can_be_read_back_from_the_path(self, rates):
        path = economy.output_path(editions(rates, []))["value"]
        back = 100 * path.pct_change().dropna()
        assert back.tolist() == pytest.approx(rates[1:], abs=1e-6)
