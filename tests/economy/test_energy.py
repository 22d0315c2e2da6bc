"""Measures of energy: small cases computed by hand, and one real figure each."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables

AMOUNT = st.floats(min_value=0.01, max_value=1e5)


def line(**columns):
    """A small table of lines to China; scalars are repeated."""
    defaults = {
        "name": "Pipeline, Line A",
        "fluid": "gas",
        "status": "operating",
        "leads_to": "CHN",
        "opened": 2009,
        "capacity_bcm_y": 15.0,
        "route": 1,
        "is_schematic": False,
    }
    size = max([len(v) for v in columns.values() if isinstance(v, list)] + [1])
    return pd.DataFrame(defaults | columns, index=range(size))


def figure(**columns):
    """A small table of single figures on gas to China."""
    defaults = {
        "topic": "gas_to_china",
        "area": "TKM",
        "period": "2019",
        "value": 30.0,
        "unit": "bcm",
        "institution": "one office",
        "reliability": "A",
    }
    size = max([len(v) for v in columns.values() if isinstance(v, list)] + [1])
    return pd.DataFrame(defaults | columns, index=range(size))


def balance(**columns):
    """A small table of production and consumption of gas."""
    defaults = {
        "country": "CHN",
        "fuel": "gas",
        "year": 2019,
        "production": 180.0,
        "consumption": 300.0,
        "unit": "billion cubic metres",
    }
    return pd.DataFrame(defaults | columns, index=[0])


@pytest.fixture(scope="module")
def figures():
    names = ["reported_figures", "corridor_figures"]
    return pd.concat([tables.load(name) for name in names], ignore_index=True)


@pytest.fixture(scope="module")
def lines():
    return tables.layer("pipelines")


class TestSurplus:
    def test_production_minus_consumption(self):
        assert economy.surplus(balance(), fuel="gas")["surplus"].tolist() == [-120]

    def test_turkmenistan_2019(self):
        rows = economy.surplus(tables.load("oil_gas"), fuel="gas")
        found = tables.value(rows, "surplus", country="TKM", year=2019)
        assert found == pytest.approx(63.16 - 27.75, abs=0.01)

    def test_fuels_are_not_mixed(self):
        rows = economy.surplus(tables.load("oil_gas"), fuel="oil")
        assert set(rows["unit"]) == {"million tonnes"}

    def test_an_unknown_fuel_gets_the_list_of_known_ones(self):
        with pytest.raises(KeyError, match=r"coal.*gas, oil"):
            economy.surplus(tables.load("oil_gas"), fuel="coal")

    def test_states_that_the_source_does_not_cover_have_no_row(self):
        rows = economy.surplus(tables.load("oil_gas"), fuel="gas")
        assert not {"KGZ", "TJK"} & set(rows["country"])


class TestFullYears:
    def test_parts_of_a_year_are_left_out(self):
        small = figure(period=["2019", "2019 H1", "2021 Jan-Oct", "2024 Q1"])
        years = economy.full_years(small, topic="gas_to_china", unit="bcm")
        assert years["year"].tolist() == [2019]

    def test_tonnes_and_cubic_metres_stay_apart(self, figures):
        tonnes = economy.full_years(
            figures, topic="gas_to_china", unit="million tonnes"
        )
        assert tonnes["value"].tolist() == [20.7]
        metres = economy.full_years(figures, topic="gas_to_china", unit="bcm")
        assert 20.7 not in metres["value"].tolist()

    def test_an_unknown_topic_gets_the_list_of_known_ones(self, figures):
        with pytest.raises(KeyError, match=r"coal.*gas_to_china"):
            economy.full_years(figures, topic="coal", unit="bcm")


class TestPipelineFlow:
    def test_the_company_comes_before_a_sum(self):
        small = figure(
            area=["CA_PIPELINE", "KAZ", "TKM", "UZB"], value=[47.9, 7.0, 31.0, 5.0]
        )
        assert economy.pipeline_flow(small)["flow_bcm"].tolist() == [47.9]

    def test_two_suppliers_of_three_are_no_sum(self):
        assert economy.pipeline_flow(figure(area=["KAZ", "TKM"])).empty

    def test_two_institutions_are_no_sum(self):
        small = figure(area=["KAZ", "TKM", "UZB"], institution=["x", "x", "y"])
        assert economy.pipeline_flow(small).empty

    def test_a_sum_is_as_reliable_as_its_weakest_part(self):
        small = figure(area=["KAZ", "TKM", "UZB"], reliability=["A", "B", "A"])
        assert economy.pipeline_flow(small)["reliability"].tolist() == ["B"]

    def test_2013_is_the_sum_of_three(self, figures):
        flows = economy.pipeline_flow(figures)
        found = tables.value(flows, "flow_bcm", year=2013)
        assert found == pytest.approx(24.4 + 2.9 + 0.1)


class TestOpenCapacity:
    def test_lines_open_one_after_the_other(self, lines):
        # Line A 15 in 2009, line B 15 in 2010, line C 25 in 2014
        capacity = economy.open_capacity(lines, leads_to="CHN")
        at = capacity.set_index("year")["capacity_bcm_y"]
        assert [at[year] for year in (2009, 2010, 2013, 2014)] == [15, 30, 30, 55]

    def test_lines_on_paper_do_not_count(self):
        small = line(status=["operating", "proposed"], capacity_bcm_y=[15.0, 40.0])
        capacity = economy.open_capacity(small, leads_to="CHN", until=2009)
        assert capacity["capacity_bcm_y"].tolist() == [15]

    def test_a_repeated_capacity_is_not_added(self, lines):
        with pytest.raises(ValueError, match=r"CAC-2.*one by one"):
            economy.open_capacity(lines, leads_to="RUS")

    def test_an_unknown_state_gets_the_list_of_known_ones(self, lines):
        with pytest.raises(KeyError, match=r"'XXX'.*CHN"):
            economy.open_capacity(lines, leads_to="XXX")


class TestShares:
    @given(flow=AMOUNT, spare=AMOUNT)
    def test_a_flow_below_capacity_is_at_most_100_percent(self, flow, spare):
        used = economy.utilisation(
            pd.DataFrame({"year": [2019], "flow_bcm": flow}),
            pd.DataFrame({"year": [2019], "capacity_bcm_y": flow + spare}),
        )
        assert 0 < used["utilisation_percent"].item() <= 100

    def test_utilisation_2019(self, figures, lines):
        used = economy.utilisation(
            economy.pipeline_flow(figures),
            economy.open_capacity(lines, leads_to="CHN"),
        )
        found = tables.value(used, "utilisation_percent", year=2019)
        assert found == pytest.approx(100 * 47.9 / 55)

    def test_supply_share(self):
        flows = pd.DataFrame({"year": [2019, 2020], "flow_bcm": 30.0})
        share = economy.supply_share(flows, balance())
        assert share["year"].tolist() == [2019]
        assert share["share_of_use_percent"].tolist() == [10]
        assert share["share_of_shortfall_percent"].tolist() == [25]


class TestValueAndVolume:
    def test_no_price_without_both(self, figures):
        table = economy.value_and_volume(figures, area="TKM")
        assert table["usd_per_thousand_m3"].isna().all()
        assert {"2022", "2023 Jan-Jul"} < set(table["period"])

    def test_a_price_of_one_period(self):
        small = figure(
            topic=["gas_to_china", "gas_to_china_value"],
            value=[30.0, 6.0],
            unit=["bcm", "USD billion"],
        )
        table = economy.value_and_volume(small, area="TKM")
        assert table["usd_per_thousand_m3"].tolist() == [200]

    def test_part_years_are_not_joined_to_years(self):
        small = figure(
            topic=["gas_to_china", "gas_to_china_value"],
            period=["2023", "2023 Jan-Jul"],
            unit=["bcm", "USD billion"],
        )
        table = economy.value_and_volume(small, area="TKM")
        assert table["usd_per_thousand_m3"].isna().all()

    def test_a_supplier_without_figures(self, figures):
        with pytest.raises(KeyError, match="XXX"):
            economy.value_and_volume(figures, area="XXX")


def test_the_ceiling_of_2020_lies_between_customs_prices(figures):
    goods = tables.value(
        tables.load("trade_by_partner"),
        "value_usd_mn",
        country="TKM",
        partner="CHN",
        flow="export",
        year=2020,
        reported_by="partner",
    )
    ceiling = economy.unit_value(goods, 20.7 * 1.38)
    prices = tables.select(figures, topic="gas_price", area="TKM")["value"]
    assert prices.min() < ceiling < prices.max()


class TestLines:
    def test_lines_that_stay_inside_or_lack_a_year_are_left_out(self):
        small = line(
            leads_to=["CHN", "CA5", "CHN"], opened=pd.array([2009, 2009, None], "Int64")
        )
        assert economy.lines_by_direction(small, since=1992)["lines"].tolist() == [1]

    def test_since_independence(self, lines):
        counts = economy.lines_by_direction(lines, since=1992)
        assert counts[["leads_to", "gas", "oil"]].values.tolist() == [
            ["CHN", 3, 1],
            ["IRN", 2, 0],
            ["RUS", 0, 1],
        ]

    def test_lines_a_b_c_are_one_route(self, lines):
        route = economy.routes(lines).query(
            "leads_to == 'CHN' and fluid == 'gas' and status == 'operating'"
        )
        assert route["name"].tolist() == [
            "Central Asia–China Gas Pipeline, Line A / Line B / Line C"
        ]
        assert route["years"].item() == "2009, 2010, 2014"

    def test_routes_lose_no_line(self, lines):
        assert economy.routes(lines)["lines"].sum() == len(lines)

    def test_a_line_on_paper_does_not_join_one_in_operation(self):
        assert len(economy.routes(line(status=["operating", "proposed"]))) == 2


class TestRegionAsMarket:
    def test_china_2019(self):
        market = economy.region_as_market(tables.load("trade_by_partner"))
        row = market.set_index("year").loc[2019]
        assert row["balance_usd_mn"] == pytest.approx(26207.04 - 20275.60, abs=0.01)
        assert row["share_of_exports_percent"] == pytest.approx(1.049, abs=0.001)

    def test_the_states_reports_start_when_all_report(self):
        market = economy.region_as_market(
            tables.load("trade_by_partner"), reported_by="country"
        )
        assert market["year"].min() == 2018
        assert (market.set_index("year")["balance_usd_mn"][2019]) < 0


class TestLayer:
    def test_the_lines_to_iran_lie_at_their_places(self, lines):
        bounds = lines.set_index("line_id").geometry.bounds
        assert 53 < bounds.loc["P0749", "minx"] < 55  # Korpeje-Kordkuy
        assert 60 < bounds.loc["P0742", "minx"] < 62  # Dauletabad-Sarakhs

    def test_only_lines_in_operation_have_opened(self, lines):
        assert lines.loc[lines["status"] != "operating", "opened"].isna().all()
        assert lines["opened"].max() <= 2023

    def test_line_d_is_a_sketch_under_construction(self, lines):
        row = lines.set_index("line_id").loc["P2030"]
        assert row["is_schematic"]
        assert row["status"] == "under construction"

    def test_nothing_recalled_is_shipped(self, figures):
        assert not (figures["reliability"] == "R").any()
        text = figures[["institution", "contested_by"]].astype(str)
        assert (
            not text.apply(lambda column: column.str.contains("recalled")).any().any()
        )
