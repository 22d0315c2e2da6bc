"""Measures of trade: small cases computed by hand, and one real figure each."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables

POSITIVE = st.floats(min_value=0.01, max_value=1e6)


def rows(**columns):
    """A small trade table; scalars are repeated."""
    defaults = {
        "country": "KGZ",
        "partner": "CHN",
        "flow": "import",
        "year": 2019,
        "reported_by": "country",
        "value_usd_mn": 1.0,
    }
    return pd.DataFrame(defaults | columns, index=range(_length(columns)))


def _length(columns):
    return max(
        [len(value) for value in columns.values() if isinstance(value, list)] + [1]
    )


@pytest.fixture(scope="module")
def trade():
    return tables.load("trade_by_partner")


@pytest.fixture(scope="module")
def cia():
    return tables.load("partner_shares")


class TestPartnerShare:
    def test_part_over_total(self):
        small = rows(partner=["CHN", "WLD"], value_usd_mn=[30.0, 120.0])
        share = economy.partner_share(small, flow="import", partner="CHN")
        assert share.values.tolist() == [["KGZ", 2019, 25.0]]

    def test_a_year_without_a_total_is_left_out(self):
        small = rows(
            partner=["CHN", "WLD", "CHN"],
            year=[2019, 2019, 2020],
            value_usd_mn=[30.0, 120.0, 40.0],
        )
        share = economy.partner_share(small, flow="import", partner="CHN")
        assert share["year"].tolist() == [2019]

    def test_kyrgyzstan_2019(self, trade):
        # 1734.970508 of 4989.0, from the national table of imports
        share = economy.partner_share(trade, flow="import", partner="CHN")
        found = share.query("country == 'KGZ' and year == 2019")["share_percent"]
        assert found.item() == pytest.approx(34.78, abs=0.02)

    def test_an_unknown_partner_gets_the_list_of_known_ones(self, trade):
        with pytest.raises(KeyError, match=r"'XXX'.*CHN"):
            economy.partner_share(trade, flow="import", partner="XXX")

    @given(part=POSITIVE, rest=POSITIVE)
    def test_a_share_lies_between_0_and_100(self, part, rest):
        small = rows(partner=["CHN", "WLD"], value_usd_mn=[part, part + rest])
        share = economy.partner_share(small, flow="import", partner="CHN")
        assert 0 <= share["share_percent"].item() <= 100


class TestMirrorGap:
    both = rows(reported_by=["country", "partner"], value_usd_mn=[50.0, 200.0])

    def test_the_exporters_report_stands_above(self):
        gap = economy.mirror_gap(self.both, importer="KGZ", exporter="CHN")
        assert gap["ratio"].item() == 4.0
        assert gap["difference_usd_mn"].item() == 150.0

    def test_direction_decides_who_imports(self):
        small = self.both.assign(flow="export")
        gap = economy.mirror_gap(small, importer="CHN", exporter="KGZ")
        assert gap["importer_usd_mn"].item() == 200.0
        assert gap["ratio"].item() == 0.25

    def test_a_year_with_one_report_is_left_out(self):
        small = pd.concat([self.both, rows(year=2020)])
        gap = economy.mirror_gap(small, importer="KGZ", exporter="CHN")
        assert gap["year"].tolist() == [2019]

    @given(cost=st.floats(min_value=0, max_value=50))
    def test_transport_taken_out_of_the_importers_report_raises_the_ratio(self, cost):
        gap = economy.mirror_gap(
            self.both, importer="KGZ", exporter="CHN", cost_percent=cost
        )
        assert gap["ratio"].item() == pytest.approx(4 * (1 + cost / 100))

    def test_kyrgyzstan_2019(self, trade):
        gap = economy.mirror_gap(trade, importer="KGZ", exporter="CHN")
        row = gap.query("year == 2019").iloc[0]
        assert row["exporter_usd_mn"] == pytest.approx(6312.09, abs=0.01)
        assert row["importer_usd_mn"] == pytest.approx(1734.97, abs=0.01)

    def test_a_silent_state_gets_a_clear_error(self, trade):
        with pytest.raises(KeyError, match=r"reported_by 'country'.*partner"):
            economy.mirror_gap(trade, importer="TJK", exporter="CHN")


def test_partner_values_order_and_total():
    small = rows(partner=["CHN", "RUS", "WLD"], value_usd_mn=[2.0, 3.0, 9.0])
    wide = economy.partner_values(small, country="KGZ", flow="import")
    assert wide.columns.tolist() == ["RUS", "CHN"]


def test_partner_values_of_a_silent_state_are_empty(trade):
    assert economy.partner_values(trade, country="TJK", flow="import").empty


def test_balance_is_exports_minus_imports(trade):
    small = rows(flow=["export", "import"], value_usd_mn=[8.0, 6.5])
    assert economy.balance(small, partner="CHN")["balance_usd_mn"].tolist() == [1.5]
    real = economy.balance(trade, partner="CHN").query("country == 'KAZ'")
    found = real.query("year == 2019")["balance_usd_mn"].item()
    assert found == pytest.approx(8003.87 - 6788.63, abs=0.01)


class TestImpliedTotals:
    def test_a_part_divided_by_its_share(self):
        small = rows(country=["TKM"], reported_by="partner", value_usd_mn=41.0)
        share = rows(country=["TKM"], share_percent=82.0)
        total = economy.implied_totals(small, share, flow="import", year=2019)
        assert total["total_usd_mn"].tolist() == [pytest.approx(50)]

    def test_turkmen_exports_2019(self, trade, cia):
        total = economy.implied_totals(trade, cia, flow="export", year=2019)
        found = total.set_index("country")["total_usd_mn"]["TKM"]
        assert found == pytest.approx(8685.6978 / 0.82)

    def test_a_year_without_shares_lists_the_years_there_are(self, trade, cia):
        with pytest.raises(KeyError, match=r"2018.*2019"):
            economy.implied_totals(trade, cia, flow="export", year=2018)


class TestRegional:
    @pytest.mark.parametrize(
        ("basis", "expected"),
        # China's customs: imports from the five in 2019 add to 20275.60
        [("national", 19384.27), ("mirror", 20275.60), ("matched", 20275.60)],
    )
    def test_chinas_part_of_exports_2019(self, trade, cia, basis, expected):
        share = economy.regional_share(
            trade, cia, flow="export", year=2019, basis=basis
        )
        assert share["china_usd_mn"].item() == pytest.approx(expected, abs=0.01)

    def test_the_share_from_the_files_by_another_way(self, trade, cia):
        at = (trade["flow"] == "import") & (trade["year"] == 2019)
        china = trade[at & (trade["partner"] == "CHN")]
        part = china.loc[china["reported_by"] == "partner", "value_usd_mn"].sum()
        world = trade[at & (trade["partner"] == "WLD") & (trade["country"] != "CHN")]
        silent = 1612.37635 / 0.40 + 431.02419 / 0.14
        share = economy.regional_share(
            trade, cia, flow="import", year=2019, basis="mirror"
        )
        expected = 100 * part / (world["value_usd_mn"].sum() + silent)
        assert share["share_percent"].item() == pytest.approx(expected)

    def test_matched_totals_hold_chinas_report_once(self, trade, cia):
        options = {"flow": "import", "year": 2019}
        plain = economy.regional_parts(trade, cia, basis="mirror", **options)
        matched = economy.regional_parts(trade, cia, basis="matched", **options)
        own = economy.regional_parts(trade, cia, basis="national", **options)
        swap = plain["china_usd_mn"] - own["china_usd_mn"]
        assert (matched["total_usd_mn"] - plain["total_usd_mn"]).tolist() == (
            pytest.approx(swap.tolist())
        )

    def test_a_share_below_the_cut_is_named_and_counts_as_zero(self, trade, cia):
        parts = economy.regional_parts(
            trade, cia, flow="export", year=2019, basis="cia"
        ).set_index("country")
        assert parts.loc["KGZ", "china_from"] == "below the CIA's cut"
        assert parts.loc["KGZ", "china_usd_mn"] == 0

    def test_all_five_states_are_counted(self, trade, cia):
        for flow in ("export", "import"):
            for year in economy.regional_share_years(trade, cia, flow=flow):
                for basis in economy.BASES:
                    parts = economy.regional_parts(
                        trade, cia, flow=flow, year=year, basis=basis
                    )
                    assert parts["country"].tolist() == tables.the_five()

    @pytest.mark.parametrize("basis", ["national", "matched", "cia"])
    def test_part_and_whole_from_one_side_give_a_possible_share(
        self, trade, cia, basis
    ):
        options = {"flow": "import", "year": 2019, "basis": basis}
        parts = economy.regional_parts(trade, cia, **options)
        assert parts["share_percent"].between(0, 100).all()

    def test_part_and_whole_from_two_sides_can_give_over_100_percent(self, trade, cia):
        parts = economy.regional_parts(
            trade, cia, flow="import", year=2019, basis="mirror"
        ).set_index("country")
        # China reports 6312 to Kyrgyzstan, whose imports from all add to 4989
        assert parts.loc["KGZ", "share_percent"] == pytest.approx(126.5, abs=0.1)

    def test_an_unknown_basis_gets_the_list_of_known_ones(self, trade, cia):
        with pytest.raises(KeyError, match="matched"):
            economy.regional_parts(trade, cia, flow="export", year=2019, basis="x")


class TestShareInPartnerTrade:
    def test_china_2019(self, trade):
        # (26207.04 exports + 20275.60 imports) of (2498532 + 2068950)
        share = economy.share_in_partner_trade(trade).set_index("year")
        assert share.loc[2019, "share_percent"] == pytest.approx(1.0177, abs=0.0001)

    def test_the_states_own_reports_start_when_all_report(self, trade):
        share = economy.share_in_partner_trade(trade, reported_by="country")
        assert share["year"].min() == 2018
        assert (share["share_percent"] < 1.2).all()


@pytest.mark.parametrize(
    "measure",
    [
        lambda trade: economy.region_as_market(trade, reported_by="Partner"),
        lambda trade: economy.share_in_partner_trade(trade, reported_by="customs"),
        lambda trade: economy.turnover_by_partner(trade, year=2019, china_by="Partner"),
        lambda trade: economy.partner_values(
            trade, country="KGZ", flow="import", reported_by="Partner"
        ),
    ],
)
def test_an_office_that_is_misspelt_is_no_missing_report(measure):
    with pytest.raises(KeyError, match="There are: country, partner"):
        measure(tables.load("trade_by_partner"))
