"""The tasks of lesson 15, who matters most."""

from helpers import economy, tables
from helpers.practice.tasks import Task

SOURCES = (
    "trade_by_partner",
    "partner_shares",
    "fdi_kazakhstan_quoted",
    "debt_flows",
    "remittances",
)
EQUAL = dict.fromkeys(economy.INDICATORS, 1)
FAMILY = {"trade": 2, "investment": 1, "loans": 1, "remittances": 2}
TRADER = {"trade": 4, "investment": 1, "loans": 1, "remittances": 1}


def _sent(country="TJK", partner="RUS"):
    rows = tables.load("remittances")
    return tables.value(rows, "value_usd_mn", country=country, partner=partner)


def _balance(column="balance_percent", partner="CHN", reported_by="country", year=2022):
    rows = economy.balance(_trade(), partner=partner, reported_by=reported_by)
    rows = economy.relative_balance(rows)
    return tables.value(rows, column, country="UZB", year=year)


def _exports_over_imports():
    bought = _balance(column="import_usd_mn")
    return 100 * _balance(column="balance_usd_mn") / bought


def _crossed(column="for_good_year", flow="import", country="UZB"):
    crossed = economy.crossover(economy.rival_shares(_trade(), flow=flow))
    return int(tables.value(crossed, column, country=country))


def _part(china_by="partner", year=2022, country="KAZ", of=economy.RIVALS):
    rows = economy.turnover_by_partner(_trade(), year=year, china_by=china_by)
    rows = rows[rows["country"] == country].set_index("partner")["value_usd_mn"]
    return 100 * rows["CHN"] / (rows[list(of)].sum() if of else rows.sum())


def _index(country="UZB", weights=FAMILY, china_by="country"):
    index = economy.composite_index(_indicators(china_by), weights=weights)
    return tables.value(index, "china_percent", country=country)


def _missing_as_zero():
    rows = _indicators().fillna({"china_percent": 0.0})
    index = economy.composite_index(rows, weights=FAMILY)
    return tables.value(index, "china_percent", country="UZB")


def _led(weights=TRADER, china_by="country"):
    index = economy.composite_index(_indicators(china_by), weights=weights)
    return int((index["china_percent"] > 50).sum())


def _who_sees(*, deficit=True):
    for reported_by, name in (("country", "Kazakhstan"), ("partner", "China")):
        rows = economy.balance(_trade(), partner="CHN", reported_by=reported_by)
        value = tables.value(rows, "balance_usd_mn", country="KAZ", year=2019)
        if (value < 0) == deficit:
            return name
    raise LookupError("Both offices report the same sign.")


def _indicators(china_by="country"):
    return economy.rival_indicators(*map(tables.load, SOURCES), china_by=china_by)


def _trade():
    return tables.load("trade_by_partner")


TASKS = {
    "15-1": Task(
        reference=_sent,
        unit="million US dollars",
        mistakes={
            "This is the total over all senders. Choose the partner RUS.": {
                "partner": "WLD"
            },
            "This is what was sent from China. The task asks for Russia.": {
                "partner": "CHN"
            },
            "This is Kyrgyzstan's figure. The task asks for Tajikistan.": {
                "country": "KGZ"
            },
            "This is Uzbekistan's figure. The task asks for Tajikistan.": {
                "country": "UZB"
            },
        },
        hints=(
            "In this table the country receives, and the partner sends.",
            "Write one condition for the country and one for the partner.",
            "Start from: remittances.query(\"country == 'TJK' and partner == ...\")",
        ),
    ),
    "15-2": Task(
        reference=_balance,
        unit="percent",
        mistakes={
            "This is the balance in dollars. Divide it by the trade of both flows.": {
                "column": "balance_usd_mn"
            },
            "This is China's count. The task asks for Uzbekistan's.": {
                "reported_by": "partner"
            },
            "This is the year after. The task asks for 2022.": {"year": 2023},
            "This is the balance with Russia. The task asks for China.": {
                "partner": "RUS"
            },
            "The balance was divided by imports. Divide by exports plus imports.": (
                _exports_over_imports
            ),
        },
        hints=(
            "First the balance, then the balance in percent of the trade.",
            "economy.balance gives the first, economy.relative_balance the second.",
            "percent = economy.relative_balance(economy.balance(trade, "
            "partner='CHN')), then the row of UZB and 2022.",
        ),
    ),
    "15-3": Task(
        reference=_crossed,
        tolerance=0,
        mistakes={
            "This is the first year with China ahead. Afterwards it fell back: for "
            "good means in every year to the end.": {"column": "first_year"},
            "This is the last year of the series, not the first of the lasting lead.": {
                "column": "to_year"
            },
            "This is the first year of the series.": {"column": "from_year"},
            "This is the last year with Russia ahead. Take the year after.": lambda: (
                _crossed() - 1
            ),
        },
        hints=(
            "Two shares for each year, then a comparison. The lesson has two helpers.",
            "economy.rival_shares, then economy.crossover. Mind the flow.",
            "crossed = economy.crossover(economy.rival_shares(trade, flow='import')), "
            "then one column in the row of UZB.",
        ),
    ),
    "15-4": Task(
        reference=_part,
        unit="percent",
        mistakes={
            "Here Kazakhstan counts the trade with China. Set china_by.": {
                "china_by": "country"
            },
            "This is 2021. The task asks for 2022.": {"year": 2021},
            "This is China's part of the trade with all partners. Divide by China "
            "and Russia alone.": {"of": None},
            "This is Russia's part. Take China's.": lambda: 100 - _part(),
            "This is Uzbekistan. The task asks for Kazakhstan.": {"country": "UZB"},
        },
        hints=(
            "A part divided by a whole. The whole is China and Russia together.",
            "economy.turnover_by_partner adds both flows; see its argument china_by.",
            "rows = economy.turnover_by_partner(trade, year=2022, china_by='partner'), "
            "then the two values of KAZ, and 100 * China / (China + Russia).",
        ),
    ),
    "15-5": Task(
        reference=_index,
        unit="percent",
        tolerance=0.002,
        mistakes={
            "These are equal weights. Trade and remittances weigh 2.": {
                "weights": EQUAL
            },
            "Investment is missing here, and was counted as zero. Leave it out, with "
            "its weight.": _missing_as_zero,
            "This is Kazakhstan. The task asks for Uzbekistan.": {"country": "KAZ"},
            "Here China's customs count the trade. Use the table own.": {
                "china_by": "partner"
            },
        },
        hints=(
            "The index is a mean of four indicators, by their weights.",
            "economy.composite_index takes the table own and the weights.",
            "index = economy.composite_index(own, weights=weights), then the column "
            "china_percent in the row of UZB.",
        ),
    ),
    "15-6": Task(
        reference=_led,
        tolerance=0,
        mistakes={
            "This is the number at equal weights.": {"weights": EQUAL},
            "This counts the states in which Russia leads.": lambda: 5 - _led(),
            "This is the number of all states. Compare each with 50 first.": lambda: 5,
        },
        hints=(
            "China leads where the index is over 50.",
            "Compare the column china_percent with 50, then count.",
            "index.query('china_percent > 50') has a row for each; len counts rows.",
        ),
    ),
    "15-7": Task(
        reference=_who_sees,
        mistakes={
            "This office reports a surplus: exports are larger than imports.": {
                "deficit": False
            },
        },
        hints=(
            "Compute the balance twice, once with each office's figures.",
            "economy.balance takes reported_by: 'country' or 'partner'.",
            "Below zero is a deficit. Which of the two offices gives it for 2019?",
        ),
    ),
}
