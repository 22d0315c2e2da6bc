"""The tasks of lesson 11, energy and corridors."""

import pandas as pd

from helpers import economy, evidence, tables
from helpers.practice.tasks import Task


def _lines_to_china(**changes):
    where = {"leads_to": "CHN", "fluid": "gas", "status": "operating"}
    return len(tables.select(tables.layer("pipelines"), **where | changes))


def _on_paper_too():
    lines = tables.layer("pipelines")
    return len(tables.select(lines, leads_to="CHN", fluid="gas"))


def _oil_too():
    lines = tables.layer("pipelines")
    return len(tables.select(lines, leads_to="CHN", status="operating"))


def _routes_to_china():
    lines = tables.layer("pipelines")
    to_china = tables.select(lines, leads_to="CHN", fluid="gas", status="operating")
    return to_china["route"].nunique()


def _surplus(column="surplus", country="TKM", year=2023):
    balance = economy.surplus(tables.load("oil_gas"), fuel="gas")
    return tables.value(balance, column, country=country, year=year)


def _utilisation(year=2019, capacity=60):
    flow = tables.value(economy.pipeline_flow(_figures()), "flow_bcm", year=year)
    return 100 * flow / capacity


def _turkmen_only():
    return 100 * _gas_to_china(area="TKM", period="2019") / 60


def _half_year():
    return 100 * _gas_to_china(area="CA_PIPELINE", period="2019 H1") / 60


def _turkmen_share(column="share_of_use_percent", year=2013, area="TKM"):
    volumes = economy.full_years(_figures(), topic="gas_to_china", unit="bcm")
    flows = tables.select(volumes, area=area).rename(columns={"value": "flow_bcm"})
    share = economy.supply_share(flows, tables.load("oil_gas"))
    return tables.value(share, column, year=year)


def _whole_pipeline():
    flows = economy.pipeline_flow(_figures())
    share = economy.supply_share(flows, tables.load("oil_gas"))
    return tables.value(share, "share_of_use_percent", year=2013)


def _dearer(area="TKM", than="RUS"):
    return 100 * (_price(area) / _price(than) - 1)


def _price(area):
    where = {"topic": "gas_price", "area": area, "period": "2021-01"}
    return tables.value(_figures(), "value", **where)


def _balance(column="balance_usd_mn", reported_by="country", year=2022):
    market = economy.region_as_market(
        tables.load("trade_by_partner"), reported_by=reported_by
    )
    return tables.value(market, column, year=year)


def _points(basis="national reports", period="2022"):
    rows = evidence.rows("E2")
    rows = rows[rows["quantity"].str.startswith("markets")]
    return tables.value(rows, "points", basis=basis, period=period)


def _roads_without_energy(about="announcement", energy=False):
    documents = tables.load("belt_documents")
    if about:
        documents = documents[documents["about"] == about]
    named = documents["names_transport"]
    return int((named if energy else named & ~documents["names_energy"]).sum())


def _dated_documents(about="announcement"):
    found = tables.select(
        tables.load("belt_documents"), year_named=2013, place_named="Astana"
    )
    return int((found["about"] == about).sum()) if about else len(found)


def _gas_to_china(**where):
    return tables.value(_figures(), "value", topic="gas_to_china", **where)


def _figures():
    names = ["reported_figures", "corridor_figures"]
    return pd.concat([tables.load(name) for name in names], ignore_index=True)


TASKS = {
    "11-1": Task(
        reference=_lines_to_china,
        tolerance=0,
        mistakes={
            "This counts the oil line, too. The task asks for gas.": _oil_too,
            "This counts lines on paper, too. Choose the status operating.": (
                _on_paper_too
            ),
            "This is the number of routes. Lines that lie side by side are three "
            "lines.": _routes_to_china,
            "These lead to Russia. The task asks for China.": {"leads_to": "RUS"},
        },
        hints=(
            "Every row is one line. Three columns decide which rows count.",
            "The columns are leads_to, fluid and status.",
            "len(lines.query(\"leads_to == 'CHN' and fluid == 'gas'\")), with one more "
            "condition.",
        ),
    ),
    "11-2": Task(
        reference=_surplus,
        unit="billion cubic metres",
        mistakes={
            "This is the production. Take what is used away from it.": {
                "column": "production"
            },
            "This is the consumption.": {"column": "consumption"},
            "This is the surplus of 2024. The task asks for 2023.": {"year": 2024},
            "This is the surplus of Kazakhstan.": {"country": "KAZ"},
        },
        hints=(
            "A surplus is production minus consumption.",
            "economy.surplus computes it for one fuel.",
            'economy.surplus(gas, fuel="gas"), then the row of TKM and 2023.',
        ),
    ),
    "11-3": Task(
        reference=_utilisation,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "You divided by the tracker's capacity. The task gives the company's.": {
                "capacity": 55
            },
            "This is the flow of 2022. The task asks for 2019.": {"year": 2022},
            "This is the flow of half a year. Take the full year.": _half_year,
            "This is the Turkmen part alone. The pipeline carries more.": (
                _turkmen_only
            ),
        },
        hints=(
            "Utilisation is flow in percent of capacity.",
            "economy.pipeline_flow gives the flow; the capacity is in the task.",
            "Take flow_bcm in the row of 2019, divide it by 60, multiply by 100.",
        ),
    ),
    "11-4": Task(
        reference=_turkmen_share,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is the whole pipeline. The task asks for Turkmen gas.": (
                _whole_pipeline
            ),
            "This is the share in what China lacks. Divide by all that it uses.": {
                "column": "share_of_shortfall_percent"
            },
            "This is 2019. The task asks for 2013.": {"year": 2019},
            "This is Uzbek gas.": {"area": "UZB"},
        },
        hints=(
            "The part is Turkmen gas, the whole is all gas that China used.",
            "The part stands in figures, the whole in the table oil_gas, column "
            "consumption.",
            "Divide 24.4 by the consumption of CHN in 2013 (fuel gas), and make it "
            "percent.",
        ),
    ),
    "11-5": Task(
        reference=_dearer,
        unit="percent",
        mistakes={
            "This is the quotient of the prices. How much more is it than 1, in "
            "percent?": lambda: _price("TKM") / _price("RUS"),
            "This is the difference in dollars. Divide it by the Russian price.": (
                lambda: _price("TKM") - _price("RUS")
            ),
            "You divided by the Turkmen price. The comparison is with the Russian "
            "one.": lambda: 100 * (1 - _price("RUS") / _price("TKM")),
            "This compares with Kazakh gas.": {"than": "KAZ"},
            "This is the whole Turkmen price in percent of the Russian one. How much "
            "more is it?": lambda: 100 * _price("TKM") / _price("RUS"),
        },
        hints=(
            "Both prices are those of January 2021.",
            "How much more in percent: the difference divided by the price that one "
            "compares with.",
            "100 * (turkmen - russian) / russian, with the prices of 2021-01.",
        ),
    ),
    "11-6": Task(
        reference=_balance,
        unit="million US dollars",
        mistakes={
            "This is what China's customs report. The task asks for the states'.": {
                "reported_by": "partner"
            },
            "This is 2023. The task asks for 2022.": {"year": 2023},
            "This is 2021. The task asks for 2022.": {"year": 2021},
            "These are the sales alone. Take the purchases away.": {
                "column": "sales_usd_mn"
            },
        },
        hints=(
            "The balance is China's sales minus China's purchases.",
            "economy.region_as_market has an argument reported_by.",
            'economy.region_as_market(trade, reported_by="country"), then the row of '
            "2022.",
        ),
    ),
    "11-7": Task(
        reference=_points,
        hints=(
            "The course's comparison: for the claim if China sells more than it buys.",
            "Look at the sign of your answer to task 6.",
            'In evidence.rows("E2"), look at the column points in the row on markets, '
            "national reports, 2022.",
        ),
    ),
    "11-8": Task(
        reference=_roads_without_energy,
        unit="documents",
        tolerance=0,
        mistakes={
            "These are all that name the year and the place. Which of them also name "
            "fields of the speech?": _dated_documents,
            "The report on the talks of that day is in it. Keep the announcement.": {
                "about": None,
                "energy": True,
            },
            "This counts every row of the table.": lambda: _dated_documents(about=None),
        },
        hints=(
            "Four things must be true: what it is about, year and place, transport, "
            "not energy.",
            "An empty cell in names_transport is not yes: nobody has read it for this.",
            "found = documents.query(\"about == 'announcement' and year_named == 2013 "
            "and place_named == 'Astana'\"), then the sum of found['names_transport'] "
            "& ~found['names_energy'].",
        ),
    ),
}
