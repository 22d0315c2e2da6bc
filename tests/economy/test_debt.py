"""Measures of debt: small cases computed by hand, and real figures another way."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables

POSITIVE = st.floats(min_value=0.01, max_value=1e6)


def rows(**columns):
    """A small table of flows; scalars are repeated."""
    defaults = {
        "debtor": "KGZ",
        "creditor": "CHN",
        "creditor_type": "bilateral",
        "flow": "disbursement",
        "year": 2019,
        "is_scheduled": False,
        "value_usd_mn": 1.0,
    }
    lengths = [len(value) for value in columns.values() if isinstance(value, list)]
    return pd.DataFrame(defaults | columns, index=range(max([*lengths, 1])))


def said(**columns):
    """A small table of reported figures."""
    defaults = {
        "debtor": "TJK",
        "as_of": "2019-12",
        "year_end": 2019,
        "said_by": "ministry",
        "counts": "China",
        "owed_usd_mn": 1000.0,
        "total_usd_mn": 2500.0,
        "share_percent": np.nan,
    }
    lengths = [len(value) for value in columns.values() if isinstance(value, list)]
    return pd.DataFrame(defaults | columns, index=range(max([*lengths, 1])))


@pytest.fixture(scope="module")
def flows():
    return tables.load("debt_flows")


@pytest.fixture(scope="module")
def reported():
    return tables.load("debt_reported")


@pytest.fixture(scope="module")
def wholes():
    return tables.load("gdp_and_public_debt")


class TestDebtStock:
    def test_disbursed_less_repaid_adds_up(self):
        small = rows(
            year=[2010, 2011, 2012],
            flow=["disbursement", "disbursement", "principal_repayment"],
            value_usd_mn=[100.0, 50.0, 30.0],
        )
        stock = economy.debt_stock(small, debtor="KGZ", creditor="CHN")
        assert stock["stock_usd_mn"].tolist() == [100.0, 150.0, 120.0]
        assert stock["repaid_usd_mn"].tolist() == [0.0, 0.0, 30.0]

    def test_interest_changes_no_stock(self):
        small = rows(
            flow=["disbursement", "interest_payment"], value_usd_mn=[100.0, 5.0]
        )
        stock = economy.debt_stock(small, debtor="KGZ", creditor="CHN")
        assert stock["stock_usd_mn"].item() == 100.0

    def test_the_state_and_its_banks_are_one_creditor(self):
        small = rows(creditor_type=["bilateral", "private"], value_usd_mn=[100.0, 20.0])
        stock = economy.debt_stock(small, debtor="KGZ", creditor="CHN")
        assert stock["stock_usd_mn"].item() == 120.0

    def test_what_is_scheduled_is_not_yet_repaid(self):
        small = rows(
            year=[2022, 2023],
            flow=["disbursement", "principal_repayment"],
            is_scheduled=[False, True],
            value_usd_mn=[100.0, 40.0],
        )
        stock = economy.debt_stock(small, debtor="KGZ")
        assert stock[["year", "stock_usd_mn"]].values.tolist() == [[2022, 100.0]]

    def test_old_loans_make_a_negative_stock(self):
        small = rows(flow="principal_repayment", value_usd_mn=30.0)
        stock = economy.debt_stock(small, debtor="KGZ", creditor="CHN")
        assert stock["stock_usd_mn"].item() == -30.0

    @pytest.mark.parametrize("debtor", tables.the_five())
    def test_creditors_add_up_to_all_creditors(self, flows, debtor):
        named = flows.loc[flows["debtor"] == debtor, "creditor"].unique()
        parts = sum(
            economy.debt_stock(flows, debtor=debtor, creditor=code)["stock_usd_mn"]
            for code in named
        )
        total = economy.debt_stock(flows, debtor=debtor)["stock_usd_mn"]
        assert parts.to_numpy() == pytest.approx(total.to_numpy())

    def test_kyrgyzstan_to_china_2019(self, flows):
        past = flows.query("debtor == 'KGZ' and creditor == 'CHN' and year <= 2019")
        sums = past.groupby("flow")["value_usd_mn"].sum()
        stock = economy.debt_stock(flows, debtor="KGZ", creditor="CHN")
        assert tables.value(stock, "stock_usd_mn", year=2019) == pytest.approx(
            sums["disbursement"] - sums["principal_repayment"]
        )

    def test_no_stock_after_the_last_disbursements(self, flows):
        assert economy.debt_stock(flows, debtor="UZB")["year"].max() == 2022
        lent = flows[flows["flow"] == "disbursement"]
        assert lent["year"].max() == 2022
        assert flows.loc[flows["is_scheduled"], "year"].min() == 2023

    def test_an_unknown_creditor_gets_the_list_of_known_ones(self, flows):
        with pytest.raises(KeyError, match=r"'RUS'.*CHN, OTH"):
            economy.debt_stock(flows, debtor="KAZ", creditor="RUS")


class TestCreditorShare:
    def test_part_over_whole(self):
        small = rows(creditor=["CHN", "OTH"], value_usd_mn=[100.0, 300.0])
        share = economy.creditor_share(small, debtor="KGZ", creditor="CHN")
        assert share["share_percent"].item() == 25.0

    @pytest.mark.parametrize("old", [50.0, 150.0])
    def test_a_part_over_its_whole_has_no_share(self, old):
        small = rows(
            creditor=["CHN", "OTH"],
            flow=["disbursement", "principal_repayment"],
            value_usd_mn=[100.0, old],
        )
        share = economy.creditor_share(small, debtor="KGZ", creditor="CHN")
        assert share["share_percent"].isna().all()

    @given(part=POSITIVE, rest=POSITIVE)
    def test_a_share_lies_between_0_and_100(self, part, rest):
        small = rows(creditor=["CHN", "OTH"], value_usd_mn=[part, rest])
        share = economy.creditor_share(small, debtor="KGZ", creditor="CHN")
        assert 0 <= share["share_percent"].item() <= 100

    def test_turkmen_totals_mean_nothing_in_the_peak_year(self, flows):
        share = economy.creditor_share(flows, debtor="TKM", creditor="CHN")
        at = share.set_index("year").loc[2013]
        assert at["stock_usd_mn"] > at["total_usd_mn"]
        assert np.isnan(at["share_percent"])


class TestShareByWhole:
    @pytest.fixture
    def wide(self, flows):
        shares = economy.share_by_whole(
            flows,
            tables.load("debt_above_zero"),
            tables.load("gdp_and_public_debt"),
            debtor="TJK",
            creditor="CHN",
        )
        return shares.pivot(index="year", columns="whole", values="share_percent")

    def test_tajikistan_2010_by_three_wholes(self, wide):
        at = wide.loc[2010]
        assert at["all creditors"] == pytest.approx(100 * 683.6 / 1247, rel=1e-3)
        assert at["creditors above zero"] == pytest.approx(47.3, abs=0.05)
        gdp, percent = 5640, 0.3684
        assert at["all public debt"] == pytest.approx(
            100 * 683.6 / (gdp * percent), rel=2e-3
        )

    def test_a_larger_whole_gives_a_smaller_share(self, wide):
        known = wide.dropna()
        assert (known["creditors above zero"] <= known["all creditors"] + 1e-3).all()


class TestDebtService:
    def test_principal_and_interest(self):
        small = rows(
            flow=["principal_repayment", "interest_payment", "disbursement"],
            value_usd_mn=[40.0, 5.0, 90.0],
        )
        service = economy.debt_service(small, debtor="KGZ", creditor="CHN")
        assert service["service_usd_mn"].tolist() == [45.0]

    def test_scheduled_years_are_marked(self, flows):
        service = economy.debt_service(flows, debtor="KGZ", creditor="CHN")
        scheduled = service[service["is_scheduled"]]
        assert scheduled["year"].tolist() == [2023, 2024, 2025]

    def test_kyrgyzstan_to_china_2022(self, flows):
        # 75.7 principal and 36.0 interest in the source
        service = economy.debt_service(flows, debtor="KGZ", creditor="CHN")
        paid = tables.value(service, "service_usd_mn", year=2022)
        assert paid == pytest.approx(111.7, abs=0.1)


class TestReportedShare:
    def test_computed_where_part_and_whole_are_given(self):
        share = economy.reported_share(said(share_percent=41.0), debtor="TJK")
        assert share["share_percent"].tolist() == [40.0]

    def test_printed_where_one_is_missing(self):
        small = said(owed_usd_mn=np.nan, share_percent=50.0)
        share = economy.reported_share(small, debtor="TJK", said_by="ministry")
        assert share["share_percent"].tolist() == [50.0]

    def test_a_total_alone_gives_no_share(self):
        small = said(owed_usd_mn=[np.nan, 1000.0])
        assert len(economy.reported_share(small, debtor="TJK")) == 1

    def test_an_unknown_voice_gets_the_list_of_known_ones(self, reported):
        with pytest.raises(KeyError, match=r"'IMF'.*ministry, press"):
            economy.reported_share(reported, debtor="KGZ", said_by="IMF")


class TestDebtRatio:
    def ratio(self, flows, reported, wholes, numerator, denominator, debtor="TJK"):
        return economy.debt_ratio(
            flows,
            reported,
            wholes,
            debtor=debtor,
            numerator=numerator,
            denominator=denominator,
        ).set_index("year")["percent"]

    def test_the_latest_figure_of_a_year_end(self):
        small = said(as_of=["2019-10", "2019-12"], owed_usd_mn=[500.0, 1000.0])
        ratio = self.ratio(rows(), small, None, "ministry", "ministry")
        assert ratio.to_dict() == {2019: 40.0}

    def test_part_and_whole_of_one_source_come_from_one_row(self):
        small = said(
            as_of=["2019-10", "2019-12"],
            owed_usd_mn=[1000.0, np.nan],
            total_usd_mn=[2500.0, 5000.0],
        )
        ratio = self.ratio(rows(), small, None, "ministry", "ministry")
        assert ratio.to_dict() == {2019: 40.0}

    def test_a_year_without_a_figure_is_left_out(self, flows, reported, wholes):
        ratio = self.ratio(flows, reported, wholes, "ministry", "ministry")
        assert 2019 not in ratio.index

    @pytest.mark.parametrize("debtor", ["KGZ", "TJK"])
    def test_flows_over_flows_is_the_share(self, flows, reported, wholes, debtor):
        ratio = self.ratio(flows, reported, wholes, "flows", "flows", debtor)
        share = economy.creditor_share(flows, debtor=debtor, creditor="CHN").dropna()
        assert ratio.tolist() == share["share_percent"].tolist()

    def test_all_public_debt_is_in_dollars(self, flows, reported, wholes):
        # 48.848 percent of 9372 million in 2019
        ratio = self.ratio(flows, reported, wholes, "flows", "public", "KGZ")
        stock = economy.debt_stock(flows, debtor="KGZ", creditor="CHN")
        owed = tables.value(stock, "stock_usd_mn", year=2019)
        assert ratio[2019] == pytest.approx(100 * owed / (0.48848 * 9372))

    def test_an_unknown_choice_gets_the_list_of_known_ones(self, flows, reported):
        with pytest.raises(KeyError, match=r"'exports'.*ministry"):
            self.ratio(flows, reported, None, "flows", "exports")


def test_year_ends_are_the_nearest_ones(reported):
    for row in reported.itertuples():
        year, _, month = row.as_of.partition("-")
        if len(month) == 2:
            assert row.year_end == int(year) - (int(month) <= 6)
