"""The tasks of lesson 10, trade."""

from helpers import claims, economy, tables
from helpers.practice.tasks import Task


def _uzbek_imports(**changes):
    where = {
        "country": "UZB",
        "partner": "CHN",
        "flow": "import",
        "year": 2021,
        "reported_by": "country",
    }
    return tables.value(_trade(), "value_usd_mn", **where | changes)


def _kyrgyz_share(flow="import", year=2022):
    shares = economy.partner_share(_trade(), flow=flow, partner="CHN")
    return tables.value(shares, "share_percent", country="KGZ", year=year)


def _kyrgyz_imports(partner="CHN", reported_by="country"):
    where = {"country": "KGZ", "flow": "import", "year": 2022}
    reported = {"partner": partner, "reported_by": reported_by}
    return tables.value(_trade(), "value_usd_mn", **where, **reported)


def _ratio(importer="UZB", exporter="CHN", year=2021, cost_percent=0):
    sides = {"importer": importer, "exporter": exporter}
    gap = economy.mirror_gap(_trade(), **sides, cost_percent=cost_percent)
    return tables.value(gap, "ratio", year=year)


def _without_transport(importer="CHN", exporter="KAZ", cost_percent=10):
    return _ratio(importer, exporter, year=2019, cost_percent=cost_percent)


def _regional(flow="import", basis="matched", year=2022):
    share = economy.regional_share(
        _trade(), _shares(), flow=flow, year=year, basis=basis
    )
    return share["share_percent"].item()


def _plain_mean():
    at = {"flow": "import", "year": 2022, "basis": "matched"}
    return economy.regional_parts(_trade(), _shares(), **at)["share_percent"].mean()


def _years_under_one(reported_by="partner"):
    share = economy.share_in_partner_trade(_trade(), reported_by=reported_by)
    return int((share["share_percent"] < 1).sum())


def _all_years():
    return len(economy.share_in_partner_trade(_trade()))


def _spread(flow="export", year=2022, bases=economy.BASES):
    shares = [_regional(flow=flow, year=year, basis=basis) for basis in bases]
    return max(shares) - min(shares)


def _trade():
    return tables.load("trade_by_partner")


def _shares():
    return tables.load("partner_shares")


TASKS = {
    "10-1": Task(
        reference=_uzbek_imports,
        unit="million US dollars",
        mistakes={
            "This is China's report of the same goods. Whose customs office is asked "
            "for?": {"reported_by": "partner"},
            "These are exports to China. The task asks for imports.": {
                "flow": "export"
            },
            "This is the year before. The task asks for 2021.": {"year": 2020},
            "This is the total over all partners. Choose the partner CHN.": {
                "partner": "WLD"
            },
        },
        hints=(
            "Every row is one country, partner, flow, year and reporter.",
            "Write one condition for each of the five, joined by and.",
            "Start from: trade.query(\"country == 'UZB' and partner == 'CHN' and "
            'year == 2021"), and add two more conditions.',
        ),
    ),
    "10-2": Task(
        reference=_kyrgyz_share,
        unit="percent",
        mistakes={
            "This is China's share in exports. The task asks for imports.": {
                "flow": "export"
            },
            "This is the share of 2021. The task asks for 2022.": {"year": 2021},
            "This is the share of 2023. The task asks for 2022.": {"year": 2023},
            "The part is China's report and the total is Kyrgyzstan's, so the share "
            "is over 100. Take both from one office.": lambda: (
                100 * _kyrgyz_imports(reported_by="partner") / _kyrgyz_imports("WLD")
            ),
            "This is a value in millions. Divide it by the total.": _kyrgyz_imports,
        },
        hints=(
            "A share is a part divided by a whole. Lesson 10 has a helper for it.",
            "The helper is economy.partner_share; it needs a flow and a partner.",
            "shares = economy.partner_share(trade, flow='import', partner='CHN'), then "
            "choose the row of KGZ and 2022.",
        ),
    ),
    "10-3": Task(
        reference=_ratio,
        mistakes={
            "This is importer divided by exporter. Turn it round.": lambda: (
                1 / _ratio()
            ),
            "This is the other direction: China's imports from Uzbekistan.": {
                "importer": "CHN",
                "exporter": "UZB",
            },
            "This is the ratio of 2020. The task asks for 2021.": {"year": 2020},
            "This is the ratio of Kyrgyzstan.": {"importer": "KGZ"},
        },
        hints=(
            "Two offices report this flow. economy.mirror_gap lays them side by side.",
            "Uzbekistan is the importer, China the exporter.",
            "gap = economy.mirror_gap(trade, importer='UZB', exporter='CHN'), then the "
            "column ratio in the row of 2021.",
        ),
    ),
    "10-4": Task(
        reference=_without_transport,
        tolerance=0.005,
        mistakes={
            "Transport is still in China's report. Set cost_percent.": {
                "cost_percent": 0
            },
            "Ten percent was added to the importer's report. Take it out.": lambda: (
                _without_transport(cost_percent=0) / 1.1
            ),
            "Divide China's report by 1.10; do not subtract 10 percent.": lambda: (
                _without_transport(cost_percent=0) / 0.9
            ),
            "This is the other direction: Kazakhstan's imports from China.": {
                "importer": "KAZ",
                "exporter": "CHN",
            },
        },
        hints=(
            "An importer's report (CIF) includes transport. Here China imports.",
            "economy.mirror_gap takes cost_percent.",
            "economy.mirror_gap(trade, importer='CHN', exporter='KAZ', "
            "cost_percent=10), then the ratio of 2019.",
        ),
    ),
    "10-5": Task(
        reference=_regional,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is the basis mirror: China's report is in the part, but not in the "
            "total.": {"basis": "mirror"},
            "This is the basis national.": {"basis": "national"},
            "This is the basis cia.": {"basis": "cia"},
            "These are exports. The task asks for imports.": {"flow": "export"},
            "This is 2019. The task asks for 2022.": {"year": 2019},
            "This is the plain mean of five shares. Small states then count as much as "
            "large ones: divide the sums.": _plain_mean,
        },
        hints=(
            "The sum of five parts is divided by the sum of five totals.",
            "economy.regional_share does both; choose flow, year and basis.",
            "economy.regional_share(trade, cia, flow='import', year=2022, "
            "basis='matched'), then the column share_percent.",
        ),
    ),
    "10-6": Task(
        reference=lambda: claims.verdict("E4", _regional()),
        hints=(
            "The rule for a claim with about has two distances: 10 and 25 percent.",
            "The claim is 38. A tenth of it is 3.8, a quarter is 9.5.",
            "claims.verdict('E4', your number of task 10-5) applies the rule.",
        ),
    ),
    "10-7": Task(
        reference=_years_under_one,
        tolerance=0,
        mistakes={
            "These are the years at or over 1 percent. Count those under it.": lambda: (
                _all_years() - _years_under_one()
            ),
            "This is the number of all years.": _all_years,
            "This counts the years on the basis of the states' own reports.": {
                "reported_by": "country"
            },
        },
        hints=(
            "economy.share_in_partner_trade gives one share a year.",
            "Compare the column share_percent with 1, then count.",
            "years = economy.share_in_partner_trade(trade), then the number of rows of "
            "years.query('share_percent < 1').",
        ),
    ),
    "10-8": Task(
        reference=_spread,
        unit="percentage points",
        mistakes={
            "These are imports. The task asks for exports.": {"flow": "import"},
            "This is 2019. The task asks for 2022.": {"year": 2019},
            "This is the highest share alone. Subtract the lowest.": lambda: _regional(
                flow="export", basis="mirror"
            ),
            "These are the bases national and mirror alone. Take all four.": {
                "bases": ("national", "mirror")
            },
        },
        hints=(
            "Compute the share once for each basis, as in task 5.",
            "Choose flow='export'. Collect the four shares in a list.",
            "economy.regional_share(trade, cia, flow='export', year=2022, basis=basis) "
            "for each basis in the list; then max(shares) - min(shares).",
        ),
    ),
}
