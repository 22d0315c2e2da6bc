"""The tasks of lesson 12, investment and loans."""

from helpers import claims, economy, evidence, tables
from helpers.practice.tasks import Task

SECTORS = "Industry, mining, construction", "Energy"


def _quoted(partner="CHN", measure="inward_stock", year=2021):
    where = {"partner": partner, "measure": measure, "year": year}
    return tables.value(_fdi(), "value_eur_mn", **where)


def _share(partner="RUS", measure="inward_stock", year=2019):
    shares = economy.fdi_share(_fdi(), partner=partner, measure=measure)
    return tables.value(shares, "share_percent", year=year)


def _committed(country="TJK"):
    sums = economy.commitments(_projects(), by="country")
    return tables.value(sums, "amount_usd2017_mn", country=country)


def _all_rows(country="TJK"):
    rows = tables.select(_projects(), country=country)
    return rows["amount_usd2017_mn"].sum()


def _without_amount(column="without_amount", country="KGZ"):
    sums = economy.commitments(_projects(), by="country")
    return int(tables.value(sums, column, country=country))


def _unknown_in_all_rows():
    rows = tables.select(_projects(), country="KGZ")
    return int(rows["amount_usd2017_mn"].isna().sum())


def _energy(coder="titles", country="UZB"):
    rows = tables.select(_projects(), country=country)
    return economy.energy_share(rows, coder=coder)["share_percent"].item()


def _energy_everywhere():
    return economy.energy_share(_projects(), coder="titles")["share_percent"].item()


def _ratio(cut=2010, country="UZB", column="ratio"):
    windows = economy.lending_windows(_finance(), cut=cut)
    return tables.value(windows, column, country=country)


def _verdict():
    return claims.weigh(evidence.rows("E5")).now


def _chinese_builders(country="UZB", column="chinese", sectors=SECTORS):
    rows = _implementers(country, sectors)
    return 100 * rows[column].sum() / rows["named"].sum()


def _implementers(country="UZB", sectors=SECTORS):
    projects = _projects()
    if country:
        projects = projects[projects["country"] == country]
    rows = economy.chinese_implementers(projects)
    return rows[rows["sector"].isin(sectors)] if sectors else rows


def _fdi():
    return tables.load("fdi_kazakhstan_quoted")


def _projects():
    return tables.load("chinese_projects")


def _finance():
    return tables.load("chinese_finance_by_year")


TASKS = {
    "12-1": Task(
        reference=_quoted,
        unit="million euros",
        mistakes={
            "This is the inflow of 2021. The task asks for what China owned at its "
            "end.": {"measure": "inflow"},
            "This is the stock of 2019. The task asks for 2021.": {"year": 2019},
            "This is the total over all owners. Choose the partner CHN.": {
                "partner": "WLD"
            },
            "This is Hong Kong's stock. The task asks for China's.": {"partner": "HKG"},
        },
        hints=(
            "Every row is one partner, measure and year.",
            "What is owned at the end of a year is the measure inward_stock.",
            "Start from: fdi.query(\"partner == 'CHN' and year == 2021\"), and add a "
            "condition on measure.",
        ),
    ),
    "12-2": Task(
        reference=_share,
        unit="percent",
        mistakes={
            "This is China's share. The task asks for Russia's.": {"partner": "CHN"},
            "This is the share of 2021. The task asks for 2019.": {"year": 2021},
            "This is the share in the inflow. The task asks for the stock.": {
                "measure": "inflow"
            },
            "This is a value in millions. Divide it by the total.": lambda: _quoted(
                partner="RUS", year=2019
            ),
        },
        hints=(
            "A share is a part divided by a whole. The lesson has a helper for it.",
            "The helper is economy.fdi_share; its partner is now RUS.",
            "shares = economy.fdi_share(fdi, partner='RUS'), then the row of 2019.",
        ),
    ),
    "12-3": Task(
        reference=_committed,
        unit="million US dollars of 2017",
        mistakes={
            "This is the sum of all rows. One of them is an umbrella that holds other "
            "rows: keep only recommended_for_aggregates.": _all_rows,
            "This is Kyrgyzstan's sum. The task asks for Tajikistan.": {
                "country": "KGZ"
            },
            "This is Uzbekistan's sum. The task asks for Tajikistan.": {
                "country": "UZB"
            },
            "This is the number of projects. The task asks for amounts.": lambda: (
                _without_amount("projects", "TJK")
            ),
        },
        hints=(
            "Not every row may be added. Which column says so?",
            "economy.commitments keeps only the rows that count, in groups.",
            "sums = economy.commitments(projects, by='country'), then the amount of "
            "TJK.",
        ),
    ),
    "12-4": Task(
        reference=_without_amount,
        unit="projects",
        tolerance=0,
        mistakes={
            "This counts all rows, also those that are not recommended for sums.": (
                _unknown_in_all_rows
            ),
            "This is the number of all its projects that count.": {
                "column": "projects"
            },
            "These are the projects with a known amount.": lambda: (
                _without_amount("projects") - _without_amount()
            ),
            "This is Tajikistan's number. The task asks for Kyrgyzstan.": {
                "country": "TJK"
            },
        },
        hints=(
            "The table of task 3 has a column for it.",
            "The column is without_amount.",
            "sums = economy.commitments(projects, by='country'), then without_amount "
            "of KGZ.",
        ),
    ),
    "12-5": Task(
        reference=_energy,
        unit="percent",
        mistakes={
            "This is the share by AidData's codes. Choose the coder titles.": {
                "coder": "coded"
            },
            "This is the share by the language model's labels. Choose the coder "
            "titles.": {"coder": "machine"},
            "This is the share in all five states. Keep only the rows of UZB first.": (
                _energy_everywhere
            ),
            "This is Kazakhstan's share. The task asks for Uzbekistan.": {
                "country": "KAZ"
            },
        },
        hints=(
            "First keep the rows of one state, then compute the share.",
            "economy.energy_share takes a table and a coder.",
            "uzbek = projects.query(\"country == 'UZB'\"), then "
            "economy.energy_share(uzbek, coder='titles').",
        ),
    ),
    "12-6": Task(
        reference=_ratio,
        mistakes={
            "This is the ratio with the cut at 2013. The task asks for 2010.": {
                "cut": 2013
            },
            "This is before divided by after. Turn it round.": lambda: 1 / _ratio(),
            "This is the later average itself. Divide it by the earlier one.": {
                "column": "after_usd2021_mn"
            },
            "This is Kazakhstan's ratio. The task asks for Uzbekistan.": {
                "country": "KAZ"
            },
        },
        hints=(
            "Two averages a year, one before the cut and one from it on.",
            "economy.lending_windows takes the table finance and a cut.",
            "windows = economy.lending_windows(finance, cut=2010), then the ratio of "
            "UZB.",
        ),
    ),
    "12-7": Task(
        reference=_verdict,
        mistakes={
            "This weighs Kazakhstan's stock against a claim on five states. Weigh the "
            "evidence rows instead.": lambda: claims.verdict("E5", _share("CHN")),
        },
        hints=(
            "Does any evidence row hold the region's share itself?",
            "Rows of context are shown, but the rule does not weigh them.",
            "claims.weigh(evidence.rows('E5')) prints the verdict on both clocks; now "
            "is the second.",
        ),
    ),
    "12-8": Task(
        reference=_chinese_builders,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "These are the five states together. The task asks for Uzbekistan.": {
                "country": None
            },
            "These are all sectors. The task names two.": {"sectors": None},
            "This is the mean of two shares. Divide the sums.": lambda: _implementers()[
                "share_percent"
            ].mean(),
            "This is the number of projects with a Chinese firm. Divide it by those "
            "that name a firm.": lambda: float(_implementers()["chinese"].sum()),
            "These are the projects that name no Chinese firm. Count the others.": (
                lambda: 100 - _chinese_builders()
            ),
        },
        hints=(
            "The lesson has a helper for this. Give it the Uzbek projects alone.",
            "economy.chinese_implementers has one row a sector: add up two rows.",
            "uzbek = projects.query(\"country == 'UZB'\"); rows = "
            "economy.chinese_implementers(uzbek); keep the two sectors; then 100 * "
            "rows['chinese'].sum() / rows['named'].sum().",
        ),
    ),
}
