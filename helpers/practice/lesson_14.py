"""The tasks of lesson 14, the pandemic shock."""

from helpers import claims, economy, evidence, tables
from helpers.practice.tasks import Task


def _with_russia(partner="RUS", country="KAZ", flow="turnover", year=2020):
    changes = economy.trade_change(_trade(), partner=partner, base=2019, year=year)
    own = tables.select(changes, reported_by="country")
    return tables.value(own, "change_percent", country=country, flow=flow)


def _kyrgyz(base, year, reported_by="country"):
    """Change of Kyrgyzstan's turnover with China, in percent."""
    changes = economy.trade_change(_trade(), partner="CHN", base=base, year=year)
    own = tables.select(changes, reported_by=reported_by, flow="turnover")
    return tables.value(own, "change_percent", country="KGZ")


def _rise_needed(reported_by="country"):
    return _kyrgyz(base=2020, year=2019, reported_by=reported_by)


def _gap(column="gap", country="KAZ", year=2021, indicator="government_debt"):
    gaps = economy.vintage_gap(_vintages(), indicator=indicator)
    return tables.value(gaps, column, country=country, year=year)


def _revision(country="UZB", indicator="gdp"):
    revised = economy.mean_revision(_vintages(), indicator=indicator)
    return tables.value(revised, "mean_revision", country=country)


def _below_the_path(base=2019, country="KGZ", year=2022):
    row = _path_row(base, country, year)
    return 100 * (row["later"] / row["earlier"] - 1)


def _path_row(base, country, year):
    path = economy.output_path(_vintages(), base=base)
    gaps = economy.vintage_gap(path, indicator="output_path")
    return tables.select(gaps, country=country, year=year).iloc[0]


def _times(base=2019, year=2024):
    """China's count of trade with the five, as a multiple of the base year."""
    rows = economy.turnover(_trade(), partner="CHN")
    rows = tables.select(rows, reported_by="partner")
    sums = rows.groupby("year")["turnover_usd_mn"].sum()
    return sums[year] / sums[base]


def _mean_of_five():
    index = economy.recovery(_trade(), partner="CHN", base=2019)
    rows = tables.select(index, reported_by="partner", year=2024)
    return rows["index"].mean() / 100


def _rows_on_ties(about="Kazakhstan", points=(claims.AGAINST,)):
    rows = evidence.rows("E15")
    rows = rows[rows["quantity"].str.contains(about)]
    return int(rows["points"].isin(points).sum())


def _trade():
    return tables.load("trade_by_partner")


def _vintages():
    return tables.load("forecast_vintages")


TASKS = {
    "14-1": Task(
        reference=_with_russia,
        unit="percent",
        mistakes={
            "This is the change of exports alone. Take the turnover.": {
                "flow": "export"
            },
            "This is the change of imports alone. Take the turnover.": {
                "flow": "import"
            },
            "This is trade with China. The task asks for Russia.": {"partner": "CHN"},
            "This is the change to 2021. The task asks for 2020.": {"year": 2021},
            "This is Uzbekistan's trade with Russia.": {"country": "UZB"},
        },
        hints=(
            "The lesson compared 2020 with 2019 for China. Only the partner is new.",
            "The helper is economy.trade_change; it needs partner, base and year.",
            "changes = economy.trade_change(trade, partner='RUS', base=2019, "
            "year=2020), then the row of KAZ, turnover and country.",
        ),
    ),
    "14-2": Task(
        reference=_rise_needed,
        unit="percent",
        mistakes={
            "This is the size of the fall. The rise starts from a smaller base, so it "
            "must be larger.": lambda: -_kyrgyz(2019, 2020),
            "This is the rise that came in 2021. How much was needed?": lambda: _kyrgyz(
                2020, 2021
            ),
            "This is by China's count. The task asks for Kyrgyzstan's own.": {
                "reported_by": "partner"
            },
            "This is 2019 divided by 2020. Subtract 1, then take percent.": lambda: (
                1 + _rise_needed() / 100
            ),
        },
        hints=(
            "What must the value of 2020 be multiplied by, to give that of 2019?",
            "Take the two values from the columns base_usd_mn and value_usd_mn.",
            "100 * (value of 2019 / value of 2020 - 1), or economy.trade_change with "
            "base=2020 and year=2019.",
        ),
    ),
    "14-3": Task(
        reference=_gap,
        unit="points of GDP",
        mistakes={
            "This is the later value alone. Subtract the forecast.": {
                "column": "later"
            },
            "This is the forecast alone. Subtract it from the later value.": {
                "column": "earlier"
            },
            "This is the gap of 2020. The task asks for 2021.": {"year": 2020},
            "This is the gap of Kyrgyzstan.": {"country": "KGZ"},
            "This is the current account. The task asks for public debt.": {
                "indicator": "current_account"
            },
        },
        hints=(
            "One helper sets the two vintages side by side.",
            "economy.vintage_gap takes the table and the indicator's name.",
            "gaps = economy.vintage_gap(vintages, indicator='government_debt'), then "
            "the column gap in the row of KAZ and 2021.",
        ),
    ),
    "14-4": Task(
        reference=_revision,
        unit="billion US dollars",
        mistakes={
            "This is the revision of growth, in percentage points.": {
                "indicator": "gdp_growth"
            },
            "This is Turkmenistan.": {"country": "TKM"},
            "This is Kazakhstan.": {"country": "KAZ"},
            "This is the revision of 2018 alone. Take the mean over all years that the "
            "first vintage knew.": lambda: _gap("gap", "UZB", 2018, "gdp"),
        },
        hints=(
            "The lesson measured this for growth. Only the indicator is new.",
            "The helper is economy.mean_revision; the indicator is called gdp.",
            "revised = economy.mean_revision(vintages, indicator='gdp'), then the "
            "column mean_revision in the row of UZB.",
        ),
    ),
    "14-5": Task(
        reference=_below_the_path,
        unit="percent",
        mistakes={
            "The base is still 2018. Set base=2019.": {"base": 2018},
            "This is the gap in points of the index. Divide it by the path.": lambda: (
                _path_row(2019, "KGZ", 2022)["gap"]
            ),
            "This is Kazakhstan.": {"country": "KAZ"},
            "This is 2021. The task asks for 2022.": {"year": 2021},
        },
        hints=(
            "First build both paths from the year 2019, then compare them in 2022.",
            "economy.output_path takes a base; economy.vintage_gap then takes the "
            "indicator output_path.",
            "path = economy.output_path(vintages, base=2019); gaps = "
            "economy.vintage_gap(path, indicator='output_path'); then 100 * (later / "
            "earlier - 1) in the row of KGZ and 2022.",
        ),
    ),
    "14-6": Task(
        reference=_times,
        mistakes={
            "The base is still 2020, the year of the fall. Set it to 2019.": {
                "base": 2020
            },
            "This is 2023. The task asks for 2024.": {"year": 2023},
            "This is the growth in percent. The task asks how many times.": lambda: (
                100 * (_times() - 1)
            ),
            "This is the mean of five multiples, in which a small state counts as "
            "much as a large one. Divide the sums.": _mean_of_five,
        },
        hints=(
            "Add the turnover of the five states for each year, then divide two years.",
            "economy.turnover gives the rows; keep those that are reported by the "
            "partner.",
            "rows = economy.turnover(trade, partner='CHN').query(\"reported_by == "
            "'partner'\"); sums = rows.groupby('year')['turnover_usd_mn'].sum(); then "
            "divide the sum of 2024 by that of 2019.",
        ),
    ),
    "14-7": Task(
        reference=lambda: claims.verdict("E6", -1.8),
        mistakes={
            "This is what the rule would say of the whole year by China's count. Use "
            "the figure of the archive.": lambda: claims.verdict("E6", -2.87),
            "This is what the rule says of the bulletin's own figure. Use the figure "
            "of the archive.": lambda: claims.verdict("E6", -1.5),
            "There is a figure for the claimed period now, so the rule can tell.": (
                lambda: claims.CANNOT_TELL
            ),
        },
        hints=(
            "The rule for a claim with about has two distances: 10 and 25 percent of "
            "the claim.",
            "The claim is -1.5. A tenth of it is 0.15, a quarter is 0.375.",
            "claims.verdict('E6', -1.8) applies the rule.",
        ),
    ),
    "14-8": Task(
        reference=_rows_on_ties,
        unit="rows",
        tolerance=0,
        mistakes={
            "These are the rows that point for the claim.": {"points": (claims.FOR,)},
            "These are all rows on Kazakhstan. Count those that point against.": {
                "points": (claims.FOR, claims.AGAINST)
            },
            "These are the rows on all states. Keep those on Kazakhstan.": {
                "about": ""
            },
        },
        hints=(
            "The state stands in the column quantity, the direction in points.",
            "Use str.contains('Kazakhstan') on the column quantity.",
            "rows = evidence.rows('E15'); keep the rows that name Kazakhstan; then "
            "count those whose points is 'against'.",
        ),
    ),
}
